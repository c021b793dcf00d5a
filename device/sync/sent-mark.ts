import type { DeviceStore } from '../../db/device-store/open.ts'

const place = 'sent-life'

/**
 * Before the SHA-256 of a file that has gone to the district: an own value of the store, then '1'. Another one in each life
 * of the district, so that what an earlier one had is asked about again.
 */
export function sentMark(store: Pick<DeviceStore, 'meta'>): string {
  const life = store.meta(place)
  return life === undefined ? 'sent:' : `sent:${life}:`
}

/** No file counts as sent any more: the district was restored from a copy that may be older than they are. */
export function forgetSent(store: Pick<DeviceStore, 'meta' | 'setMeta'>): void {
  store.setMeta(place, String(Number(store.meta(place) ?? '0') + 1))
}

/** How many files that arrived are noted with one flush; of what a crash forgets the district is only asked again. */
const marksMax = 16

/** Notes of files that arrived, some at a time. */
export interface SentMarks {
  /** A file has gone to the district, in the life that it is in now. */
  add(sha256: string): void
  /** Writes down what is not yet. */
  keep(): void
}

/** No file has arrived yet. */
export function sentMarks(store: Pick<DeviceStore, 'meta' | 'setMetas'>): SentMarks {
  let names: string[] = []
  const keep = () => {
    if (names.length > 0) store.setMetas(names.map(name => [name, '1']))
    names = []
  }
  return {
    add(sha256) {
      names.push(sentMark(store) + sha256)
      if (names.length >= marksMax) keep()
    },
    keep,
  }
}

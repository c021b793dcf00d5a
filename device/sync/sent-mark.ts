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

import { z } from 'zod'
import type { DeviceStore } from '../../db/device-store/open.ts'

/** Lists that are remembered; beyond it the oldest are forgotten. */
const listsMax = 2_000
const name = 'newest-lists'
const storedSchema = z.record(z.string(), z.number()).catch({})

/** When each status list was made that this computer has ever gone by (security.md row 30). */
export interface NewestLists {
  read(): ReadonlyMap<string, number>
  /** Learns from what was just verified (`newestListsOf`). */
  note(lists: Iterable<readonly [url: string, madeAt: number]>): void
}

/** The memory of a folder: a list that was replaced by an older one is not gone back to, whoever replaced it. */
export function newestListsIn(store: Pick<DeviceStore, 'meta' | 'setMeta'>): NewestLists {
  const read = () =>
    new Map(Object.entries(storedSchema.parse(JSON.parse(store.meta(name) ?? '{}'))))
  return {
    read,
    note(lists) {
      const known = read()
      const newer = [...lists].filter(([url, madeAt]) => madeAt > (known.get(url) ?? -Infinity))
      if (newer.length === 0) return
      for (const [url, madeAt] of newer) known.set(url, madeAt)
      const kept = [...known].toSorted(([, a], [, b]) => b - a).slice(0, listsMax)
      store.setMeta(name, JSON.stringify(Object.fromEntries(kept)))
    },
  }
}

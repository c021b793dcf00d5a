import { z } from 'zod'
import type { DeviceStore } from '../../db/device-store/open.ts'

const rowSchema = z.object({
  fingerprint: z.string(),
  publicKey: z.string(),
  createdAt: z.number(),
  takenAt: z.number(),
  sha256: z.string(),
})

/** A trust list as this folder keeps it, without its text. */
export type KeptList = z.infer<typeof rowSchema>

/** The trust lists of a folder: one per key that was ever accepted, the newest of it. */
export interface KeptLists {
  all(): readonly KeptList[]
  text(fingerprint: string): string | undefined
  /** Takes the place of an earlier one of that key. Throws what the disk says. */
  keep(list: KeptList, text: string): void
  remove(fingerprint: string): void
}

const rowsName = 'trust-lists'
const textName = (fingerprint: string): string => `trust-list:${fingerprint}`

/** Kept with the records: under the folder's lock, and in its backups. */
export function keptListsIn(store: Pick<DeviceStore, 'meta' | 'setMeta'>): KeptLists {
  const all = () => z.array(rowSchema).parse(JSON.parse(store.meta(rowsName) ?? '[]'))
  const others = (fingerprint: string) => all().filter(list => list.fingerprint !== fingerprint)
  const keepRows = (rows: readonly KeptList[]) => store.setMeta(rowsName, JSON.stringify(rows))
  return {
    all,
    text: fingerprint => store.meta(textName(fingerprint)),
    keep(list, text) {
      // The text first: should the program end in between, its row still says what it was, and it is taken again.
      store.setMeta(textName(list.fingerprint), text)
      keepRows([...others(list.fingerprint), list])
    },
    remove(fingerprint) {
      keepRows(others(fingerprint))
      store.setMeta(textName(fingerprint), '')
    },
  }
}

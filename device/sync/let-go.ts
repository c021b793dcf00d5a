import { z } from 'zod'
import { ErasureRecord } from '../../core/erasure/record.ts'
import { ruleOf } from '../../core/erasure/rules.ts'
import { all } from '../../db/query.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import type { BlobStore } from '../evidence/blob-store.ts'
import { forgetComputerNames } from '../person/computer-names.ts'
import { readAbout, writeAbout } from '../place/about.ts'

/** Of whom this computer has let go. */
const letGoOf = 'let-go-of'
const idsSchema = z.array(z.string())

interface Parts {
  readonly store: DeviceStore
  readonly blobs: Pick<BlobStore, 'remove'>
  /** Makes a copy of the records in place of all earlier ones. */
  copyAnew(): void
}

/**
 * Lets go of whom the district has erased since the last time: of what waits or is kept for sending again, of files that
 * nothing names, of copies of the records from before, and of what lies between the records in their own file. Whether
 * there was anybody. Cut off, it is done again.
 */
export async function letGo({ store, blobs, copyAnew }: Parts): Promise<boolean> {
  const known = new Set(idsSchema.parse(JSON.parse(store.meta(letGoOf) ?? '[]')))
  const erased = await all({ seen: store.seen }, ErasureRecord, { where: { state: 'erased' } })
  const people = new Set(erased.map(({ id }) => id).filter(id => !known.has(id)))
  if (people.size === 0) return false
  const { actor, resyncing } = store.standing()
  const isOwn = people.has(actor.person)
  if (isOwn && resyncing) {
    // Nobody is asked whether what a district that came back no longer has goes from here too; it has to go first.
    store.confirmResync()
    return false
  }
  // The files first: once they are forgotten nobody would look for them again.
  for (const sha of store.filesOfErased(people)) blobs.remove(sha)
  store.forgetErased(people, kind => ruleOf(kind) !== undefined)
  if (isOwn) {
    forgetComputerNames(store)
    const { alone } = readAbout(store)
    if (alone !== undefined) writeAbout(store, { alone: { name: '' } })
  }
  store.rewrite()
  copyAnew()
  store.setMeta(letGoOf, JSON.stringify([...known, ...people]))
  return true
}

import { EvidenceRecord } from '../../core/evidence/record.ts'
import { HoldRecord, isHeld } from '../../core/person/hold.ts'
import { all } from '../../db/query.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { House } from '../house.ts'
import type { LetGoNeeds } from './let-go-deleted.ts'
import { letGoDeleted } from './let-go-deleted.ts'
import type { Swept } from './sweep.ts'

/** What letting go of what was withheld needs of the house. */
export type WithheldNeeds = LetGoNeeds & Pick<House, 'perform'>

/**
 * Lets go of what pieces held that were deleted while a legal hold was in force, where it is lifted, and of their files. Only
 * the few are looked at that hold something still.
 */
export async function letGoWithheld(needs: WithheldNeeds, signal: AbortSignal): Promise<Swept> {
  const { store, perform } = needs
  const seen = store.seen()
  const owners = new Set<string>()
  for (const { id, body } of await all({ seen }, EvidenceRecord, { where: { trashed: 3 } })) {
    if (signal.aborted) break
    const hold = (await seen.get(HoldRecord, body.owner))?.rec
    if (isHeld(hold?.body)) continue
    // Once for each hold that was lifted: one that was put again meanwhile makes of it nothing.
    const key = `district:let-go:${id}:${hold?.rev ?? 0}`
    const input = { evidence: id, claims: [], since: body.trashedAt }
    const result = await perform('evidence.delete', bodyOf(input), { key })
    if (result.status === 'applied') owners.add(body.owner)
  }
  let files = 0
  let bytes = 0
  for (const owner of owners) {
    const swept = await letGoDeleted(needs, owner)
    files += swept.files
    bytes += swept.bytes
  }
  return { files, bytes }
}

import { claimsLookedAtMax, holdsPiece } from '../../core/claim/delete-evidence.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import type { Evidence } from '../../core/evidence/record.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { DueSince } from '../../core/evidence/trash-due.ts'
import { overdue } from '../../core/evidence/trash-due.ts'
import { deletedFrom, emptiedSince } from '../../core/evidence/trash-lasts.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import type { ListAsk } from '../../db/index-table/list.ts'
import { listRowsMax } from '../../db/index-table/list.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { House } from '../house.ts'

/** What deleting what is due needs of the house. */
export type DueNeeds = Pick<House, 'perform' | 'clock'> & {
  readonly store: Pick<House['store'], 'seen' | 'meta' | 'setMeta'>
}

const place = 'trash-due'
const sincePlace = 'trash-emptied-since'

/**
 * Deletes what has lain in anybody's trash for its time, by the district's clock; how many pieces. What a claim was sent with
 * stays in the trash, and what lay there before the district's first round lies there for thirty days from that. Read to its end first: what is deleted leaves the list.
 */
export async function deleteDue(needs: DueNeeds, signal: AbortSignal): Promise<number> {
  const lying: Rec<Evidence>[] = []
  let after: ListAsk['after']
  do {
    const rows = await needs.store.seen().list(EvidenceRecord, {
      where: { trashed: 1 },
      limit: listRowsMax,
      ...(after === undefined ? {} : { after }),
    })
    lying.push(...rows.map(({ rec }) => rec))
    after = rows.length < listRowsMax ? undefined : rows.at(-1)?.place
  } while (after !== undefined)
  const now = needs.clock()
  const noted = await needs.store.meta(sincePlace)
  const since = emptiedSince(noted, now)
  if (String(since) !== noted) await needs.store.setMeta(sincePlace, String(since))
  const before: DueSince = JSON.parse((await needs.store.meta(place)) ?? '{}')
  const due = lying.map(rec => ({ id: rec.id, from: deletedFrom(rec, since) ?? Infinity }))
  const { ids, waiting } = overdue(due, before, now)
  await needs.store.setMeta(place, JSON.stringify(waiting))
  const overdueIds = new Set(ids)
  let deleted = 0
  for (const rec of lying)
    if (!signal.aborted && overdueIds.has(rec.id) && (await deletesOne(needs, rec))) deleted++
  return deleted
}

async function deletesOne({ store, perform }: DueNeeds, rec: Rec<Evidence>): Promise<boolean> {
  const { id, body } = rec
  const claims = await store.seen().list(ClaimRecord, {
    where: { owner: body.owner },
    limit: claimsLookedAtMax,
  })
  if (claims.some(claim => holdsPiece(claim.rec.body, id))) return false
  const input = { evidence: id, claims: claims.map(claim => claim.rec.id), since: body.trashedAt }
  const key = `district:delete:${id}:${body.trashedAt}`
  return (await perform('evidence.delete', bodyOf(input), { key })).status === 'applied'
}

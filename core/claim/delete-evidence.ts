import { z } from 'zod'
import { holdsEverywhere } from '../access/reach.ts'
import { contentOf, noContent } from '../evidence/content.ts'
import { EvidenceRecord } from '../evidence/record.ts'
import { mayChangeEvidence } from '../evidence/rights.ts'
import { deletedFrom } from '../evidence/trash-lasts.ts'
import { merge, patch, patchPaths } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, may, must } from '../kit/loads.ts'
import { HoldRecord, isHeld } from '../person/hold.ts'
import type { Claim } from './record.ts'
import { ClaimRecord } from './record.ts'

/** The most claims that are looked at: more than anybody ever put one piece into. */
export const claimsLookedAtMax = 200

/** Whether a claim was ever sent with a piece: what was signed has to stay to be seen. */
export const holdsPiece = ({ attempts }: Pick<Claim, 'attempts'>, evidence: string): boolean =>
  attempts.some(({ items }) => items.some(item => item.evidence === evidence))

/**
 * Deletes evidence in the trash for good: its line stays, so that every computer learns of it, and nothing it said; under a
 * legal hold the district alone goes on keeping that (`withheld`), and said again once the hold is lifted, this takes it away.
 * Its person does so, or its time has come (`since`): then only what has lain there all the while. Who brought it back, or
 * threw it away anew, later than it was deleted is right.
 */
export const deleteEvidence = command({
  name: 'evidence.delete',
  where: 'both',
  input: z.object({
    evidence: idInput,
    /** Claims that it is in, as far as is known where it is deleted. */
    claims: z.array(idInput).max(claimsLookedAtMax),
    /** Its time has come: it lies in the trash since then (epoch ms). */
    since: z.number().optional(),
  }),
  needs: q =>
    q
      .first(i => ({
        evidence: must(EvidenceRecord, i.evidence),
        claims: each(ClaimRecord, i.claims),
      }))
      .next((_i, s) => ({ hold: may(HoldRecord, s.evidence.body.owner) })),
  right: (actor, s, i) =>
    mayChangeEvidence(actor, s.evidence) ||
    (i.since !== undefined && holdsEverywhere(actor, 'system')),
  decide({ evidence, claims, hold }, { since }, context) {
    const { body, clocks, id } = evidence
    if (body.deletedAt !== undefined) {
      const isOver = body.withheld !== undefined && !isHeld(hold?.body)
      return { changes: isOver ? [patch(evidence, { withheld: undefined })] : [] }
    }
    const holding = claims.find(
      claim => claim.body.owner === body.owner && holdsPiece(claim.body, id),
    )
    if (holding !== undefined)
      return refuse('evidence_held', { claim: holding.id, title: holding.body.title })
    // Under a hold nothing is erased, and its person is not told: to them it is deleted as ever.
    const kept = isHeld(hold?.body) ? { withheld: contentOf(body) } : {}
    const gone = patchPaths(evidence, { ...noContent, ...kept, deletedAt: context.doneAt })
    if (since !== undefined) {
      const from = body.trashedAt === since ? deletedFrom(evidence) : undefined
      // The stamp stays that of throwing it away: whoever brought it back before this meant it.
      return from !== undefined && context.now >= from
        ? { changes: gone }
        : refuse('changed_since', { what: 'evidence' })
    }
    const lastMoved = clocks['trashedAt']
    if (lastMoved === undefined || lastMoved > context.stamp)
      return refuse('changed_since', { what: 'evidence' })
    const trashedAt = body.trashedAt ?? context.doneAt
    const marked = { trashedAt, deletedAt: context.doneAt }
    return { changes: [...merge(evidence, marked, context.stamp), ...gone] }
  },
})

import { holdsPiece } from '../../core/claim/delete-evidence.ts'
import { inDraft } from '../../core/claim/filled.ts'
import { ClaimRecord, DraftRecord } from '../../core/claim/record.ts'
import type { Asker } from '../query.ts'
import { all, one } from '../query.ts'

/** A claim that a piece is in. */
export interface Use {
  readonly id: string
  readonly title: string
  /** It was sent with it. */
  readonly isHolding: boolean
}

/** Which of one's claims use which evidence: evidence id → the claims. */
export async function claimsByEvidence(asker: Asker): Promise<ReadonlyMap<string, readonly Use[]>> {
  const uses = new Map<string, Use[]>()
  const claims = await all(asker, ClaimRecord, {
    where: { owner: asker.person },
    order: { by: 'changed', desc: true },
  })
  for (const claim of claims) {
    const draft = await one(asker, DraftRecord, claim.id)
    const sent = claim.body.attempts.flatMap(attempt => attempt.items.map(item => item.evidence))
    const used = new Set([...inDraft(draft?.body.filled ?? {}), ...sent])
    for (const evidence of used) {
      const known = uses.get(evidence) ?? []
      const isHolding = holdsPiece(claim.body, evidence)
      uses.set(evidence, [...known, { id: claim.id, title: claim.body.title, isHolding }])
    }
  }
  return uses
}

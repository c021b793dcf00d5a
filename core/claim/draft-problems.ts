import type { Evidence } from '../evidence/record.ts'
import type { Rec } from '../kit/record-type.ts'
import type { MicroCredential } from '../micro-credential/record.ts'
import { inSlot } from './filled.ts'
import { openParts } from './open-parts.ts'
import { preflight } from './preflight.ts'
import type { Problem } from './problem.ts'
import type { Claim, Draft } from './record.ts'

/** The problems of a draft as it stands: what the margin shows, and what `claim.submit` decides on. */
export function draftProblems(
  micro: MicroCredential,
  claim: Pick<Claim, 'attempts'>,
  draft: Draft,
  evidence: readonly Pick<Rec<Evidence>, 'id' | 'body'>[],
): readonly Problem[] {
  const byId = new Map(evidence.map(piece => [piece.id, { id: piece.id, ...piece.body }]))
  return preflight({
    parts: openParts(micro, claim),
    answers: draft.answers,
    aside: draft.aside,
    attestations: draft.attestations,
    pieces: slot => inSlot(draft.filled, slot).flatMap(id => byId.get(id) ?? []),
  })
}

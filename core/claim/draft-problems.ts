import type { Evidence } from '../evidence/record.ts'
import type { Rec } from '../kit/record-type.ts'
import type { MicroCredential, Part } from '../micro-credential/record.ts'
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
  const found = preflight({
    parts: openParts(micro, claim),
    answers: draft.answers,
    aside: draft.aside,
    attestations: draft.attestations,
    pieces: slot => inSlot(draft.filled, slot).flatMap(id => byId.get(id) ?? []),
  })
  const isNamed = (problem: Problem) => found.some(one => one.part === problem.part)
  return [...found, ...unchangedParts(micro, claim, draft, byId).filter(one => !isNamed(one))]
}

/** Parts that came back "not yet" and are still what the coach read: worth a look before they go again. */
function unchangedParts(
  micro: MicroCredential,
  claim: Pick<Claim, 'attempts'>,
  draft: Draft,
  byId: ReadonlyMap<string, Pick<Evidence, 'note'>>,
): Problem[] {
  const last = claim.attempts.at(-1)
  if (last?.outcome?.decision !== 'not_yet') return []
  const isSame = ({ prompts, slots }: Part) =>
    prompts.every(({ id }) => (draft.answers[id] ?? '') === (last.answers[id] ?? '')) &&
    slots.every(slot => {
      const sent = last.items.filter(item => item.slot === slot.id)
      const now = inSlot(draft.filled, slot.id)
      return (
        now.length === sent.length &&
        sent.every(
          (item, n) => now[n] === item.evidence && byId.get(item.evidence)?.note === item.note,
        )
      )
    })
  return openParts(micro, claim)
    .filter(isSame)
    .map(part => {
      const [prompt] = part.prompts
      const [slot] = part.slots
      const place =
        prompt !== undefined ? { prompt: prompt.id } : slot !== undefined ? { slot: slot.id } : {}
      const facts = { part: part.title, question: 0 }
      return { code: 'part_unchanged', severity: 'look', part: part.id, ...place, facts }
    })
}

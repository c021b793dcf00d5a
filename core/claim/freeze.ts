import type { Evidence } from '../evidence/record.ts'
import type { Rec } from '../kit/record-type.ts'
import type { MicroCredential } from '../micro-credential/record.ts'
import { inSlot } from './filled.ts'
import { openParts } from './open-parts.ts'
import { manifestOf, type Frozen } from './manifest.ts'
import type { Attestations, Claim, Draft, Item } from './record.ts'

interface Ready {
  readonly claim: Rec<Claim>
  readonly draft: Rec<Draft>
  readonly micro: Rec<MicroCredential>
  readonly evidence: readonly Rec<Evidence>[]
  readonly device: string
  readonly submittedAt: number
}

/**
 * What would be handed over now: a copy of every answer and piece, and the manifest over them. Device and
 * district both compute it; they agree or the submission is refused.
 */
export function freeze(ready: Ready): Frozen & { readonly manifest: string } {
  const { claim, draft, micro } = ready
  const byId = new Map(ready.evidence.map(piece => [piece.id, piece.body]))
  const open = new Set(openParts(micro.body, claim.body).map(part => part.id))
  const judged = claim.body.attempts.at(-1)
  // What stands was judged as it was handed over: it goes along unchanged, whatever became of the draft.
  const items = micro.body.parts.flatMap(part =>
    open.has(part.id)
      ? part.slots.flatMap(slot =>
          inSlot(draft.body.filled, slot.id).flatMap(id => {
            const piece = byId.get(id)
            return piece === undefined ? [] : [itemOf(slot.id, id, piece)]
          }),
        )
      : (judged?.items ?? []).filter(item => part.slots.some(slot => slot.id === item.slot)),
  )
  const answers = micro.body.parts.flatMap(part =>
    part.prompts.map(
      ({ id }) =>
        [id, (open.has(part.id) ? draft.body.answers[id] : judged?.answers[id]) ?? ''] as const,
    ),
  )
  const frozen = {
    claim: claim.id,
    attempt: claim.body.attempts.length + 1,
    person: claim.body.owner,
    device: ready.device,
    microCredential: micro.id,
    submittedAt: ready.submittedAt,
    answers: Object.fromEntries<string>(answers),
    items,
    attestations: wholeWord(draft.body.attestations),
    note: draft.body.note,
  }
  return { ...frozen, manifest: manifestOf(frozen) }
}

const wholeWord = (given: Draft['attestations']): Attestations => ({
  ready: given.ready ?? false,
  release: given.release ?? false,
  ownWork: given.ownWork ?? false,
  aiUse: given.aiUse ?? '',
})

function itemOf(slot: string, evidence: string, piece: Evidence): Item {
  return {
    slot,
    evidence,
    kind: piece.kind,
    title: piece.title,
    note: piece.note,
    ...(piece.file === undefined ? {} : { file: piece.file }),
    ...(piece.text === undefined ? {} : { text: piece.text }),
    ...(piece.link === undefined ? {} : { link: piece.link }),
    happenedOn: piece.happenedOn,
    shown: piece.shown,
    released: piece.released,
  }
}

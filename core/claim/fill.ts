import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { asExpected } from '../merge/expected.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { filledKey } from './filled.ts'
import { openParts } from './open-parts.ts'
import { ClaimRecord, DraftRecord } from './record.ts'
import { mayWriteClaim } from './rights.ts'
import { notWritable } from './writable.ts'

/** Puts a piece of evidence into a slot at a place, or takes it out (`place: null`). */
export const fillSlot = command({
  name: 'claim.fill',
  where: 'both',
  input: z.object({
    claim: idInput,
    slot: idInput,
    evidence: idInput,
    place: z.number().nullable(),
    expects: z.number().nullable().optional(),
  }),
  needs: q =>
    q
      .first(i => ({ claim: must(ClaimRecord, i.claim), draft: must(DraftRecord, i.claim) }))
      .next((_i, s) => ({ micro: must(MicroCredentialRecord, s.claim.body.microCredential) })),
  right: (actor, s) => mayWriteClaim(actor, s.claim),
  decide(s, i, context) {
    const refused = notWritable(s.claim)
    if (refused !== undefined) return refused
    const open = openParts(s.micro.body, s.claim.body)
    if (!open.some(part => part.slots.some(slot => slot.id === i.slot))) {
      return refuse('bad_input', { where: 'slot' })
    }
    const key = filledKey(i.slot, i.evidence)
    const now = s.draft.body.filled[key] ?? null
    const { place } = asExpected({ place: i.place }, { place: i.expects }, { place: now })
    if (place === undefined) return refuse('changed_since', { what: 'draft' })
    return { changes: merge(s.draft, { [`filled.${key}`]: place ?? undefined }, context.stamp) }
  },
})

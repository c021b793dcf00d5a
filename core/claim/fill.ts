import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
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
    const path = `filled.${filledKey(i.slot, i.evidence)}`
    return { changes: merge(s.draft, { [path]: i.place ?? undefined }, context.stamp) }
  },
})

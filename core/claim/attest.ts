import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { answerLimits, tooLong } from './answer-limits.ts'
import { attestationSchema, ClaimRecord, DraftRecord } from './record.ts'
import { mayWriteClaim } from './rights.ts'
import { notWritable } from './writable.ts'

/** Gives the person's word on one or more of the four points, or takes it back. */
export const attestClaim = command({
  name: 'claim.attest',
  where: 'both',
  input: z.object({
    claim: idInput,
    set: attestationSchema.extend({ aiUse: z.string() }).partial(),
  }),
  needs: q =>
    q.first(i => ({ claim: must(ClaimRecord, i.claim), draft: must(DraftRecord, i.claim) })),
  right: (actor, s) => mayWriteClaim(actor, s.claim),
  decide(s, i, context) {
    const refused = notWritable(s.claim)
    if (refused !== undefined) return refused
    const long = tooLong(i.set.aiUse ?? '', answerLimits.aiUseCharsMax, 0)
    if (long !== undefined) return long
    const set = Object.fromEntries(
      Object.entries(i.set).map(([name, value]) => [`attestations.${name}`, value]),
    )
    return { changes: merge(s.draft, set, context.stamp) }
  },
  fold: (earlier, later) =>
    earlier.claim === later.claim
      ? { claim: later.claim, set: { ...earlier.set, ...later.set } }
      : undefined,
})

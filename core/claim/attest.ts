import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { asExpected } from '../merge/expected.ts'
import { answerLimits, tooLong } from './answer-limits.ts'
import type { Attestations, Draft } from './record.ts'
import { attestationSchema, ClaimRecord, DraftRecord } from './record.ts'
import { mayWriteClaim } from './rights.ts'
import { notWritable } from './writable.ts'

const fields = attestationSchema.extend({ aiUse: z.string() }).partial()

/** What a person has given their word on, with what they have not said yet. */
export const givenWord = ({ attestations }: Draft): Attestations => ({
  ready: attestations.ready ?? false,
  release: attestations.release ?? false,
  ownWork: attestations.ownWork ?? false,
  aiUse: attestations.aiUse ?? '',
})

/** Gives the person's word on one or more of the four points, or takes it back. */
export const attestClaim = command({
  name: 'claim.attest',
  where: 'both',
  input: z.object({ claim: idInput, set: fields, expects: fields.optional() }),
  needs: q =>
    q.first(i => ({ claim: must(ClaimRecord, i.claim), draft: must(DraftRecord, i.claim) })),
  right: (actor, s) => mayWriteClaim(actor, s.claim),
  decide(s, i, context) {
    const refused = notWritable(s.claim)
    if (refused !== undefined) return refused
    const long = tooLong(i.set.aiUse ?? '', answerLimits.aiUseCharsMax, 0)
    if (long !== undefined) return long
    const left = Object.entries(asExpected(i.set, i.expects, givenWord(s.draft.body)))
    if (i.expects !== undefined && left.length === 0)
      return refuse('changed_since', { what: 'draft' })
    const set = Object.fromEntries(left.map(([name, value]) => [`attestations.${name}`, value]))
    return { changes: merge(s.draft, set, context.stamp) }
  },
  // What expects something was decided on what the other left, and stays a command of its own.
  fold: (earlier, later) =>
    earlier.claim === later.claim && earlier.expects === undefined && later.expects === undefined
      ? { claim: later.claim, set: { ...earlier.set, ...later.set } }
      : undefined,
})

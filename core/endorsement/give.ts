import { z } from 'zod'
import { create } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { datedAt } from '../kit/dated-at.ts'
import { answersSchema, doubtsAbout } from './doubt.ts'
import {
  endorsedSchema,
  givenCommentSchema,
  givenEndSchema,
  GivenEndorsementRecord,
} from './given.ts'
import { mayGive } from './rights.ts'

/**
 * The office endorses what another body issues, on the ground of a badge at hand; the district signs it next. What the
 * verifier can't tell of that badge is put up with only by who says that they know of it.
 */
export const giveEndorsement = command({
  name: 'endorsement.give',
  where: 'both',
  input: z.object({
    endorsed: endorsedSchema,
    comment: givenCommentSchema,
    validUntil: givenEndSchema.optional(),
    /** What the verifier said of the badge at hand. */
    answers: answersSchema,
    /** Knowing what could not be told. */
    isKnowing: z.boolean(),
  }),
  needs: q => q.none(),
  right: actor => mayGive(actor),
  decide(_s, i, context) {
    const { endorsed, validUntil } = i
    const what = endorsed.name
    const doubts = doubtsAbout(i.answers)
    const [doubt] = doubts
    if (doubt?.how === 'fails') return refuse('endorses_failing', { what, code: doubt.code })
    if (doubt !== undefined && !i.isKnowing)
      return refuse('endorses_unsure', { what, code: doubt.code })
    const comment = i.comment.trim()
    if (comment === '') return refuse('endorses_nothing', { what })
    const givenAt = datedAt(context, 0)
    if (validUntil !== undefined && validUntil <= givenAt)
      return refuse('endorses_ended', { what, at: validUntil })
    return {
      changes: [
        create(GivenEndorsementRecord, context.id('given-endorsement'), {
          endorsed,
          comment,
          ...(validUntil === undefined ? {} : { validUntil }),
          state: 'given',
          givenBy: context.actor.person,
          givenAt,
          unsure: doubts.map(({ code }) => code),
        }),
      ],
    }
  },
})

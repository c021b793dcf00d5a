import { z } from 'zod'
import { merge } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { notOpen } from './open.ts'
import { ReviewRecord } from './record.ts'
import { mayJudge } from './rights.ts'

/** Gives a criterion its level, or takes it back (`rank: null`). */
export const rateCriterion = command({
  name: 'review.rate',
  where: 'both',
  input: z.object({
    review: idInput,
    criterion: idInput,
    rank: z.int().min(0).max(9).nullable(),
    /** Time spent looking since the last command (ms). */
    activeMs: z.int().min(0).max(3_600_000).default(0),
  }),
  needs: q =>
    q
      .first(i => ({ review: must(ReviewRecord, i.review) }))
      .next((_i, s) => ({ micro: must(MicroCredentialRecord, s.review.body.rubricVersion) })),
  right: (actor, s) => mayJudge(actor, s.review),
  decide(s, i, context) {
    const refused = notOpen(s.review)
    if (refused !== undefined) return refused
    const criterion = s.micro.body.parts
      .flatMap(part => part.criteria)
      .find(known => known.id === i.criterion && s.review.body.criteria.includes(known.id))
    if (criterion === undefined) return refuse('bad_input', { where: 'criterion' })
    if (i.rank !== null && !criterion.levels.some(level => level.rank === i.rank)) {
      return refuse('bad_input', { where: 'rank' })
    }
    return {
      changes: merge(
        s.review,
        {
          [`levels.${i.criterion}`]: i.rank ?? undefined,
          activeMs: s.review.body.activeMs + i.activeMs,
        },
        context.stamp,
      ),
    }
  },
})

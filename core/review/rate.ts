import { z } from 'zod'
import { merge, patchPaths } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import { asExpected } from '../merge/expected.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { notOpen } from './open.ts'
import { ReviewRecord } from './record.ts'
import { mayJudge } from './rights.ts'
import { activeMsInput, moreTime } from './spend.ts'

/** Gives a criterion its level, or takes it back (`rank: null`). */
export const rateCriterion = command({
  name: 'review.rate',
  where: 'both',
  input: z.object({
    review: idInput,
    criterion: idInput,
    rank: z.int().min(0).max(9).nullable(),
    expects: z.int().min(0).max(9).nullable().optional(),
    /** Time spent looking since the last command (ms). */
    activeMs: activeMsInput.default(0),
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
    const now = s.review.body.levels[i.criterion] ?? null
    const { rank } = asExpected({ rank: i.rank }, { rank: i.expects }, { rank: now })
    if (rank === undefined) return refuse('changed_since', { what: 'review' })
    return {
      changes: [
        ...merge(s.review, { [`levels.${i.criterion}`]: rank ?? undefined }, context.stamp),
        ...patchPaths(s.review, moreTime(s.review.body, i.activeMs)),
      ],
    }
  },
})

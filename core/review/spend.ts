import { z } from 'zod'
import { patchPaths } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import type { Review } from './record.ts'
import { ReviewRecord } from './record.ts'
import { mayJudge } from './rights.ts'

/** Time spent looking since it was last told (ms): an hour at most. */
export const activeMsInput = z.int().min(0).max(3_600_000)

/** The fields that book more time. It adds up, whichever computer it was spent on; nothing where there is none. */
export const moreTime = ({ activeMs }: Review, byMs: number): Readonly<Record<string, unknown>> =>
  byMs === 0 ? {} : { activeMs: activeMs + byMs }

/**
 * Books time that a reader spent, and touches nothing they judged. Never refused for the reading's state: minutes that
 * come after it was finished elsewhere are dropped, since nobody could do anything about them.
 */
export const spendTime = command({
  name: 'review.spend',
  where: 'both',
  input: z.object({ review: idInput, activeMs: activeMsInput }),
  needs: q => q.first(i => ({ review: must(ReviewRecord, i.review) })),
  right: (actor, s) => mayJudge(actor, s.review),
  decide: (s, i) => ({
    changes:
      s.review.body.state === 'reading'
        ? patchPaths(s.review, moreTime(s.review.body, i.activeMs))
        : [],
  }),
})

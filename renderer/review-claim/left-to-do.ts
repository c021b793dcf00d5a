import type { Criterion } from '../../core/micro-credential/record.ts'
import { unfinished } from '../../core/review/judge.ts'
import type { Review } from '../../core/review/record.ts'

/** What one criterion still lacks before the reading can be finished. */
export interface Lack {
  readonly criterion: string
  /** Its number in the rubric, from 1. */
  readonly n: number
  readonly text: string
  readonly lacks: 'level' | 'comment' | 'anchor'
}

type Judged = Pick<Review, 'criteria' | 'levels' | 'comments' | 'anchors'>

/**
 * Everything that keeps a reading from being finished, in the rubric's order. The same rule as the record's own
 * (`unfinished`), taken apart so that each thing has its place and its verb.
 */
export function leftToDo(review: Judged, criteria: readonly Criterion[]): readonly Lack[] {
  const { unrated, unexplained } = unfinished(review, criteria)
  return criteria.flatMap((criterion, at) => {
    const { id, text } = criterion
    const lack = (lacks: Lack['lacks']): Lack => ({ criterion: id, n: at + 1, text, lacks })
    if (unrated.includes(id)) return [lack('level')]
    if (!unexplained.includes(id)) return []
    const isSilent = (review.comments[id] ?? '').trim() === ''
    const isUnpointed = !Object.keys(review.anchors).some(key => key.startsWith(`${id}/`))
    return [...(isSilent ? [lack('comment')] : []), ...(isUnpointed ? [lack('anchor')] : [])]
  })
}

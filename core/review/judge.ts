import type { Anchor, Outcome } from '../claim/record.ts'
import type { Criterion } from '../micro-credential/record.ts'
import type { Review } from './record.ts'

/** The anchors of one criterion, in the order they were made. */
export function anchorsOf(anchors: Review['anchors'], criterion: string): Anchor[] {
  return (
    Object.entries(anchors)
      .filter(([key]) => key.startsWith(`${criterion}/`))
      // By code unit: every computer gets the same order, whatever its language.
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, anchor]) => anchor)
  )
}

/** What keeps a reading from being finished: criteria without a level; below passing without a reason or a place. */
export function unfinished(
  review: Pick<Review, 'criteria' | 'levels' | 'comments' | 'anchors'>,
  criteria: readonly Criterion[],
): { readonly unrated: readonly string[]; readonly unexplained: readonly string[] } {
  const judged = criteria.filter(criterion => review.criteria.includes(criterion.id))
  const unrated = judged.filter(c => review.levels[c.id] === undefined).map(c => c.id)
  const unexplained = judged
    .filter(c => {
      const rank = review.levels[c.id]
      if (rank === undefined || rank >= c.passRank) return false
      const says = (review.comments[c.id] ?? '').trim() !== ''
      return !says || anchorsOf(review.anchors, c.id).length === 0
    })
    .map(c => c.id)
  return { unrated, unexplained }
}

/** The findings per criterion of a finished reading, and the decision they make with what already stands. */
export function judge(
  review: Review,
  criteria: readonly Criterion[],
  standing: ReadonlySet<string>,
): Pick<Outcome, 'decision' | 'criteria'> {
  const judged = criteria.filter(criterion => review.criteria.includes(criterion.id))
  const found = judged.map(criterion => {
    const rank = review.levels[criterion.id] ?? 0
    return [
      criterion.id,
      {
        rank,
        met: rank >= criterion.passRank,
        comment: review.comments[criterion.id] ?? '',
        anchors: anchorsOf(review.anchors, criterion.id),
        attempt: review.attempt,
      },
    ] as const
  })
  const met = new Set([...standing, ...found.filter(([, f]) => f.met).map(([id]) => id)])
  return {
    decision: criteria.every(criterion => met.has(criterion.id)) ? 'earned' : 'not_yet',
    criteria: Object.fromEntries(found),
  }
}

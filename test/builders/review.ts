import type { Review } from '../../core/review/record.ts'

/** A reading of three criteria, each at its passing level. */
export const aReview = (more: Partial<Review> = {}): Review => ({
  claim: 'c',
  owner: 'maya',
  title: 'Questions',
  attempt: 1,
  round: 1,
  blind: false,
  rubricVersion: 'mc',
  manifestSha256: 'b'.repeat(64),
  reader: 'jonah',
  state: 'reading',
  criteria: ['c1', 'c2', 'c3'],
  levels: { c1: 2, c2: 2, c3: 2 },
  comments: {},
  anchors: {},
  activeMs: 0,
  takenAt: 1,
  ...more,
})

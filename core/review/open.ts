import type { Rec } from '../kit/record-type.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { Review } from './record.ts'

/** The refusal of an edit to a reading that is over; `undefined` while it is being read. */
export function notOpen(review: Rec<Review>): { refusal: Refusal } | undefined {
  if (review.body.state === 'reading') return undefined
  return { refusal: { code: 'review_state', facts: { state: review.body.state } } }
}

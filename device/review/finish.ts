import type { CommandAnswer } from '../../contract/device/door.ts'
import { refuse } from '../../core/kit/command.ts'
import { ratingsOf } from '../../core/review/ratings.ts'
import { ReviewRecord } from '../../core/review/record.ts'
import { signedBy } from '../keys/signed-by.ts'
import { act } from '../place/act.ts'
import type { Place } from '../place/place.ts'

/** Finishes a reading as it stands on this computer, under this computer's signature. */
export async function finishReview(place: Place, review: string): Promise<CommandAnswer> {
  const rec = (await place.store.seen.get(ReviewRecord, review))?.rec
  if (rec === undefined) return { status: 'refused', ...refuse('not_here', { what: 'review' }) }
  const ratings = ratingsOf(review, rec.body)
  const signed = signedBy(place, 'ratings', ratings)
  return act(place, 'review.finish', { review, ratings, signed })
}

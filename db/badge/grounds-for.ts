import type { Claim } from '../../core/claim/record.ts'
import type { Rec, RecordType } from '../../core/kit/record-type.ts'
import type { DeviceKey } from '../../core/person/device-key.ts'
import type { Review } from '../../core/review/record.ts'
import { ReviewRecord } from '../../core/review/record.ts'
import { keysOf } from '../person/keys.ts'
import type { Asker } from '../query.ts'

interface Found {
  readonly reviews: readonly Rec<Review>[]
  /** As this computer first saw them. */
  readonly keys: readonly Rec<DeviceKey>[]
}

/** The readings that decided a claim, and the keys behind it and them, as far as the asker has them. */
export async function groundsFor(
  asker: Asker,
  claim: Pick<Rec<Claim>, 'body'> | undefined,
): Promise<Found> {
  const attempts = claim?.body.attempts ?? []
  const reviews = await those(
    asker,
    ReviewRecord,
    attempts.flatMap(attempt => attempt.outcome?.review ?? []),
  )
  const keys = await keysOf(asker, [
    ...attempts.map(attempt => attempt.signed.device),
    ...reviews.map(review => review.body.signed?.device),
  ])
  return { reviews, keys }
}

async function those<B>(
  asker: Asker,
  type: RecordType<B>,
  ids: readonly string[],
): Promise<readonly Rec<B>[]> {
  const found: Rec<B>[] = []
  for (const id of new Set(ids)) {
    const there = await asker.seen.get(type, id)
    if (there !== undefined) found.push(there.rec)
  }
  return found
}

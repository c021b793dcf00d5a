import { z } from 'zod'
import { ClaimRecord } from '../../core/claim/record.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { isBlank } from '../../core/review/blank.ts'
import { readingFault } from '../../core/review/reading-fault.ts'
import { ReviewRecord } from '../../core/review/record.ts'
import { claimPool } from '../claim/pools.ts'
import { keysOf } from '../person/keys.ts'
import { peopleOf } from '../person/people.ts'
import { all, one, query, some } from '../query.ts'

export const reviewQueries = {
  reviews: query({
    input: z.object({}),
    kinds: ['review', 'claim', 'micro-credential', 'person'],
    async rows(asker) {
      const mine = await all(asker, ReviewRecord, {
        where: { reader: asker.person },
        order: { by: 'taken', desc: true },
      })
      const pool = await claimPool(asker)
      const readings = mine.filter(review => review.body.state === 'reading')
      return {
        pool,
        readings,
        finished: mine.filter(review => review.body.state === 'finalised'),
        /** Those that ended without being finished, and have notes of their reader's. */
        returned: mine.filter(review => review.body.state === 'returned' && !isBlank(review.body)),
        claims: await some(
          asker,
          ClaimRecord,
          readings.map(review => review.body.claim),
        ),
        micros: await some(asker, MicroCredentialRecord, [
          ...pool.map(claim => claim.body.microCredential),
          ...mine.map(review => review.body.rubricVersion),
        ]),
        people: await peopleOf(
          asker,
          [...pool, ...mine].map(row => row.body.owner),
        ),
      }
    },
  }),

  review: query({
    input: z.object({ review: z.string().max(80) }),
    kinds: ['review', 'claim', 'micro-credential', 'person', 'device-key'],
    async rows(asker, input) {
      const review = await one(asker, ReviewRecord, input.review)
      const claim = await one(asker, ClaimRecord, review?.body.claim)
      const attempt = claim?.body.attempts.find(tried => tried.n === review?.body.attempt)
      const files = attempt?.items.flatMap(item => item.file?.sha256 ?? []) ?? []
      const keys = await keysOf(asker, [attempt?.signed.device])
      const isHere = review !== undefined && claim !== undefined
      return {
        review,
        claim,
        micro: await one(asker, MicroCredentialRecord, review?.body.rubricVersion),
        people: await peopleOf(asker, [review?.body.owner, review?.body.reader]),
        here: [...(await asker.here(files))],
        fault: isHere ? readingFault(review.body, claim, keys) : undefined,
      }
    },
  }),
}

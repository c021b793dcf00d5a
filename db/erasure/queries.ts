import { z } from 'zod'
import { HoldRecord } from '../../core/person/hold.ts'
import { ErasureRecord } from '../../core/erasure/record.ts'
import { mayErase } from '../../core/erasure/rights.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { all, one, query, some } from '../query.ts'

export const erasureQueries = {
  erasures: query({
    input: z.object({}),
    kinds: ['erasure', 'hold', 'person'],
    async rows(asker) {
      const isAsked = mayErase(asker)
      const erasures = isAsked ? await all(asker, ErasureRecord, {}) : []
      const holds = isAsked ? await all(asker, HoldRecord, {}) : []
      return {
        erasures,
        holds,
        people: await some(asker, PersonRecord, [
          ...erasures.flatMap(({ id, body }) => [
            ...[id, body.begunBy, body.askedBy, body.agreedBy, body.calledOffBy],
          ]),
          ...holds.flatMap(({ id, body }) => [id, body.putBy, body.liftedBy]),
        ]),
      }
    },
  }),

  'erasure.own': query({
    input: z.object({}),
    kinds: ['erasure', 'person'],
    async rows(asker) {
      const erasure = await one(asker, ErasureRecord, asker.person)
      const { askedBy, agreedBy, calledOffBy } = erasure?.body ?? {}
      return { erasure, people: await some(asker, PersonRecord, [askedBy, agreedBy, calledOffBy]) }
    },
  }),
}

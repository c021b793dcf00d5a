import { z } from 'zod'
import { PersonRecord } from '../../core/person/record.ts'
import { all, query } from '../query.ts'

export const personQueries = {
  people: query({
    input: z.object({}),
    kinds: ['person'],
    rows: async asker => ({ people: await all(asker, PersonRecord, { order: { by: 'name' } }) }),
  }),

  refused: query({
    input: z.object({}),
    kinds: [],
    rows: async asker => ({ refused: await asker.refused() }),
  }),
}

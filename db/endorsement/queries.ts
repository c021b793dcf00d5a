import { z } from 'zod'
import { endorsedKinds, GivenEndorsementRecord } from '../../core/endorsement/given.ts'
import { peopleOf } from '../person/people.ts'
import { all, query } from '../query.ts'

export const endorsementQueries = {
  'given-endorsements': query({
    input: z.object({ endorsed: z.array(z.string()).max(endorsedKinds.length).optional() }),
    kinds: ['given-endorsement', 'person'],
    async rows(asker, { endorsed }) {
      const given = await all(asker, GivenEndorsementRecord, {
        ...(endorsed === undefined ? {} : { where: { endorsed: { in: endorsed } } }),
        order: { by: 'given', desc: true },
      })
      const people = given.flatMap(({ body }) => [body.givenBy, body.withdrawnBy])
      return { given, people: await peopleOf(asker, people) }
    },
  }),
}

import { z } from 'zod'
import {
  CompetencyRecord,
  FrameworkRecord,
  frameworkItemsMax,
} from '../../core/competency/record.ts'
import { all, one, query } from '../query.ts'

export const competencyQueries = {
  frameworks: query({
    input: z.object({}),
    kinds: ['framework'],
    rows: async asker => ({
      frameworks: await all(asker, FrameworkRecord, { order: { by: 'title' } }),
    }),
  }),

  framework: query({
    input: z.object({ framework: z.string().max(80) }),
    kinds: ['framework', 'competency'],
    rows: async (asker, input) => {
      const statements = (retired: 0 | 1) =>
        all(
          asker,
          CompetencyRecord,
          { where: { framework: input.framework, retired }, order: { by: 'position' } },
          frameworkItemsMax,
        )
      return {
        framework: await one(asker, FrameworkRecord, input.framework),
        competencies: await statements(0),
        retired: await statements(1),
      }
    },
  }),
}

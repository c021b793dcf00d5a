import type { ZodType } from 'zod'
import type { Queries, QueryInput, QueryName, QueryRows } from '../../contract/device/queries.ts'
import { badgeQueries } from '../../db/badge/queries.ts'
import { claimQueries } from '../../db/claim/queries.ts'
import { competencyQueries } from '../../db/competency/queries.ts'
import { endorsementQueries } from '../../db/endorsement/queries.ts'
import { erasureQueries } from '../../db/erasure/queries.ts'
import { evidenceQueries } from '../../db/evidence/queries.ts'
import { personQueries } from '../../db/person/queries.ts'
import { planQueries } from '../../db/plan/queries.ts'
import type { Asker } from '../../db/query.ts'
import { DoorRefusal } from '../door/refused.ts'
import { reviewQueries } from '../../db/review/queries.ts'

type Handlers = {
  readonly [N in QueryName]: {
    readonly input: ZodType<QueryInput<N>>
    readonly kinds: readonly string[]
    rows(asker: Asker, input: QueryInput<N>): Promise<QueryRows<N>>
  }
}

/** Every query of the contract with its answer: the sum of the nouns' own. A missing or a wrong one doesn't compile. */
const queries: Handlers = {
  ...planQueries,
  ...competencyQueries,
  ...evidenceQueries,
  ...claimQueries,
  ...reviewQueries,
  ...badgeQueries,
  ...endorsementQueries,
  ...personQueries,
  ...erasureQueries,
}

/** Whether there is a query of a name. */
export const isQuery = (name: string): name is keyof Queries => Object.hasOwn(queries, name)

/** The kinds of record that a query's answer may hold: a change of others leaves it as it is. */
export const kindsIn = (name: QueryName): readonly string[] => queries[name].kinds

/** Reads the input of a query and answers it. Throws `malformed`. */
export function answer<N extends QueryName>(
  asker: Asker,
  name: N,
  input: unknown,
): Promise<QueryRows<N>> {
  const handler = queries[name]
  const parsed = handler.input.safeParse(input)
  if (!parsed.success) throw new DoorRefusal('malformed', { query: name })
  return handler.rows(asker, parsed.data)
}

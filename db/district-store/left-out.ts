import type { Kinds } from '../records/kinds.ts'
import { sumsOver, sumWithout } from '../records/sum.ts'
import { int, text } from '../sql/row.ts'
import type { Dialect, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'

/** Records and their sum, as in `Sums`. */
type Counted = readonly [records: number, sum: number]

/**
 * What lies in the record and this program knows nothing of: a newer one wrote it, or it is of a kind that was given up. It
 * is told to nobody, so it can't be counted in what streams show either. It does not change while the program runs.
 */
export interface LeftOut {
  readonly kinds: readonly string[]
  readonly byStream: ReadonlyMap<string, Counted>
}

/** Every kind there is, each found by one look at the index. */
const allKinds = `with recursive each_kind(kind) as (
    select min(kind) from record
    union all
    select (select min(kind) from record where kind > each_kind.kind) from each_kind where each_kind.kind is not null
  ) select kind from each_kind where kind is not null`

/** Which kinds are left out, and how much each stream counts of them. */
export function* leftOutOf(known: Kinds, dialect: Dialect): Steps<LeftOut> {
  const kinds = (yield* query(allKinds)).map(row => text(row, 'kind')).filter(k => !known.has(k))
  if (kinds.length === 0) return { kinds, byStream: new Map() }
  // What was never counted is in no stream's count.
  const rows = yield* query(
    `select m.stream as stream, count(*) as records, cast(${sumsOver('m.sum')} as ${dialect.int}) as sum
     from record r join member m on m.key = r.key
     where m.sum is not null and ${dialect.among('r.kind')} group by m.stream`,
    JSON.stringify(kinds),
  )
  const counted = rows.map(
    row => [text(row, 'stream'), [int(row, 'records'), int(row, 'sum')]] as const,
  )
  return { kinds, byStream: new Map(counted) }
}

/** What a stream counts without what is left out of it. */
export function without([records, sum]: Counted, part: Counted | undefined): Counted {
  return part === undefined ? [records, sum] : [records - part[0], sumWithout(sum, part[1])]
}

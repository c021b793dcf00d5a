import type { Key } from '../../core/kit/record-type.ts'
import { metaOf, setMeta } from '../meta/meta.ts'
import type { Kinds } from '../records/kinds.ts'
import { text } from '../sql/row.ts'
import type { Dialect, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { append, counted } from './append.ts'
import type { Entry } from './append.ts'
import type { Member } from './membership.ts'
import { membersNow, membersOf, putMember, reseat } from './membership.ts'
import { recOf } from './rec-row.ts'

/** Records that one step looks at: few, since they are held against everyone meanwhile. */
const stepRows = 100

const place = 'recounted'

/** How far counting has come: of which build, and after which record; no `after`: all are counted. */
interface Recounted {
  readonly build: string
  readonly after?: string
}

/** Whether every record stands where this build of the program puts it, and is in the sums of its streams. */
export function* isCounted(build: string): Steps<boolean> {
  const { build: of, after } = yield* recountedOf()
  return of === build && after === undefined
}

/** A district without records has nothing to count. */
export function* beginCounted(build: string): Steps<void> {
  const [any] = yield* query('select key from record limit 1')
  if (any === undefined) yield* setMeta(place, JSON.stringify({ build }))
}

/**
 * Counts some records on; whether more follow, and which streams moved by it, with their new last numbers. What an earlier program never counted joins the sums of its streams;
 * what this build shows otherwise, or in other streams, is told there, as if it had been written anew. Records of a kind
 * that this program doesn't know stay where they are.
 */
export function* recount(
  build: string,
  nowMs: number,
  kinds: Kinds,
  dialect: Dialect,
): Steps<{ readonly isMore: boolean; readonly moved: ReadonlyMap<string, number> }> {
  const before = yield* recountedOf()
  if (before.build === build && before.after === undefined)
    return { isMore: false, moved: new Map() }
  const after = before.build === build ? (before.after ?? '') : ''
  const found = yield* query(
    'select key from record where key > ? order by key limit ?',
    after,
    stepRows,
  )
  const keys = found.map(row => text(row, 'key'))
  const last = keys.at(-1)
  const isMore = last !== undefined && keys.length === stepRows
  yield* setMeta(place, JSON.stringify(isMore ? { build, after: last } : { build }))
  const sql = `select key, v, rev, body, clocks from record where ${dialect.among('key')}${dialect.forUpdate}`
  const told: Entry[] = []
  const silent: Entry[] = []
  for (const row of yield* query(sql, JSON.stringify(keys))) {
    const { key, rec } = recOf(row, kinds)
    if (!kinds.has(rec.kind)) continue
    const now = membersNow(rec, kinds)
    const old = (yield* membersOf([key], dialect)).get(key) ?? new Map<string, Member>()
    silent.push(...(yield* counting(key, now, old)))
    for (const entry of yield* reseat([{ key, rec }], { kinds, dialect })) {
      const isGone = !now.has(entry.stream)
      if (isGone || old.get(entry.stream)?.sum !== now.get(entry.stream)?.sum) told.push(entry)
    }
  }
  yield* counted(
    [...Map.groupBy(silent, entry => entry.stream)].map(([stream, added]) => ({
      stream,
      numbers: 0,
      added,
    })),
  )
  return { isMore, moved: yield* append(told, nowMs) }
}

/** Takes what was never counted, and stands where it stood, into its streams' sums. */
function* counting(
  key: Key,
  now: ReadonlyMap<string, { readonly view: string; readonly sum: number }>,
  old: ReadonlyMap<string, Member>,
): Steps<Entry[]> {
  const entries: Entry[] = []
  for (const [stream, { view, sum }] of old) {
    const today = now.get(stream)
    if (sum !== undefined || today?.view !== view) continue
    yield* putMember(key, stream, today)
    entries.push({ stream, key, records: 1, sum: today.sum })
  }
  return entries
}

function* recountedOf(): Steps<Recounted> {
  const stored: Recounted = JSON.parse((yield* metaOf(place)) ?? '{"build":"","after":""}')
  return stored
}

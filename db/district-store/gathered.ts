import type { Key } from '../../core/kit/record-type.ts'
import type { Batch, Committed, Decided, Side, Within } from '../engine/store.ts'
import type { Write } from '../records/apply.ts'
import { assertValid } from '../records/apply.ts'
import type { Kinds, StoredRec } from '../records/kinds.ts'
import { int } from '../sql/row.ts'
import type { Dialect, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Result } from '../wire.ts'
import type { Done } from './done.ts'
import { deviceStream } from './done.ts'
import { putDown } from './put-down.ts'
import { namesOf, recordsOf, resultsOf, verified } from './read.ts'

/** What a transaction of commands stands on. */
export interface GatherContext {
  readonly kinds: Kinds
  readonly dialect: Dialect
  /** Random, hex, another one at each call. */
  salt(): string
}

/** What the commands of one transaction read and came to. */
export interface Gathered extends Within {
  /** Writes all of it. What it names was changed by somebody else meanwhile: nothing of this transaction may be kept. */
  putDown(): Steps<string | undefined>
  /** The streams that moved by it, with their new last numbers; empty before it was put down. */
  moved(): ReadonlyMap<string, number>
}

/**
 * Gathers what commands come to and writes it once, at the end of their transaction: a statement for each command and
 * each row would be most of what a command costs. Each reads what those before it came to. What is read is held until the
 * end, so that it still is as it was when it is written.
 */
export function gather({ kinds, dialect, salt }: GatherContext): Gathered {
  /** As those before left them; `undefined`: absent. */
  const records = new Map<Key, StoredRec | undefined>()
  /** Before the transaction. */
  const before = new Map<Key, StoredRec | undefined>()
  const written = new Map<Key, Write>()
  const names = new Map<string, Key | undefined>()
  const results = new Map<string, Decided | undefined>()
  /** Last numbers of streams of computers. */
  const heads = new Map<string, number>()
  const done: Done[] = []
  let moved: ReadonlyMap<string, number> = new Map()

  function* readRecords(keys: readonly Key[]): Steps<void> {
    const asked = [...new Set(keys)].filter(key => !records.has(key))
    if (asked.length === 0) return
    const found = yield* recordsOf(asked, kinds, dialect, dialect.forUpdate)
    for (const key of asked) records.set(key, found.get(key))
  }
  function* readNames(asked: readonly string[]): Steps<void> {
    const unknown = [...new Set(asked)].filter(name => !names.has(name))
    if (unknown.length === 0) return
    const found = yield* namesOf(unknown, dialect)
    for (const name of unknown) names.set(name, found.get(name))
  }
  function* readResults(keys: readonly string[]): Steps<void> {
    const asked = keys.filter(key => !results.has(key))
    if (asked.length === 0) return
    const found = yield* resultsOf(asked, dialect)
    for (const key of asked) results.set(key, found.get(key))
  }
  const uniqueOf = (rec: StoredRec | undefined): readonly string[] =>
    rec === undefined ? [] : (kinds.get(rec.kind)?.unique(rec.id, rec.body) ?? [])

  /** What is not any more as the command had it. */
  function* staleIn({ reads, freeNames, writes }: Batch): Steps<string | undefined> {
    const expected = new Map<Key, number>(reads)
    for (const write of writes) expected.set(write.key, write.before)
    yield* readRecords([...expected.keys()])
    yield* readNames([...freeNames])
    for (const [key, rev] of expected) if ((records.get(key)?.rev ?? 0) !== rev) return key
    return [...freeNames].find(name => names.get(name) !== undefined)
  }
  /** A name that another record holds. All written records give theirs back first, so that two may swap. */
  function* takenIn(writes: readonly Write[]): Steps<string | undefined> {
    const taking = writes.flatMap(({ key, rec }) =>
      [...new Set(uniqueOf(rec))].map(name => ({ name, key })),
    )
    const given = writes.flatMap(({ key }) =>
      uniqueOf(records.get(key)).map(name => ({ name, key })),
    )
    // Also those that are only given back: whoever takes one later in this transaction must not read it as it was.
    yield* readNames([...given, ...taking].map(({ name }) => name))
    for (const { name, key } of given) if (names.get(name) === key) names.set(name, undefined)
    for (const { name, key } of taking) {
      const holder = names.get(name)
      if (holder !== undefined && holder !== key) return name
      names.set(name, key)
    }
    return undefined
  }
  function note(write: Write): void {
    const { key, rec } = write
    if (!before.has(key)) before.set(key, records.get(key))
    records.set(key, rec)
    // Last in order: a stream tells what was written last at its end.
    written.delete(key)
    written.set(key, write)
  }
  function* placeOf({ device }: Side): Steps<number> {
    if (device === undefined) return 0
    const stream = deviceStream(device)
    const at = (heads.get(stream) ?? (yield* heldHead(stream))) + 1
    heads.set(stream, at)
    return at
  }
  return {
    kinds,
    *foresee(asked) {
      yield* readResults(asked.results)
      yield* readRecords(asked.records)
    },
    *read(ask) {
      yield* readNames(ask.names)
      const holders = new Map<string, Key>()
      for (const name of ask.names) {
        const key = names.get(name)
        if (key !== undefined) holders.set(name, key)
      }
      const keys = [...ask.keys, ...holders.values()]
      yield* readRecords(keys)
      const found = new Map<Key, StoredRec>()
      for (const key of keys) {
        const rec = records.get(key)
        if (rec !== undefined) found.set(key, rec)
      }
      return {
        records: found,
        names: holders,
        blobs: yield* verified(ask.blobs, ask.owner, dialect),
      }
    },
    *results(keys) {
      yield* readResults(keys)
      const found = new Map<string, Decided>()
      for (const key of keys) {
        const decided = results.get(key)
        if (decided !== undefined) found.set(key, decided)
      }
      return found
    },
    *commit(batch): Steps<Committed> {
      const { side, writes } = batch
      for (const { rec } of writes) if (rec) assertValid(rec, kinds)
      yield* readResults([side.key])
      const earlier = results.get(side.key)
      if (earlier !== undefined) return { did: 'before', decided: earlier }
      const stale = yield* staleIn(batch)
      if (stale !== undefined) return { did: 'stale', key: stale }
      const taken = yield* takenIn(writes)
      if (taken !== undefined) return { did: 'taken', name: taken }
      for (const write of writes) note(write)
      const result = resultOf(side, yield* placeOf(side))
      results.set(side.key, { result, sent: side.sent })
      done.push({ side, result, writes, salt: salt() })
      return { did: 'done', result }
    },
    *putDown() {
      const all = { done, written: [...written.values()], before, heads }
      const put = yield* putDown(all, { kinds, dialect })
      if ('overtaken' in put) return put.overtaken
      moved = put.moved
      return undefined
    },
    moved: () => moved,
  }
}

function resultOf(side: Side, at: number): Result {
  return side.refusal ? { status: 'refused', refusal: side.refusal, at } : { status: 'applied', at }
}

/** The last number of a stream, which nobody else counts up before the end of the transaction. */
function* heldHead(stream: string): Steps<number> {
  const [row] = yield* query(
    `insert into stream (name, head) values (?, 0)
     on conflict (name) do update set head = stream.head returning head`,
    stream,
  )
  if (!row) throw new Error(`stream ${stream} has no head`)
  return int(row, 'head')
}

import { districtItself } from '../../core/access/district-itself.ts'
import type { Key } from '../../core/kit/record-type.ts'
import type { Batch, Committed } from '../engine/store.ts'
import type { Kinds } from '../records/kinds.ts'
import { asKey } from '../records/kinds.ts'
import { sha256OfText } from '../sha256-of-text.ts'
import { int, text } from '../sql/row.ts'
import type { Sql, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { recordsOf } from './read.ts'

/** Audit entries that are looked at, or changed, together. */
const stepRows = 1_000
/** How often a record is committed to anew that others write at the same moment. */
const triesMax = 20

/** The command that erases records, and the one under which others are committed to anew. */
const erasing = 'erasure.part'
const proving = 'erasure.prove'

interface Parts {
  readonly sql: Sql
  readonly kinds: Kinds
  /** By the district's clock (epoch ms). */
  readonly nowMs: number
  commit(batch: Batch): Promise<Committed>
}

/** What stands in the audit of a person whose records were erased. */
interface Traces {
  /** Entries whose salt proves, to who guesses, what was erased. */
  readonly salted: readonly number[]
  /** Commands of theirs, or that wrote something that was erased: what was sent can be guessed from its digest. */
  readonly commands: readonly string[]
  /** Records of others that have no other proof than one of those salts. */
  readonly unproved: ReadonlyMap<Key, number>
}

/**
 * Takes away by what else a record that was erased could be told or guessed: the salts of what was written into it, the
 * digests of the commands that wrote, and the facts of refusals to its person. The entries of the audit stay as they are,
 * so its chain holds; a record of others that was written in the same breath is committed to anew first. Again, it does nothing.
 */
export async function eraseTraces(person: string, parts: Parts): Promise<void> {
  const { salted, commands, unproved } = await tracesOf(person, parts.sql)
  for (const [key, n] of unproved) await proveAnew(key, n, person, parts)
  const always = () => true
  for (const some of chunksOf(salted)) await parts.sql.write(() => forgetSalts(some), always)
  for (const some of chunksOf(commands)) await parts.sql.write(() => forgetSent(some), always)
}

async function tracesOf(person: string, sql: Sql): Promise<Traces> {
  const erased = new Set(await sql.snapshot(() => erasedKeys(person)))
  const salted: number[] = []
  const commands: string[] = []
  /** Of records beside those that were erased: their last entry, and whether its salt goes. */
  const beside = new Map<Key, { n: number; isUnproved: boolean }>()
  for (let after = 0; ;) {
    const rows = await sql.snapshot(() => entriesAfter(after))
    for (const row of rows) {
      const isTheirs = row.records.some(key => erased.has(key))
      const isErasing = row.command === erasing || row.command === proving
      const goes = isTheirs && !isErasing
      if (goes) salted.push(row.n)
      if (goes || row.person === person) commands.push(row.commandKey)
      for (const key of row.records)
        if (!erased.has(key) && (goes || beside.has(asKey(key))))
          beside.set(asKey(key), { n: row.n, isUnproved: goes })
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < stepRows) break
    after = last.n
  }
  const left = await sql.snapshot(() => withSalt(salted))
  const unproved = new Map<Key, number>()
  for (const [key, { n, isUnproved }] of beside) if (isUnproved && left.has(n)) unproved.set(key, n)
  return { salted: [...left], commands, unproved }
}

function* erasedKeys(person: string): Steps<readonly string[]> {
  const prefix = `district:erase:${person}:`
  const rows = yield* query('select command_key, records from audit where command = ?', erasing)
  return rows
    .filter(row => text(row, 'command_key').startsWith(prefix))
    .flatMap(row => listOf(text(row, 'records')))
}

interface Entry {
  readonly n: number
  readonly commandKey: string
  readonly command: string
  readonly person: string
  readonly records: readonly string[]
}

function* entriesAfter(n: number): Steps<readonly Entry[]> {
  const rows = yield* query(
    'select n, command_key, command, person, records from audit where n > ? order by n limit ?',
    n,
    stepRows,
  )
  return rows.map(row => ({
    n: int(row, 'n'),
    commandKey: text(row, 'command_key'),
    command: text(row, 'command'),
    person: text(row, 'person'),
    records: listOf(text(row, 'records')),
  }))
}

function* withSalt(entries: readonly number[]): Steps<ReadonlySet<number>> {
  const found = new Set<number>()
  for (const n of entries) {
    const [row] = yield* query('select n from audit_salt where n = ?', n)
    if (row) found.add(n)
  }
  return found
}

/** Writes a record of others as it is, so that the audit commits to it under a salt that stays. */
async function proveAnew(
  key: Key,
  n: number,
  person: string,
  { sql, kinds, nowMs, commit }: Parts,
): Promise<void> {
  for (let tries = 0; tries < triesMax; tries++) {
    const rec = (await sql.snapshot(() => recordsOf([key], kinds, sql.dialect))).get(key)
    if (rec === undefined) return
    const committed = await commit({
      reads: new Map(),
      freeNames: new Set(),
      writes: [{ key, before: rec.rev, rec: { ...rec, rev: rec.rev + 1 } }],
      side: {
        key: `district:prove:${person}:${n}:${sha256OfText(key)}`,
        command: proving,
        person: districtItself,
        device: undefined,
        now: nowMs,
      },
    })
    if (committed.did !== 'stale') return
  }
  throw new Error('others are faster')
}

function* forgetSalts(entries: readonly number[]): Steps<void> {
  for (const n of entries) yield* query('delete from audit_salt where n = ?', n)
}

function* forgetSent(keys: readonly string[]): Steps<void> {
  for (const key of keys) {
    const [row] = yield* query('select result, digest from result where key = ?', key)
    if (!row) continue
    const result: unknown = JSON.parse(text(row, 'result'))
    const bare = withoutFacts(result)
    if (bare === undefined && row['digest'] === null) continue
    const kept = JSON.stringify(bare ?? result)
    yield* query(
      'update result set result = ?, digest = null, stamp = null where key = ?',
      kept,
      key,
    )
  }
}

/** A refusal without what it was about; `undefined` where nothing is to be taken out. */
function withoutFacts(result: unknown): object | undefined {
  if (typeof result !== 'object' || result === null || !('refusal' in result)) return undefined
  const { refusal } = result
  if (typeof refusal !== 'object' || refusal === null || !('facts' in refusal)) return undefined
  if (JSON.stringify(refusal.facts) === '{}') return undefined
  return { ...result, refusal: { ...refusal, facts: {} } }
}

function listOf(json: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) ? list.filter(each => typeof each === 'string') : []
  } catch {
    // No command wrote that; who verifies the audit is told.
    return []
  }
}

function* chunksOf<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < all.length; at += stepRows) yield all.slice(at, at + stepRows)
}

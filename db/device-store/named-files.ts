import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { AnyRecordType } from '../../core/kit/record-type.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import { indexTable } from '../index-table/index-table.ts'
import type { StoredRec } from '../records/kinds.ts'
import { insertRows } from '../sql/insert-rows.ts'
import { text } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Unsent } from './unsent.ts'
import { unsentOf } from './unsent.ts'

/** Before a record's key: the files that it named when it was last seen. What is deleted for good names none any more. */
const filesOfKey = 'own:files-of:'
/** Before a SHA-256 sum: when a file came (epoch ms) that no record names yet. */
const cameAt = 'own:came:'
/** Before the SHA-256 of a file that was fetched to be looked at; it is not one's own. */
export const fetched = 'own:fetched:'
/** So long a file that came waits for a record (ms): the person is still at it. */
const waitsMs = 86_400_000

/** Which files the records here name, so that those of a piece that is deleted can go. Each call is one transaction. */
export interface NamedFiles {
  /** A file came, for a record that is still to be kept. */
  noteCame(sha: string, nowMs: number): void
  /** SHA-256 of the files that a record named when it was last seen, as long as nobody has let go of them. */
  of(key: string): readonly string[]
  /**
   * What names a file here: a `record` (evidence or a claim, as the district has it or as it is seen here), or what may still
   * become one (`waiting`): a command that is not seen as done, or a person who has just brought it.
   */
  namedBy(sha: string, nowMs: number): 'record' | 'waiting' | undefined
  /**
   * Files for which a command that is not seen as done waits in the district, as they lie here: what it hands over may have
   * been thrown away or deleted here since, and its claim does not look sent.
   */
  awaited(): readonly Unsent[]
  /** Files that are noted here, brought or fetched, and that no evidence seen here has; in order after one (SHA-256). */
  loose(after: string, limit: number): readonly string[]
  /** Whether a file is one of those. */
  isLoose(sha: string): boolean
  /** A file is here no more. */
  forget(sha: string): void
  /** The files that a record named were let go of. */
  forgetOf(key: string): void
}

/** The files of a store whose transactions are made by `write`. */
export const namedFiles = (write: <T>(steps: Steps<T>) => T): NamedFiles => ({
  noteCame: (sha, nowMs) => write(noteCame(sha, nowMs)),
  of: key => write(filesOf(key)),
  namedBy: (sha, nowMs) => write(namedBy(sha, nowMs)),
  awaited: () => write(awaited()),
  loose: (after, limit) => write(loose('f.sha > ?', after, limit)),
  isLoose: sha => write(loose('f.sha = ?', sha, 1)).length > 0,
  forget: sha => write(forget(sha)),
  forgetOf: key => write(forgetOf(key)),
})

/** Notes which files records name, in the transaction that brings them into sight. */
export function* noteFiles(
  type: AnyRecordType,
  recs: ReadonlyMap<string, StoredRec | undefined>,
): Steps<void> {
  const rows: string[][] = []
  for (const [id, rec] of recs) {
    const shas = rec === undefined ? [] : (type.files(rec.body)?.shas ?? [])
    if (shas.length > 0) rows.push([`${filesOfKey}${keyOf(type.kind, id)}`, shas.join()])
    for (const sha of shas) yield* query('delete from meta where name = ?', `${cameAt}${sha}`)
  }
  yield* insertRows(
    'meta (name, value)',
    rows,
    'on conflict (name) do update set value = excluded.value',
  )
}

function* noteCame(sha: string, nowMs: number): Steps<void> {
  yield* query(
    'insert into meta (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
    `${cameAt}${sha}`,
    String(nowMs),
  )
}

function* filesOf(key: string): Steps<readonly string[]> {
  const [row] = yield* query('select value from meta where name = ?', `${filesOfKey}${key}`)
  return row === undefined ? [] : text(row, 'value').split(',')
}

function* forgetOf(key: string): Steps<void> {
  yield* query('delete from meta where name = ?', `${filesOfKey}${key}`)
}

function* namedBy(sha: string, nowMs: number): Steps<'record' | 'waiting' | undefined> {
  const inBodies = (table: string) =>
    `select 1 from ${table} where (key like 'claim/%' or key like 'evidence/%') and instr(body, ?) > 0`
  const named = yield* query(
    `${inBodies('mirror')} union all ${inBodies('pending')} limit 1`,
    sha,
    sha,
  )
  if (named.length > 0) return 'record'
  const waiting = yield* query(
    "select 1 from outbox where sight <> 'shown' and instr(input, ?) > 0 limit 1",
    sha,
  )
  const [came] = yield* query('select value from meta where name = ?', `${cameAt}${sha}`)
  const isJustHere = came !== undefined && Math.abs(nowMs - Number(text(came, 'value'))) < waitsMs
  return waiting.length > 0 || isJustHere ? 'waiting' : undefined
}

function* awaited(): Steps<readonly Unsent[]> {
  const handed = yield* query(
    `select distinct m.value as shas
     from outbox o join touch t on t.n = o.n join meta m on m.name = ? || t.key
     where o.wait_on = 'blobs' and o.sight <> 'shown'`,
    filesOfKey,
  )
  if (handed.length === 0) return []
  const shas = handed.flatMap(row => text(row, 'shas').split(','))
  const rows = yield* query(
    `select sha, min(size_bytes) as size, min(media_type) as media from blob
     where sha in (select value from json_each(?)) group by sha order by sha`,
    JSON.stringify(shas),
  )
  return rows.map(unsentOf)
}

/** `which`: a condition on `f.sha`, with one value. */
function* loose(which: string, value: string, limit: number): Steps<readonly string[]> {
  const rows = yield* query(
    `select f.sha as sha from
       (select sha from blob union select substr(name, ?) from meta where name >= ? and name < ?) f
     where ${which}
       and not exists (select 1 from ${indexTable(EvidenceRecord.kind)} b where b.sha = f.sha)
     order by f.sha limit ?`,
    fetched.length + 1,
    fetched,
    // Up to what begins otherwise.
    `${fetched.slice(0, -1)};`,
    value,
    limit,
  )
  return rows.map(row => text(row, 'sha'))
}

function* forget(sha: string): Steps<void> {
  yield* query('delete from blob where sha = ?', sha)
  for (const name of [`${cameAt}${sha}`, `${fetched}${sha}`])
    yield* query('delete from meta where name = ?', name)
}

import type { AuditEntry } from '../../core/audit/entry.ts'
import { beforeTheFirst, commitmentTo, linkHash } from '../../core/audit/entry.ts'
import type { Linked, Place } from '../../core/audit/chain.ts'
import type { AuditHead } from '../../core/audit/head.ts'
import { sha256OfText } from '../sha256-of-text.ts'
import { insertRows } from '../sql/insert-rows.ts'
import { int, text, textMaybe } from '../sql/row.ts'
import type { Dialect, SqlRow, Steps, Value } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Done } from './done.ts'

// Entries are written with their command; their place in the chain is given afterwards, one after the other: a hash of
// everything before it, in the same transaction, would be one row that all commands wait for.

/** Writes the lines of commands, in their order. */
export function* writeEntries(done: readonly Done[]): Steps<void> {
  const rows = yield* insertRows(
    'audit (at, command_key, command, person, device, outcome, records, commitments)',
    done.map(({ side, writes, salt }) => {
      const commitments = writes.map(({ rec }) =>
        rec ? commitmentTo(salt, rec.body, sha256OfText) : null,
      )
      return [
        side.now,
        side.key,
        side.command,
        side.person,
        side.device ?? null,
        side.refusal?.code ?? 'applied',
        JSON.stringify(writes.map(write => write.key)),
        JSON.stringify(commitments),
      ]
    }),
    'returning n, command_key',
  )
  const numbers = new Map(rows.map(row => [text(row, 'command_key'), int(row, 'n')]))
  const numbered = done.map(({ side, writes, salt }) => {
    const n = numbers.get(side.key)
    if (n === undefined) throw new Error('an audit entry has a number')
    return { n, writes, salt }
  })
  yield* insertRows(
    'audit_salt (n, salt)',
    numbered.flatMap(({ n, writes, salt }) => (writes.length > 0 ? [[n, salt]] : [])),
  )
  yield* insertRows(
    'audit_due (n)',
    numbered.map(({ n }) => [n]),
  )
}

/** The last place; that before the first where there is none. */
export function* lastPlace(): Steps<Place> {
  const [row] = yield* query('select link, hash from audit_link order by link desc limit 1')
  return row ? placeOf(row) : beforeTheFirst
}

/** The hash that stands at a place; `undefined`: there is none. */
export function* hashAt(link: number): Steps<string | undefined> {
  const [row] = yield* query('select hash from audit_link where link = ?', link)
  return row && text(row, 'hash')
}

/** Gives the next entries their places, the oldest first; how many. Called by one caller at a time. */
export function* linkEntries(limitRows: number, dialect: Dialect): Steps<number> {
  const due = yield* query(
    `select ${entryColumns} from audit_due d join audit a on a.n = d.n order by d.n limit ?`,
    limitRows,
  )
  let { link, hash } = yield* lastPlace()
  const rows: Value[][] = []
  for (const row of due) {
    const entry = entryOf(row)
    link += 1
    hash = linkHash(hash, link, entry, sha256OfText)
    rows.push([link, entry.n, hash])
  }
  yield* insertRows('audit_link (link, n, hash)', rows)
  // By its own number each: meanwhile others write theirs, which may be smaller and not seen yet.
  if (due.length > 0)
    yield* query(
      `delete from audit_due where ${dialect.amongNumbers('n')}`,
      JSON.stringify(due.map(row => int(row, 'n'))),
    )
  return due.length
}

/** Places after a number with the entries that stand there, in order. */
export function* placesAfter(link: number, limitRows: number): Steps<readonly Linked[]> {
  const rows = yield* query(
    `select l.link, l.hash, ${entryColumns} from audit_link l left join audit a on a.n = l.n
     where l.link > ? order by l.link limit ?`,
    link,
    limitRows,
  )
  return rows.map(row => ({
    ...placeOf(row),
    entry: row['command'] === null ? undefined : entryOf(row),
  }))
}

/** Entries beside the chain. `stray`: nobody put them there by a command; `lost`: gone before they had a place. */
export function* besideTheChain(): Steps<{ readonly stray: number; readonly lost: number }> {
  const [stray] = yield* query(
    `select count(*) as count from audit a where not exists (select 1 from audit_link l where l.n = a.n)
     and not exists (select 1 from audit_due d where d.n = a.n)`,
  )
  const [lost] = yield* query(
    'select count(*) as count from audit_due d where not exists (select 1 from audit a where a.n = d.n)',
  )
  return { stray: stray ? int(stray, 'count') : 0, lost: lost ? int(lost, 'count') : 0 }
}

/** Entries that have no place yet, the oldest first. */
export function* waitingEntries(): Steps<readonly AuditEntry[]> {
  const rows = yield* query(
    `select ${entryColumns} from audit_due d join audit a on a.n = d.n order by d.n`,
  )
  return rows.map(entryOf)
}

/** Heads as they were signed, the oldest first. */
export function* keptHeads(): Steps<readonly AuditHead[]> {
  const rows = yield* query('select link, epoch, hash, at, signature from audit_head order by link')
  return rows.map(row => ({
    ...placeOf(row),
    epoch: text(row, 'epoch'),
    at: int(row, 'at'),
    signature: text(row, 'signature'),
  }))
}

/** Keeps a signed head. */
export function* keepHead({ link, epoch, hash, at, signature }: AuditHead): Steps<void> {
  yield* query(
    `insert into audit_head (link, epoch, hash, at, signature) values (?, ?, ?, ?, ?)
     on conflict do nothing`,
    link,
    epoch,
    hash,
    at,
    signature,
  )
}

/** A record as it is kept, to be held against what the audit says of it. */
export interface KeptRecord {
  readonly key: string
  /** JSON. */
  readonly body: string
}

/** Records after a key, in order of keys. */
export function* recordsAfter(key: string, limitRows: number): Steps<readonly KeptRecord[]> {
  const rows = yield* query(
    'select key, body from record where key > ? order by key limit ?',
    key,
    limitRows,
  )
  return rows.map(row => ({ key: text(row, 'key'), body: text(row, 'body') }))
}

/** What an entry says of the records that it wrote; without a salt that can't be held against them. */
export interface Proof extends Pick<AuditEntry, 'records' | 'commitments'> {
  readonly salt: string | undefined
}

/** What entries say, by their numbers. */
export function* proofsOf(entries: ReadonlySet<number>): Steps<ReadonlyMap<number, Proof>> {
  const proofs = new Map<number, Proof>()
  const sql = `select ${entryColumns}, s.salt from audit a left join audit_salt s on s.n = a.n where a.n = ?`
  for (const n of entries) {
    const [row] = yield* query(sql, n)
    if (row) proofs.set(n, { ...entryOf(row), salt: textMaybe(row, 'salt') })
  }
  return proofs
}

const entryColumns =
  'a.n, a.at, a.command_key, a.command, a.person, a.device, a.outcome, a.records, a.commitments'

const placeOf = (row: SqlRow): Place => ({ link: int(row, 'link'), hash: text(row, 'hash') })

function entryOf(row: SqlRow): AuditEntry {
  return {
    n: int(row, 'n'),
    at: int(row, 'at'),
    commandKey: text(row, 'command_key'),
    command: text(row, 'command'),
    person: text(row, 'person'),
    device: textMaybe(row, 'device') ?? null,
    outcome: text(row, 'outcome'),
    records: listIn(text(row, 'records')),
    commitments: listIn(textMaybe(row, 'commitments') ?? '[]'),
  }
}

/** A list as it was written; what is none any more is an entry that was changed, and is found as one. */
function listIn(json: string): readonly string[] {
  try {
    const list: unknown = JSON.parse(json)
    if (Array.isArray(list)) return list
  } catch {
    // No command wrote that.
  }
  return [json]
}

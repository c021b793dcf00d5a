import type Database from 'better-sqlite3'

/** A batch as it is kept. */
export interface BatchRow {
  readonly id: string
  readonly name: string
  readonly begunAt: number
  readonly checkedAt: number | null
  readonly tookMs: number
  readonly leftOutCount: number
  /** How many inputs it was ever given. */
  readonly inputCount: number
}

export interface LeftOutRow {
  readonly name: string
  readonly code: string
  /** JSON. */
  readonly facts: string
}

/** The batches of Verify. */
export interface Batches {
  begin(batch: { readonly id: string; readonly name: string; readonly begunAt: number }): void
  get(id: string): BatchRow | undefined
  /** Newest first. */
  all(): readonly BatchRow[]
  rename(id: string, name: string): void
  remove(id: string): void
  /** Adds to the time that checking took. */
  noteChecked(id: string, checkedAt: number, addedMs: number): void
  /** Counts it as so many, and keeps it while fewer than `keptMax` are kept. */
  leaveOut(id: string, left: LeftOutRow, count: number, keptMax: number): void
  leftOut(id: string): readonly LeftOutRow[]
  /** Names of what is on its way into it. */
  coming(id: string): readonly string[]
  /** What the inputs of all batches take on disk (bytes). */
  keptBytes(): number
}

const columns = `id, name, begun_at as begunAt, checked_at as checkedAt, took_ms as tookMs,
  left_out as leftOutCount, next_n - 1 as inputCount`

/** Batches in the file of Verify. */
export function batchesIn(db: Database.Database): Batches {
  const one = db.prepare<[string], BatchRow>(`select ${columns} from batch where id = ?`)
  const all = db.prepare<[], BatchRow>(
    `select ${columns} from batch order by begun_at desc, rowid desc`,
  )
  const insert = db.prepare('insert into batch (id, name, begun_at) values (?, ?, ?)')
  const rename = db.prepare('update batch set name = ? where id = ?')
  const remove = db.prepare('delete from batch where id = ?')
  const note = db.prepare('update batch set checked_at = ?, took_ms = took_ms + ? where id = ?')
  const count = db.prepare('update batch set left_out = left_out + ? where id = ?')
  const keep = db.prepare(
    `insert into left_out (batch, n, name, code, facts)
       select id, left_out, ?, ?, ? from batch where id = ?
         and (select count(*) from left_out where batch = id) < ?`,
  )
  const left = db.prepare<[string], LeftOutRow>(
    'select name, code, facts from left_out where batch = ? order by n',
  )
  const kept = db.prepare<[], { bytes: number }>(
    'select coalesce(sum(size_bytes), 0) as bytes from batch',
  )
  const coming = db
    .prepare<[string], string>('select name from coming where batch = ? order by rowid')
    .pluck()
  return {
    begin: ({ id, name, begunAt }) => void insert.run(id, name, begunAt),
    get: id => one.get(id),
    all: () => all.all(),
    rename: (id, name) => void rename.run(name, id),
    remove(id) {
      remove.run(id)
      db.pragma('incremental_vacuum')
    },
    noteChecked: (id, checkedAt, addedMs) => void note.run(checkedAt, addedMs, id),
    leaveOut(id, { name, code, facts }, added, keptMax) {
      count.run(added, id)
      keep.run(name, code, facts, id, keptMax)
    },
    leftOut: id => left.all(id),
    coming: id => coming.all(id),
    keptBytes: () => kept.get()?.bytes ?? 0,
  }
}

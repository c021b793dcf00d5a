/**
 * Work on a database, written once for both engines: a generator asks for one statement after the other
 * and gets its rows. SQLite runs it without a pause, PostgreSQL with a wait at each.
 */
export type Steps<T> = Generator<Statement, T, readonly SqlRow[]>

export type Value = string | number | null

/** Placeholders are `?`; no statement holds a question mark otherwise. */
export interface Statement {
  readonly sql: string
  readonly values: readonly Value[]
}

export type SqlRow = Readonly<Record<string, unknown>>

/** Runs one statement and answers its rows (none, where it returns nothing). */
export function* query(sql: string, ...values: Value[]): Steps<readonly SqlRow[]> {
  return yield { sql, values }
}

/** What the two engines say differently. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres'
  readonly int: string
  /** Text that sorts by bytes on both. */
  readonly text: string
  /** A number that counts up, as primary key. */
  readonly serial: string
  readonly strict: string
  /** Locks the rows of a select by key, in the order of keys; nothing where there is one writer. */
  readonly forUpdate: string
  readonly forShare: string
  /** `column` is one of a JSON array of texts, given as one value. */
  among(column: string): string
  /** The same of whole numbers. */
  amongNumbers(column: string): string
}

/** An engine with an open database. Each call is one transaction. */
export interface Sql {
  readonly dialect: Dialect
  /** Commits when `keeps` says so of the outcome, else rolls back. Makes the steps anew when the engine asks for a retry. */
  write<T>(steps: () => Steps<T>, keeps: (outcome: T) => boolean): Promise<T>
  /** Reads from one snapshot. */
  snapshot<T>(steps: () => Steps<T>): Promise<T>
  /**
   * Writes everything anew, so that nothing of what was deleted or changed is left between what there is. Takes as long as
   * copying the database, and nobody else is answered meanwhile. Throws where somebody reads what was there before, such
   * as who makes a copy: that would last, or hold all others up. Later it may succeed.
   */
  rewrite(): Promise<void>
  close(): Promise<void>
}

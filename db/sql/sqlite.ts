import type Database from 'better-sqlite3'
import type { Dialect, Sql, SqlRow, Statement, Steps } from './steps.ts'

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  int: 'integer',
  text: 'text',
  serial: 'integer primary key autoincrement',
  strict: ' strict',
  forUpdate: '',
  forShare: '',
  among: column => `${column} in (select value from json_each(?))`,
  amongNumbers: column => `${column} in (select value from json_each(?))`,
}

/** Runs steps at once, on the caller's transaction. */
export type Run = <T>(steps: Steps<T>) => T

/** Each statement is prepared once per database. */
export function runner(db: Database.Database): Run {
  const prepared = new Map<string, Database.Statement<unknown[], SqlRow>>()
  const execute = ({ sql, values }: Statement): readonly SqlRow[] => {
    let statement = prepared.get(sql)
    if (!statement) {
      statement = db.prepare<unknown[], SqlRow>(sql)
      prepared.set(sql, statement)
    }
    if (statement.reader) return statement.all(values)
    statement.run(values)
    return []
  }
  return steps => {
    let next = steps.next()
    while (!next.done) next = steps.next(execute(next.value))
    return next.value
  }
}

/** A transaction around synchronous work; undone when `keeps` says no, or when the work throws. */
export function transaction<T>(
  db: Database.Database,
  work: () => T,
  keeps: (outcome: T) => boolean = () => true,
): T {
  db.exec('begin immediate')
  try {
    const outcome = work()
    db.exec(keeps(outcome) ? 'commit' : 'rollback')
    return outcome
  } catch (error) {
    // A full disk may have rolled back already.
    if (db.inTransaction) db.exec('rollback')
    throw error
  }
}

/** SQLite behind the interface of both engines. Steps never pause, so no two transactions mix. */
export function sqliteSql(db: Database.Database): Sql {
  const run = runner(db)
  return {
    dialect: sqliteDialect,
    write: async (steps, keeps) => transaction(db, () => run(steps()), keeps),
    snapshot: async steps => {
      db.exec('begin')
      try {
        return run(steps())
      } finally {
        db.exec('commit')
      }
    },
    rewrite: async () => {
      const emptyLog = () => {
        if (db.pragma('wal_checkpoint(truncate)', { simple: true }) !== 0)
          throw new Error('somebody reads what was there before')
      }
      // Before the long part: that would be done again each time.
      emptyLog()
      db.exec('vacuum')
      // What was written ahead still holds the pages as they were.
      emptyLog()
    },
    close: async () => {
      db.close()
    },
  }
}

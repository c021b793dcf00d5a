import Database from 'better-sqlite3'
import { basename, dirname } from 'node:path'
import type { Mistake } from './mistake.ts'
import { bendOf } from './mistake.ts'
import type { Storage } from './storage.ts'

const { prepare } = Database.prototype

/** A database whose program asks it other things than it means to. */
function bent(
  db: Database.Database,
  bend: ((sql: string) => string) | undefined,
  onBent: () => void,
): Database.Database {
  if (bend === undefined) return db
  return Object.defineProperty(db, 'prepare', {
    configurable: true,
    value: (sql: string) => {
      const asked = bend(sql)
      if (asked !== sql) onBent()
      return prepare.call(db, asked)
    },
  })
}

/**
 * A storage on which the programs of a run ask as its mistake would have it. `onBent`: that it was asked otherwise, so
 * that a bend whose text is no longer asked is found.
 */
export function bentStorage(
  storage: Storage,
  mistake: Mistake | undefined,
  onBent: () => void,
): Storage {
  if (mistake === undefined) return storage
  const { record, accounts, nonces, computer } = bendOf(mistake)
  const of = (path: string) => {
    if (basename(dirname(path)) !== 'district') return computer
    return { 'record.sqlite': record, 'accounts.sqlite': accounts, 'nonces.sqlite': nonces }[
      basename(path)
    ]
  }
  return {
    begin: (path, ...more) => bent(storage.begin(path, ...more), of(path), onBent),
    again: (db, path, ...more) => bent(storage.again(db, path, ...more), of(path), onBent),
    replaced: (db, path, ...more) => bent(storage.replaced(db, path, ...more), of(path), onBent),
  }
}

import { randomBytes } from 'node:crypto'
import Database from 'better-sqlite3'
import { basename, join } from 'node:path'
import type { ReadOnly } from '../../contract/device/session.ts'
import { commands } from '../../core/commands.ts'
import { recordTypes } from '../../core/records.ts'
import { backFrom } from '../../core/undo/inverses.ts'
import type { Base } from '../../db/device-store/base.ts'
import { deviceMigrations } from '../../db/device-store/migrations.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import { openDevice } from '../../db/device-store/open.ts'
import { backedUpAt, backupDatabase } from '../../db/open/backup.ts'
import { connect } from '../../db/open/connect.ts'
import type { FileKey } from '../../db/open/connect.ts'
import type { BackedUp } from '../../db/open/backup.ts'
import { openDatabase } from '../../db/open/database.ts'
import type { OpenFailure } from '../../db/open/failure.ts'
import { migrate } from '../../db/open/migrate.ts'
import { deviceNameBytes } from './device-name.ts'
import { localPerson } from './shipped.ts'
import { searchTextOf } from './search-text.ts'

/** Rolling copies of the records that are kept. */
const backupsKept = 8
/** Openings of one folder and its copies that must differ are few. */
const openingBytes = 8

/** Raised when record types, search texts or index code change, so that the indexes are made anew. */
const build = '4'

/** Names that are random, or there would be two of them. */
interface Named {
  /** The device's own, taken at its first start only. */
  readonly device: string
  /** That of this opening of the folder. */
  readonly opening: string
}

/** What the store is told by the place. */
type Rules = Pick<Base, 'holdMs' | 'onDefect'> & { readonly named?: Named }

interface Opening extends Rules {
  clock(): number
}

/** Why a folder's records can't be opened. `newer`: this program does not know the shape in which a later one keeps them. */
export type RecordsFailure = OpenFailure | 'newer'

export interface Records {
  readonly store: DeviceStore
  /** Set when only a copy is shown, because the file is damaged; `since` is when it was made, if there is one. */
  readonly readOnly: ReadOnly | undefined
  /** Copies the records; `undefined` where only a copy is shown. `alone`: no earlier copy stays beside it. */
  backUp(now: number, alone?: boolean): BackedUp | undefined
}

/** Opens the records of one folder, or says why that can't be. What is damaged stays exactly as it is. */
export function openRecords(
  folder: string,
  rules: Opening,
  key?: FileKey,
): Records | { readonly failed: RecordsFailure } {
  const backups = backupsIn(folder)
  const opened = openDatabase(databaseIn(folder), {
    migrations: deviceMigrations,
    backups,
    now: rules.clock(),
    ...(key === undefined ? {} : { key }),
  })
  switch (opened.opened) {
    case 'failed':
      return { failed: opened.code }
    case 'ready': {
      const { db } = opened
      return {
        store: storeOn(db, rules),
        readOnly: undefined,
        backUp: (now, alone = false) => backupDatabase(db, backups, alone ? 1 : backupsKept, now),
      }
    }
    case 'newer':
      return { failed: 'newer' }
    case 'damaged': {
      const { backup } = opened
      if (backup === undefined)
        return shownOnly(new Database(':memory:'), { since: undefined }, rules)
      const kept = connect(backup, { readonly: true }, key)
      const copy = new Database(kept.serialize())
      kept.close()
      return shownOnly(copy, { since: backedUpAt(backup), copy: basename(backup) }, rules)
    }
  }
}

/** The file that holds a folder's records. */
export const databaseIn = (folder: string): string => join(folder, 'record.sqlite')

/** Where the copies of a folder's records are kept. */
export const backupsIn = (folder: string): string => join(folder, 'backups')

/** A copy in memory, in which nothing of the disk can be changed. */
function shownOnly(db: Database.Database, readOnly: ReadOnly, rules: Rules): Records {
  migrate(db, deviceMigrations)
  return { store: storeOn(db, rules), readOnly, backUp: () => undefined }
}

/** The store of a device on an open, migrated database, with all kinds of records and all commands. */
export function storeOn(
  db: Database.Database,
  { onDefect, holdMs, named = atRandom() }: Rules,
): DeviceStore {
  const { device, opening } = named
  return openDevice(db, {
    types: recordTypes,
    commands: Object.values(commands),
    build,
    opening,
    first: { person: localPerson, device, roles: ['educator'] },
    searchText: searchTextOf,
    holdMs,
    backFrom,
    onDefect,
  })
}

const atRandom = (): Named => ({
  device: randomBytes(deviceNameBytes).toString('hex'),
  opening: randomBytes(openingBytes).toString('hex'),
})

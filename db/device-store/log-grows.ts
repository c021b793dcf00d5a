import type Database from 'better-sqlite3'
import { checkpointPages } from '../open/database.ts'

/** While page after page comes the log may grow to so many pages (4 KiB each): every page was flushed with it already. */
const arrivingPages = 20_000

/**
 * Lets the write-ahead log grow while more pages are on their way: moving it into the file meanwhile would write most of
 * what a first sync brings twice, and a person waits for it. Afterwards it is moved as ever, when words are learnt.
 */
export function letLogGrow(db: Database.Database, isMore: boolean): void {
  db.pragma(`wal_autocheckpoint = ${isMore ? arrivingPages : checkpointPages}`)
}

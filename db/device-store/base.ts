import type Database from 'better-sqlite3'
import type { Commands } from '../engine/commands.ts'
import type { Kinds, StoredRec } from '../records/kinds.ts'
import type { Run } from '../sql/sqlite.ts'

/** What a search finds of a record. */
export interface SearchText {
  readonly title: string
  readonly text: string
}

/** What every part of a device's store works with. */
export interface Base {
  readonly db: Database.Database
  readonly run: Run
  readonly kinds: Kinds
  readonly commands: Commands
  searchText(rec: StoredRec): SearchText | undefined
  /** A command that breaks on what a page brought: the page is taken all the same. */
  onDefect(error: unknown, command: string): void
}

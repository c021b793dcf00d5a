import type Database from 'better-sqlite3'
import type { Back } from '../../core/undo/back.ts'
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
  /** Names this opening of the store, at random: it stands in the key of every command that is given now. */
  readonly opening: string
  searchText(rec: StoredRec): SearchText | undefined
  /** How long a command stays here before it goes (ms): meanwhile it can be taken back. None: it goes at once. */
  holdMs(command: string): number | undefined
  /** The way back from a command that was decided on `before`; `id` makes the ids it gave. */
  backFrom(
    command: string,
    before: unknown,
    input: unknown,
    id: (name: string) => string,
  ): Back | undefined
  /** A command that breaks on what a page brought: the page is taken all the same. */
  onDefect(error: unknown, command: string): void
}

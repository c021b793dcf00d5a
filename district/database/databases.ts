import type { OpenFailure } from '../../db/open/failure.ts'
import type { PostgresFailure } from '../../db/open/postgres-failure.ts'
import type { Sql } from '../../db/sql/steps.ts'

/** Everything of a district that lies in a database; files are elsewhere. */
export interface Databases {
  /** Records, streams, results, the audit. */
  readonly record: Sql
  /** Who may ask: no record, so that a restore brings no revoked device back. */
  readonly accounts: Sql
  /** Which requests were used up. */
  readonly nonces: Sql
  /**
   * Copies what has to be kept, where that is this program's task; what was copied, and where to. `alone`: no earlier copy
   * stays beside it. One after the other; whoever asks something meanwhile is served.
   */
  backUp(
    now: number,
    alone?: boolean,
  ): Promise<readonly { readonly name: string; readonly backup: string }[]>
  /** Lets others have them, once all three are closed. */
  release(): Promise<void>
}

/** Why they can't be opened. */
export interface NotOpened {
  /** The file, or the database without its password. */
  readonly file: string
  readonly failed: OpenFailure | PostgresFailure | 'damaged' | 'newer' | 'half_restored'
  /** The newest copy that is whole, where the file is damaged; where the records lie that were there before a restore. */
  readonly backup?: string
}

import type { OpenFailure } from '../../db/open/failure.ts'
import type { PostgresFailure } from '../../db/open/postgres-failure.ts'

/** Why a district's folder or database can't be used: what follows its name. */
export const failureSentences: Readonly<Record<OpenFailure | PostgresFailure | 'newer', string>> = {
  folder_read_only:
    'may not be written to. Give the right to write there, or choose another with --data.',
  disk_full: 'is on a disk without room. Make room and start again; nothing that was kept is lost.',
  in_use:
    'is in use by another district record. Each one needs a data folder and a database of its own.',
  cannot_open: 'cannot be opened. Choose another folder with --data.',
  unreachable: 'does not answer. Start it, or check host and port after --database.',
  not_let_in:
    'does not let this program in, or not make its tables. Check user, password and rights.',
  not_secure:
    'offers no connection that can be trusted (TLS). Look at its certificate, and at sslmode in the address.',
  too_many:
    'has no connection left. Allow more (max_connections): a district takes up to 25 of them.',
  read_only: 'may only be read from. Name the server that takes changes, not its standby.',
  pooled:
    'is behind something that does not pass on what is asked. Name the server itself, not a pooler.',
  no_database: 'does not exist. Make it first, as UTF-8: createdb --encoding=UTF8.',
  not_utf8: 'does not keep its texts as UTF-8. Make one that does: createdb --encoding=UTF8.',
  newer: 'was written by a newer version of this program. Start that one.',
}

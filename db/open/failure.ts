/** Why a file can't be opened or written although it is not damaged. */
export type OpenFailure = 'folder_read_only' | 'disk_full' | 'in_use' | 'cannot_open'

const codes: Readonly<Record<string, OpenFailure>> = {
  SQLITE_FULL: 'disk_full',
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  SQLITE_BUSY: 'in_use',
  EBUSY: 'in_use',
  SQLITE_READONLY: 'folder_read_only',
  SQLITE_PERM: 'folder_read_only',
  EACCES: 'folder_read_only',
  EPERM: 'folder_read_only',
  EROFS: 'folder_read_only',
  SQLITE_CANTOPEN: 'cannot_open',
  SQLITE_IOERR: 'cannot_open',
  EIO: 'cannot_open',
  EMFILE: 'cannot_open',
  ENFILE: 'cannot_open',
  EISDIR: 'cannot_open',
  ERR_FS_EISDIR: 'cannot_open',
  ENOTDIR: 'cannot_open',
  EEXIST: 'cannot_open',
}

/** The reason in an error of SQLite or the file system; `undefined` for a defect. */
export function codeOf(error: unknown): OpenFailure | undefined {
  const code = rawCodeOf(error)
  // Extended codes begin with the plain one: SQLITE_READONLY_DBMOVED.
  return codes[code] ?? codes[code.split('_').slice(0, 2).join('_')]
}

/** Whether an error says that the file's content is broken. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(rawCodeOf(error))
}

function rawCodeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

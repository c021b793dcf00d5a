import { connect, isSealed } from '../../db/open/connect.ts'
import { databaseIn } from '../place/records.ts'

/**
 * Whether a key opens the records of a folder, which are only looked at. Records that are not sealed prove no key. Throws
 * what SQLite says of another key, of disk and folder.
 */
export function opensRecords(folder: string, key: Uint8Array): boolean {
  const path = databaseIn(folder)
  if (!isSealed(path)) return false
  const look = connect(path, { readonly: true, fileMustExist: true }, key)
  try {
    look.pragma('schema_version')
    return true
  } finally {
    look.close()
  }
}

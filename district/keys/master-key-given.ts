import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MasterKey } from './master-key.ts'
import { masterKeyOf, readMasterKey } from './master-key.ts'

/** What a service manager calls the credential that holds the master key (systemd: `LoadCredential=`). */
const credentialName = 'meritfolio-master-key'

/** A master key that was named and is none. `where`: a file, or the variable of the environment. */
export class MasterKeyUnusable extends Error {
  readonly why: 'masterAbsent' | 'masterNoKey'
  readonly where: string
  constructor(why: 'masterAbsent' | 'masterNoKey', where: string) {
    super(why)
    this.why = why
    this.where = where
  }
}

/**
 * The master key as the operator gave it: the file of `--master-key`; `MERITFOLIO_MASTER_KEY`, the key itself; or the
 * credential of a service manager. `undefined`: none was given. Throws `MasterKeyUnusable`.
 */
export function masterKeyGiven(
  file: string | undefined,
  env: NodeJS.ProcessEnv,
): MasterKey | undefined {
  if (file !== undefined) return masterKeyIn(file)
  const own = env['MERITFOLIO_MASTER_KEY']
  if (own !== undefined && own !== '') return keyFrom(own, 'MERITFOLIO_MASTER_KEY')
  const folder = env['CREDENTIALS_DIRECTORY']
  const credential = folder === undefined ? undefined : join(folder, credentialName)
  return credential !== undefined && existsSync(credential) ? masterKeyIn(credential) : undefined
}

/** The master key of a file. Throws `MasterKeyUnusable`, for one that may not be read too. */
export function masterKeyIn(file: string): MasterKey {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    // Absent, a folder, or not this user's to read: for the operator one and the same thing to look at.
    throw new MasterKeyUnusable('masterAbsent', file)
  }
  return keyFrom(text, file)
}

function keyFrom(text: string, where: string): MasterKey {
  const key = readMasterKey(text)
  if (key === undefined) throw new MasterKeyUnusable('masterNoKey', where)
  return masterKeyOf(key)
}

import { readdirSync } from 'node:fs'

/** Each with all that is written beside it under a longer name: logs of a database, a file that is being replaced. */
const names = [
  ...['record.sqlite', 'verifying.sqlite', 'verifying', 'blobs', 'backups'],
  ...['device.key', 'lock.json', 'open'],
] as const

/**
 * Whether a name in a data folder is one person's: records, evidence, copies, key and lock. The rest is the computer's and
 * stays: its settings, the demo, the door's word and ports.
 */
export const isOwnName = (found: string): boolean =>
  names.some(name => found.startsWith(name) && /^(?:$|[.-])/.test(found.slice(name.length)))

/** What of a data folder is one person's. */
export const ownNamesIn = (folder: string): readonly string[] =>
  readdirSync(folder).filter(isOwnName)

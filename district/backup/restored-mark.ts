import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { flushFile, flushFolder } from '../../db/open/flush.ts'

const markIn = (dataFolder: string): string => join(dataFolder, 'restored')

/** Whether the records in a folder were put there by a restore, and no district has started on them since. */
export const isMarkedRestored = (dataFolder: string): boolean => existsSync(markIn(dataFolder))

/** Notes it, before anything is replaced: a restore that broke off is one all the same. */
export function markRestored(dataFolder: string): void {
  writeFileSync(markIn(dataFolder), 'The next start tells every computer to begin anew.\n')
  flushFile(markIn(dataFolder))
  flushFolder(dataFolder)
}

/** Every computer will be told. */
export const forgetRestored = (dataFolder: string): void =>
  rmSync(markIn(dataFolder), { force: true })

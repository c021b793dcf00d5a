import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { flushFile, flushFolder } from '../../db/open/flush.ts'

const markIn = (dataFolder: string): string => join(dataFolder, 'restored')

/** Whether the records in a folder were put there by a restore, and no district has started on them since. */
export const isMarkedRestored = (dataFolder: string): boolean => existsSync(markIn(dataFolder))

/**
 * Where the records lie that a restore had moved away when it broke off before others stood in their place; `undefined`
 * where none did. Started like this, the folder would become another, empty district.
 */
export function brokenOffIn(dataFolder: string): string | undefined {
  if (!isMarkedRestored(dataFolder)) return undefined
  const isWhole = ['record', 'accounts'].every(name =>
    existsSync(join(dataFolder, `${name}.sqlite`)),
  )
  return isWhole ? undefined : readFileSync(markIn(dataFolder), 'utf8').trim()
}

/** Notes it, before anything is replaced, with where that goes: a restore that broke off is one all the same. */
export function markRestored(dataFolder: string, aside: string): void {
  writeFileSync(markIn(dataFolder), `${aside}\n`)
  flushFile(markIn(dataFolder))
  flushFolder(dataFolder)
}

/** Every computer will be told. */
export const forgetRestored = (dataFolder: string): void =>
  rmSync(markIn(dataFolder), { force: true })

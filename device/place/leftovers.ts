import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { unfinishedEnding } from '../../db/open/copy.ts'
import { codeOf } from '../../db/open/failure.ts'
import { reEncryptedEnding } from '../../db/open/re-encrypt.ts'
import { backupsIn } from './records.ts'

const besides = ['', '-wal', '-shm', '-journal']
const endings = [unfinishedEnding, reEncryptedEnding].flatMap(ending =>
  besides.map(beside => `${ending}${beside}`),
)

/**
 * Removes what a program that was killed left half written in a folder: copies of the records among it, which are
 * readable, or look encrypted because their first page was never written. Nobody reads them again.
 */
export function removeLeftovers(folder: string): void {
  for (const place of [folder, backupsIn(folder)].filter(existsSync))
    for (const { name } of readdirSync(place, { withFileTypes: true }).filter(entry =>
      entry.isFile(),
    ))
      if (endings.some(ending => name.endsWith(ending))) remove(join(place, name))
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch (error) {
    // A folder that is only shown: nothing is made anew in it either.
    if (codeOf(error) === undefined) throw error
  }
}

import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

/** Where a file lies under a folder, by its hash: on a computer's disk, or the district's. `undefined`: nowhere. */
export function fileOnDisk(folder: string, sha256: string): string | undefined {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const name = names.find(each => basename(each) === sha256)
  return name === undefined ? undefined : join(folder, name)
}

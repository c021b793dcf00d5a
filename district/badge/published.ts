import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a district keeps them. */
export const publishedIn = (dataFolder: string): string => join(dataFolder, 'published')

const pathIn = (folder: string, name: string): string => join(folder, `${name}.json`)

/**
 * A list as it was last published, beside the database and outside of its backups: a restored record is older than
 * what the world has seen. `name` as in the list's address.
 */
export function lastPublished(folder: string, name: string): string | undefined {
  const path = pathIn(folder, name)
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** Keeps a list as it is being published, complete or not at all. */
export function keepPublished(folder: string, name: string, credential: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = pathIn(folder, name)
  writeFileSync(`${path}.unfinished`, credential, { flush: true })
  renameSync(`${path}.unfinished`, path)
}

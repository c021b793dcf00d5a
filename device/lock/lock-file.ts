import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { keyCopySchema } from './key-copies.ts'

const copiesMax = 8

const lockSchema = z.object({
  format: z.literal('meritfolio-lock'),
  version: z.literal(1),
  /** `sealing` and `opening`: begun, and gone on with at each start until all files are done. */
  state: z.enum(['sealing', 'locked', 'opening']),
  copies: z.array(keyCopySchema).min(1).max(copiesMax),
})

/** What stands beside locked records: how far the lock is, and the wrapped copies of its key. No secret. */
export type LockFile = z.infer<typeof lockSchema>

export interface LockFilePlace {
  /** `undefined`: not locked. */
  read(): LockFile | 'unreadable' | undefined
  write(file: LockFile): void
  remove(): void
}

/** The lock file of a folder: complete or absent, and on disk before anything is sealed. */
export function lockFileIn(folder: string): LockFilePlace {
  const path = join(folder, 'lock.json')
  return {
    read() {
      if (!existsSync(path)) return undefined
      try {
        return lockSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
      } catch {
        // Whatever it holds: it opens nothing, and nothing of the folder may be made anew without it.
        return 'unreadable'
      }
    },
    write(file) {
      const unfinished = `${path}.unfinished`
      writeFileSync(unfinished, JSON.stringify(file, null, 2), { mode: 0o600, flush: true })
      renameSync(unfinished, path)
    },
    remove: () => rmSync(path, { force: true }),
  }
}

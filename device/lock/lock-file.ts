import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { flushFolder } from '../../db/open/flush.ts'
import type { KeyCopy } from './key-copies.ts'
import { keyCopySchema } from './key-copies.ts'
import { keyProofSchema } from './key-proof.ts'

const copiesMax = 8
const format = z.literal('meritfolio-lock')
/** `sealing` and `opening`: begun, and gone on with at each start until all files are done. */
const state = z.enum(['sealing', 'locked', 'opening'])

const lockSchema = z.object({
  format,
  version: z.literal(2),
  state,
  proof: keyProofSchema,
  copies: z.array(keyCopySchema).min(1).max(copiesMax),
})

/** Before proofs: nothing it says of its state counts, and its keychain's copy may give back any bytes. */
const firstSchema = z.object({
  format,
  version: z.literal(1),
  state,
  copies: z.array(z.looseObject({ by: z.string() })).max(copiesMax),
})

const firstKeychainSchema = z.strictObject({
  by: z.literal('keychain'),
  sealed: z.base64().max(4_096),
})

/** What stands beside locked records: how far the lock is, and the wrapped copies of its key. No secret. */
export interface LockFile {
  readonly state: z.infer<typeof state>
  /** Absent in a file of the first version; written when the key is known again. */
  readonly proof?: z.infer<typeof keyProofSchema>
  readonly copies: readonly KeyCopy[]
  /** Base64. In a file of the first version the keychain keeps the key itself, and nothing tells other bytes from it. */
  readonly firstKeychainCopy?: string
}

/** As it is written today. */
export type WrittenLockFile = Required<Omit<LockFile, 'firstKeychainCopy'>>

export interface LockFilePlace {
  /** `undefined`: not locked. */
  read(): LockFile | 'unreadable' | undefined
  /** On disk when it returns. */
  write(file: WrittenLockFile): void
  remove(): void
}

/** The lock file of a folder: complete or absent, and on disk before anything is sealed. */
export function lockFileIn(folder: string): LockFilePlace {
  const path = join(folder, 'lock.json')
  return {
    read() {
      if (!existsSync(path)) return undefined
      try {
        return parsed(JSON.parse(readFileSync(path, 'utf8')))
      } catch {
        // Whatever it holds: it opens nothing, and nothing of the folder may be made anew without it.
        return 'unreadable'
      }
    },
    write(file) {
      const stored: z.input<typeof lockSchema> = {
        format: 'meritfolio-lock',
        version: 2,
        ...file,
        copies: [...file.copies],
      }
      const unfinished = `${path}.unfinished`
      writeFileSync(unfinished, JSON.stringify(stored, null, 2), { mode: 0o600, flush: true })
      renameSync(unfinished, path)
      flushFolder(folder)
    },
    remove() {
      rmSync(path, { force: true })
      flushFolder(folder)
    },
  }
}

function parsed(value: unknown): LockFile | 'unreadable' {
  const file = lockSchema.safeParse(value)
  if (file.success) return file.data
  const first = firstSchema.parse(value)
  const copies = first.copies.flatMap(copy => {
    const known = keyCopySchema.safeParse(copy)
    return known.success ? [known.data] : []
  })
  if (copies.length === 0) return 'unreadable'
  const [firstKeychainCopy] = first.copies.flatMap(copy => {
    const known = firstKeychainSchema.safeParse(copy)
    return known.success ? [known.data.sealed] : []
  })
  return {
    state: first.state,
    copies,
    ...(firstKeychainCopy === undefined ? {} : { firstKeychainCopy }),
  }
}

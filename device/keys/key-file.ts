import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** Where a private key is kept: a file of its owner alone, or what the shell has (a keychain). */
export interface KeyPlace {
  read(): Uint8Array | undefined
  write(key: Uint8Array): void
  /** Whether the key is locked by the system; a plain file is not. */
  readonly isLocked: boolean
}

/** A file that only its owner may read (0600), complete or absent. Not locked: who has the disk has the key. */
export function keyFile(path: string): KeyPlace {
  return {
    isLocked: false,
    read: () => (existsSync(path) ? readFileSync(path) : undefined),
    write(key) {
      const unfinished = `${path}.unfinished`
      writeFileSync(unfinished, key, { mode: 0o600, flush: true })
      chmodSync(unfinished, 0o600)
      renameSync(unfinished, path)
    },
  }
}

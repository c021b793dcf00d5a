import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** Where a private key is kept. */
export interface KeyPlace {
  /** `damaged`: there is one, and it does not open. */
  read(): Uint8Array | 'damaged' | undefined
  write(key: Uint8Array): void
  /** Keeps a damaged one under another name, so that there may be another. */
  putAside(): void
}

/** A file that only its owner may read (0600), complete or absent. Who has the disk has the key. */
export function keyFile(path: string): KeyPlace {
  return {
    read: () => (existsSync(path) ? readFileSync(path) : undefined),
    write(key) {
      const unfinished = `${path}.unfinished`
      writeFileSync(unfinished, key, { mode: 0o600, flush: true })
      chmodSync(unfinished, 0o600)
      renameSync(unfinished, path)
    },
    putAside: () => renameSync(path, `${path}.damaged`),
  }
}

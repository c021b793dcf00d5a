import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

/** Where a private key is kept. */
export interface KeyPlace {
  read(): Uint8Array | undefined
  write(key: Uint8Array): void
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
  }
}

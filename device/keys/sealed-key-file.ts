import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { sealed, unsealed } from '../lock/sealed-bytes.ts'
import { keyFile } from './key-file.ts'
import type { KeyPlace } from './key-file.ts'

const purpose = 'device key'

/** Where a device's key is kept sealed, beside the place of a plain one. */
export const sealedKeyPath = (path: string): string => `${path}.sealed`

/** A device's key in a file that needs the key of the records; `path`: of the plain file. */
export function sealedKeyFile(path: string, dataKey: Uint8Array): KeyPlace {
  const sealedPath = sealedKeyPath(path)
  return {
    read() {
      if (!existsSync(sealedPath)) return undefined
      return unsealed(readFileSync(sealedPath), dataKey, purpose) ?? 'damaged'
    },
    write(key) {
      const unfinished = `${sealedPath}.unfinished`
      writeFileSync(unfinished, sealed(key, dataKey, purpose), { mode: 0o600, flush: true })
      renameSync(unfinished, sealedPath)
    },
    putAside: () => renameSync(sealedPath, `${path}.damaged`),
  }
}

/** Seals a plain key; the plain file goes when the sealed one opens. */
export function sealKeyFile(path: string, dataKey: Uint8Array): void {
  const place = sealedKeyFile(path, dataKey)
  const kept = place.read()
  if (kept === undefined || kept === 'damaged') {
    const key = keyFile(path).read()
    if (key === undefined || key === 'damaged') return
    place.write(key)
  }
  rmSync(path, { force: true })
}

/** Puts a sealed key back into a plain file. One that does not open is put aside. */
export function unsealKeyFile(path: string, dataKey: Uint8Array): void {
  const place = sealedKeyFile(path, dataKey)
  const key = place.read()
  if (key === undefined) return
  if (key === 'damaged') return place.putAside()
  keyFile(path).write(key)
  rmSync(sealedKeyPath(path), { force: true })
}

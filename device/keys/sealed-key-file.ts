import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { sealed, unsealed } from '../lock/sealed-bytes.ts'
import { keyFile } from './key-file.ts'
import type { KeyPlace } from './key-file.ts'

const purpose = 'device key'

/**
 * A device's key in a file that needs the key of the records. A plain file that is still there (from before the
 * lock) is sealed at the first look and removed.
 */
export function sealedKeyFile(path: string, dataKey: Uint8Array): KeyPlace {
  const sealedPath = `${path}.sealed`
  const plain = keyFile(path)
  const place: KeyPlace = {
    read() {
      if (existsSync(sealedPath)) {
        rmSync(path, { force: true })
        const key = unsealed(readFileSync(sealedPath), dataKey, purpose)
        if (key === undefined) throw new Error('the device’s key does not open')
        return key
      }
      const key = plain.read()
      if (key === undefined) return undefined
      place.write(key)
      rmSync(path, { force: true })
      return key
    },
    write(key) {
      const unfinished = `${sealedPath}.unfinished`
      writeFileSync(unfinished, sealed(key, dataKey, purpose), { mode: 0o600, flush: true })
      renameSync(unfinished, sealedPath)
    },
  }
  return place
}

/** Puts a sealed key back into a plain file. */
export function unsealKeyFile(path: string, dataKey: Uint8Array): void {
  if (!existsSync(`${path}.sealed`)) return
  const key = sealedKeyFile(path, dataKey).read()
  if (key !== undefined) keyFile(path).write(key)
  rmSync(`${path}.sealed`, { force: true })
}

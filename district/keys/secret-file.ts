import { closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs'
import { renameSync, rmSync, writeSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { flushFolder } from '../../db/open/flush.ts'
import type { MasterKey } from './master-key.ts'

/** Each of the district's secrets has so many bytes. */
export const secretBytes = 32

/** What stands before a wrapped secret: the form, then the id of its master key. */
const sealedForm = 'sealed-1'

/** A file of the keys folder that does not hold a key. */
export class SecretDamaged extends Error {
  readonly path: string
  constructor(path: string) {
    super('not a key')
    this.path = path
  }
}

/** A file of the keys folder that is not there, although the district is known to have had it. */
export class SecretMissing extends Error {
  readonly path: string
  constructor(path: string) {
    super('no key')
    this.path = path
  }
}

/** A wrapped secret, without the master key that opens it. `given`: whether there was one at all. */
export class SecretSealed extends Error {
  readonly path: string
  readonly given: boolean
  constructor(path: string, given: boolean) {
    super('sealed')
    this.path = path
    this.given = given
  }
}

/** How a secret lies in its file: in the clear, or by which master key. Throws `SecretDamaged`. */
export function sealOf(path: string): 'plain' | { readonly by: string } {
  const { by } = partsOf(path)
  return by === undefined ? 'plain' : { by }
}

/** Reads a secret. Throws `SecretDamaged`, `SecretSealed`. */
export async function readSecret(path: string, master: MasterKey | undefined): Promise<Uint8Array> {
  const { by, bytes } = partsOf(path)
  if (by === undefined) return bytes
  if (master?.id !== by) throw new SecretSealed(path, master !== undefined)
  const secret = await master.open(bytes, basename(path))
  if (secret?.length !== secretBytes) throw new SecretDamaged(path)
  return secret
}

/** Keeps a secret, wrapped where there is a master key: complete and on disk, or as it was before. */
export async function writeSecret(
  path: string,
  secret: Uint8Array,
  master: MasterKey | undefined,
): Promise<void> {
  const wrapped = await master?.seal(secret, basename(path))
  const text =
    master === undefined || wrapped === undefined
      ? base64url(secret)
      : `${sealedForm} ${master.id} ${base64url(wrapped)}`
  writeWhole(path, `${text}\n`)
}

/** Writes a small file so that it has its name only when it is complete and on disk; readable by its owner alone. */
export function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.unfinished`
  // Another one's rights, or a link, would stay with a file that is there already.
  rmSync(unfinished, { force: true })
  const file = openSync(unfinished, 'wx', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
  flushFolder(dirname(path))
}

/**
 * Takes a secret off the disk, written over first; a disk may keep traces all the same. It loses its name before anything
 * else: a stop in the middle leaves no key that is damaged. Nothing where there is none.
 */
export function destroySecret(path: string): void {
  const goes = `${path}.destroyed`
  if (existsSync(path)) renameSync(path, goes)
  if (!existsSync(goes)) return
  const { length } = readFileSync(goes)
  const file = openSync(goes, 'r+')
  try {
    writeSync(file, '0'.repeat(length))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  rmSync(goes)
  flushFolder(dirname(path))
}

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

function partsOf(path: string): { readonly by: string | undefined; readonly bytes: Uint8Array } {
  const words = readFileSync(path, 'utf8').trim().split(' ')
  const [form, by, wrapped] = words
  if (words.length === 3 && form === sealedForm && by !== undefined && wrapped !== undefined)
    return { by, bytes: Buffer.from(wrapped, 'base64url') }
  const bytes = Buffer.from(form ?? '', 'base64url')
  if (words.length !== 1 || bytes.length !== secretBytes) throw new SecretDamaged(path)
  return { by: undefined, bytes }
}

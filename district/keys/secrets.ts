import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ed25519Multikey, publicKeyOfMultikey } from 'open-badges-validator-core/did'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import type { KeysFolder } from './keys-folder.ts'
import {
  cursorFileOf,
  issuerFileOf,
  keepRegister,
  pseudonymFile,
  registerIn,
  trustFile,
} from './keys-folder.ts'
import type { MasterKey } from './master-key.ts'
import type { IssuerKeyEntry, KeyRegister } from './register.ts'
import {
  readSecret,
  sealOf,
  secretBytes,
  SecretDamaged,
  SecretMissing,
  writeSecret,
} from './secret-file.ts'

/** A key that signs badges and status lists, or did (Ed25519, RFC 8032 section 5.1.5). */
export interface IssuerKey extends Omit<IssuerKeyEntry, 'publicKey'> {
  /** 32 bytes. */
  readonly publicKey: Uint8Array
  /** 32 bytes; `undefined` once it signs nothing any more. */
  readonly secret: Uint8Array | undefined
}

/** What the district must keep to itself, 32 bytes each. */
export interface Secrets {
  /** All keys that ever signed, oldest first; one of them is active. */
  readonly issuer: readonly IssuerKey[]
  /** Signs what the district vouches for; devices hold on to its public half from the day they join (Ed25519). */
  readonly trust: Uint8Array
  /** Seals cursors. */
  readonly cursor: Uint8Array
  /** Opens cursors that were sealed before the key was changed. */
  readonly cursorBefore: readonly Uint8Array[]
  /**
   * Makes the name under which a person stands in their badges, and by which wrong codes are counted; draws what is signed
   * its place in the status lists.
   */
  readonly pseudonym: Uint8Array
  /** Whether all of them are wrapped with a master key where they lie. */
  readonly isSealed: boolean
}

/**
 * Reads the secrets of a data folder; makes all of them in a new one. Throws where one is not what it should be
 * (`SecretDamaged`), is wrapped with another master key (`SecretSealed`), or is gone (`SecretMissing`): a new one in its
 * place would be another issuer.
 */
export async function secretsIn(
  folder: KeysFolder,
  master: MasterKey | undefined,
  now: number,
): Promise<Secrets> {
  mkdirSync(folder.keys, { recursive: true, mode: 0o700 })
  const register = registerIn(folder) ?? (await begun(folder, master, now))
  const secret = (name: string) => existing(join(folder.keys, name), master)
  const issuer: IssuerKey[] = []
  for (const key of register.issuer) issuer.push(await issuerKeyIn(folder, key, master))
  const cursors: Uint8Array[] = []
  for (const { n } of register.cursor) cursors.push(await secret(cursorFileOf(n)))
  const cursor = cursors.pop()
  if (cursor === undefined) throw new Error('a register has a key for cursors')
  const trust = await secret(trustFile)
  if (ed25519Multikey(publicKeyOf(trust)) !== register.trust)
    throw new SecretDamaged(join(folder.keys, trustFile))
  const pseudonym = await secret(pseudonymFile)
  keepRegister(folder, register)
  return {
    issuer,
    trust,
    cursor,
    cursorBefore: cursors,
    pseudonym,
    isSealed: secretFiles(folder, register).every(path => sealOf(path) !== 'plain'),
  }
}

/** Every file of a folder that holds a secret, also of keys that only serve old lists. */
export function secretFiles({ keys }: KeysFolder, register: KeyRegister): readonly string[] {
  return [
    ...register.issuer.map(key => issuerFileOf(key.id)),
    trustFile,
    ...register.cursor.map(key => cursorFileOf(key.n)),
    pseudonymFile,
  ]
    .map(name => join(keys, name))
    .filter(path => existsSync(path))
}

/** The register of a new folder, or of one from before there was a register; makes what isn't there. */
async function begun(
  { keys, published }: KeysFolder,
  master: MasterKey | undefined,
  now: number,
): Promise<KeyRegister> {
  const names = [issuerFileOf('key-1'), trustFile, cursorFileOf(1), pseudonymFile]
  const isNew = names.every(name => !existsSync(join(keys, name)))
  // Badges of it are out there: another issuer in its place would be no one's wish.
  const [first = ''] = names
  if (isNew && existsSync(join(published, '1.json'))) throw new SecretMissing(join(keys, first))
  const made = new Map<string, Uint8Array>()
  for (const name of names) {
    const path = join(keys, name)
    if (!existsSync(path)) await writeSecret(path, randomBytes(secretBytes), master)
    made.set(name, await readSecret(path, master))
  }
  const multikeyOf = (name: string) =>
    ed25519Multikey(publicKeyOf(made.get(name) ?? new Uint8Array()))
  const known = isNew ? { madeAt: now } : {}
  return {
    v: 1,
    issuer: [
      { id: 'key-1', publicKey: multikeyOf(issuerFileOf('key-1')), state: 'active', ...known },
    ],
    trust: multikeyOf(trustFile),
    cursor: [{ n: 1, ...known }],
  }
}

async function existing(path: string, master: MasterKey | undefined): Promise<Uint8Array> {
  if (!existsSync(path)) throw new SecretMissing(path)
  return readSecret(path, master)
}

/** One that signs nothing any more may be gone; one that is given up is not even looked at. */
async function issuerKeyIn(
  { keys }: KeysFolder,
  entry: IssuerKeyEntry,
  master: MasterKey | undefined,
): Promise<IssuerKey> {
  const path = join(keys, issuerFileOf(entry.id))
  const publicKey = publicKeyOfMultikey(entry.publicKey)?.bytes
  if (publicKey === undefined) throw new SecretDamaged(path)
  const isGone = entry.state !== 'active' && !existsSync(path)
  if (entry.state === 'compromised' || isGone) return { ...entry, publicKey, secret: undefined }
  const secret = await existing(path, master)
  if (!Buffer.from(publicKeyOf(secret)).equals(publicKey)) throw new SecretDamaged(path)
  return { ...entry, publicKey, secret }
}

import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ed25519Multikey } from 'open-badges-validator-core/did'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import type { MasterKey } from './master-key.ts'
import type { KeyRegister } from './register.ts'
import { joinedRegisters, numberOf, registerSchema, signingAs } from './register.ts'
import { readSecret, SecretDamaged, writeWhole } from './secret-file.ts'

/** Where the keys of a data folder lie. */
export interface KeysFolder {
  readonly keys: string
  /** What the world was told, outside of the keys and in every backup. */
  readonly published: string
}

export const keysFolderOf = (dataFolder: string): KeysFolder => ({
  keys: join(dataFolder, 'keys'),
  published: join(dataFolder, 'published'),
})

export const trustFile = 'trust-1.key'
export const pseudonymFile = 'pseudonym.key'
const registerFile = 'register.json'
const publishedFile = 'keys.json'

/** The file of an issuer key's secret. */
export const issuerFileOf = (id: string): string => `issuer-${numberOf(id)}.key`
/** The file of a cursor key's secret. */
export const cursorFileOf = (n: number): string => (n === 1 ? 'cursor.key' : `cursor-${n}.key`)

/** Names of the secrets that a district needs to start, as its register has them. */
export function neededFiles({ issuer, cursor }: KeyRegister): readonly string[] {
  return [
    ...issuer.filter(key => key.state === 'active').map(key => issuerFileOf(key.id)),
    trustFile,
    ...cursor.map(key => cursorFileOf(key.n)),
    pseudonymFile,
  ]
}

/**
 * What is known of a folder's keys: its register, with what was published of it joined in. `undefined`: a folder from
 * before there was a register, or a new one. Throws `SecretDamaged` for one that can't be read.
 */
export function registerIn({ keys, published }: KeysFolder): KeyRegister | undefined {
  const own = readRegister(join(keys, registerFile))
  const told = readRegister(join(published, publishedFile))
  if (own === undefined || told === undefined) return own ?? told
  return joinedRegisters(own, told)
}

/** Keeps the register: first what the world is told, so that no later start falls behind it. */
export function keepRegister({ keys, published }: KeysFolder, register: KeyRegister): void {
  const text = `${JSON.stringify(register, undefined, 2)}\n`
  for (const [folder, file] of [
    [published, publishedFile],
    [keys, registerFile],
  ] as const) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const path = join(folder, file)
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeWhole(path, text)
  }
}

/** Notes as whom the district signs, and signed, for those who look at its keys while it is stopped. Throws without keys. */
export function keepSignsAs(
  folder: KeysFolder,
  did: string,
  earlier: readonly string[],
): KeyRegister {
  const register = registerIn(folder)
  if (register === undefined) throw new Error('a district that signs has a register')
  const noted = signingAs(register, did, earlier)
  keepRegister(folder, noted)
  return noted
}

/** The public half (Multikey) of the key that signs what the district vouches for; `undefined` where there is none. */
export async function trustKeyIn(
  folder: KeysFolder,
  master?: MasterKey,
): Promise<string | undefined> {
  const path = join(folder.keys, trustFile)
  if (!existsSync(path)) return undefined
  const known = registerIn(folder)?.trust
  return known ?? ed25519Multikey(publicKeyOf(await readSecret(path, master)))
}

function readRegister(path: string): KeyRegister | undefined {
  if (!existsSync(path)) return undefined
  let json: unknown
  try {
    json = JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    throw new SecretDamaged(path)
  }
  const parsed = registerSchema.safeParse(json)
  if (!parsed.success) throw new SecretDamaged(path)
  return parsed.data
}

import { hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'
import { recoveryBytesOf } from './recovery-code.ts'
import { sealed, unsealed } from './sealed-bytes.ts'

/** scrypt at 128 MiB: each guess at a passphrase costs about half a second (RFC 7914; N as OWASP asks in 2026). */
const scryptCost = { N: 2 ** 17, r: 8, p: 1, maxmem: 160 * 1024 * 1024 } as const
const saltBytes = 16
const keyBytes = 32

const base64 = z.base64().max(4_096)

/** The key of the records, wrapped: by what a person knows, by what they have printed, or by the system's keychain. */
export const keyCopySchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('passphrase'), salt: base64, sealed: base64 }),
  z.object({ by: z.literal('recovery'), salt: base64, sealed: base64 }),
  /** `wrapping`: what the keychain gave for the random bytes that the key is sealed with. */
  z.object({ by: z.literal('keychain'), wrapping: base64, sealed: base64 }),
])
export type KeyCopy = z.infer<typeof keyCopySchema>

/** The system's keychain, where there is one (the window's; a browser has none). */
export interface Keychain {
  /** Whether it keeps secrets at all: some systems have only an obfuscation. */
  isOffered(): Promise<boolean>
  /** Throws where it does not take them. */
  wrap(bytes: Uint8Array): Promise<Uint8Array>
  /** `undefined`: another computer, another person, or a keychain that was reset. It may also give other bytes. */
  unwrap(bytes: Uint8Array): Promise<Uint8Array | undefined>
}

/** A copy that opens with a passphrase. */
export async function copyByPassphrase(key: Uint8Array, passphrase: string): Promise<KeyCopy> {
  const salt = randomBytes(saltBytes)
  return copyOf('passphrase', key, salt, await fromPassphrase(passphrase, salt))
}

/** A copy that opens with the printed recovery code. */
export function copyByRecovery(key: Uint8Array, recovery: Uint8Array): KeyCopy {
  const salt = randomBytes(saltBytes)
  return copyOf('recovery', key, salt, fromRecovery(recovery, salt))
}

/**
 * A copy that opens with this computer's keychain. The keychain keeps random bytes, and the key is sealed with those:
 * whatever else a keychain gives back one day is seen to be something else. Throws what the keychain throws.
 */
export async function copyByKeychain(key: Uint8Array, keychain: Keychain): Promise<KeyCopy> {
  const wrap = randomBytes(keyBytes)
  const wrapping = Buffer.from(await keychain.wrap(wrap)).toString('base64')
  return { by: 'keychain', wrapping, sealed: sealed(key, wrap, 'keychain').toString('base64') }
}

/** The key, from the copy that fits what a person typed: the passphrase, or the recovery code. */
export async function keyByWord(
  copies: readonly KeyCopy[],
  typed: string,
): Promise<Uint8Array | undefined> {
  const recovery = recoveryBytesOf(typed)
  for (const copy of copies) {
    if (copy.by === 'keychain') continue
    const salt = Buffer.from(copy.salt, 'base64')
    if (copy.by === 'recovery' && recovery === undefined) continue
    const wrapping =
      copy.by === 'recovery' && recovery !== undefined
        ? fromRecovery(recovery, salt)
        : await fromPassphrase(typed, salt)
    const key = unsealed(Buffer.from(copy.sealed, 'base64'), wrapping, copy.by)
    if (key !== undefined) return key
  }
  return undefined
}

/** The key, from the keychain's copy; `undefined` where the keychain does not give back what it was given. */
export async function keyByKeychain(
  copies: readonly KeyCopy[],
  keychain: Keychain,
): Promise<Uint8Array | undefined> {
  for (const copy of copies) {
    if (copy.by !== 'keychain') continue
    const wrap = await keychain.unwrap(Buffer.from(copy.wrapping, 'base64'))
    if (wrap?.byteLength === keyBytes)
      return unsealed(Buffer.from(copy.sealed, 'base64'), wrap, copy.by)
  }
  return undefined
}

function copyOf(
  by: 'passphrase' | 'recovery',
  key: Uint8Array,
  salt: Uint8Array,
  wrapping: Uint8Array,
): KeyCopy {
  return {
    by,
    salt: Buffer.from(salt).toString('base64'),
    sealed: sealed(key, wrapping, by).toString('base64'),
  }
}

/** A person may type a passphrase on another keyboard: the same signs count, however they are composed. */
function fromPassphrase(passphrase: string, salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, keyBytes, scryptCost, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}

const fromRecovery = (recovery: Uint8Array, salt: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', recovery, salt, 'meritfolio recovery', keyBytes))

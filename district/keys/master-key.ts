import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/**
 * What the district's secrets are wrapped with where they lie. Kept apart from the data and from all copies of it: whoever
 * has the folder has no key. A key management service can be another one of these: nothing else knows how it wraps.
 */
export interface MasterKey {
  /** Names it, so that another one is told from damage; says nothing of the key itself. */
  readonly id: string
  /** Wraps a secret under the name of its file: it opens under that name alone. */
  seal(secret: Uint8Array, name: string): Promise<Uint8Array>
  /** `undefined`: what is there was changed, or is not of this key and name. */
  open(sealed: Uint8Array, name: string): Promise<Uint8Array | undefined>
}

/** AES-256 takes a key of so many bytes. */
export const masterKeyBytes = 32
const nonceBytes = 12
const tagBytes = 16
const idSigns = 16

/** A master key of 32 bytes: AES-256-GCM, a fresh nonce each time, the file's name as additional data. */
export function masterKeyOf(key: Uint8Array): MasterKey {
  if (key.length !== masterKeyBytes) throw new TypeError('a master key has 32 bytes')
  const about = (name: string) => Buffer.from(`meritfolio district key 1 ${name}`)
  return {
    id: createHash('sha256')
      .update('meritfolio master key 1')
      .update(key)
      .digest('hex')
      .slice(0, idSigns),
    async seal(secret, name) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(about(name))
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
    },
    async open(sealed, name) {
      if (sealed.length < nonceBytes + tagBytes) return undefined
      const bytes = Buffer.from(sealed)
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      })
      cipher.setAAD(about(name)).setAuthTag(bytes.subarray(-tagBytes))
      try {
        return Buffer.concat([cipher.update(bytes.subarray(nonceBytes, -tagBytes)), cipher.final()])
      } catch {
        // The tag does not fit.
        return undefined
      }
    },
  }
}

/** Reads the 32 bytes of a master key as people keep them: 64 signs of hex, or base64 of either alphabet. */
export function readMasterKey(text: string): Uint8Array | undefined {
  const plain = text.trim()
  if (/^[0-9a-f]{64}$/i.test(plain)) return Buffer.from(plain, 'hex')
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(plain)) return undefined
  const bytes = Buffer.from(plain, 'base64')
  return bytes.length === masterKeyBytes ? bytes : undefined
}

/** A new master key as its file holds it. */
export const newMasterKeyText = (): string =>
  `${randomBytes(masterKeyBytes).toString('base64url')}\n`

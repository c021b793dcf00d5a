import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

// Whoever has a copy of the accounts alone can't make anybody's codes: the key lies in the keys folder (AES-256-GCM).
const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

const keyOf = (districtSecret: Uint8Array): Buffer =>
  Buffer.from(hkdfSync('sha256', districtSecret, '', 'meritfolio one-time codes 1', 32))

/** A secret as it is stored, for one person. */
export function sealed(secret: Uint8Array, person: string, districtSecret: Uint8Array): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, keyOf(districtSecret), nonce)
  cipher.setAAD(Buffer.from(person))
  const body = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')
}

/** The secret again; `undefined` where it is another person's, changed, or of other keys. */
export function unsealed(
  stored: string,
  person: string,
  districtSecret: Uint8Array,
): Uint8Array | undefined {
  const bytes = Buffer.from(stored, 'base64url')
  if (bytes.length < nonceBytes + tagBytes) return undefined
  const nonce = bytes.subarray(0, nonceBytes)
  const decipher = createDecipheriv(algorithm, keyOf(districtSecret), nonce)
  decipher.setAAD(Buffer.from(person))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()])
  } catch {
    // Its tag does not fit.
    return undefined
  }
}

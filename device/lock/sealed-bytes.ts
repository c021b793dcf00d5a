import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const nonceBytes = 12
const tagBytes = 16

/** Encrypts a few bytes (AES-256-GCM; nonce, text, tag). `purpose` is bound to them: a copy for one can't serve another. */
export function sealed(plain: Uint8Array, key: Uint8Array, purpose: string): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(purpose))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** What was sealed, or `undefined`: another key, another purpose, or changed bytes. */
export function unsealed(bytes: Uint8Array, key: Uint8Array, purpose: string): Buffer | undefined {
  if (bytes.byteLength < nonceBytes + tagBytes) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()])
  } catch {
    // The tag does not fit: nothing of it may be used.
    return undefined
  }
}

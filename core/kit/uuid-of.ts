import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** A UUID of version 8 (RFC 9562, section 5.8) that is the same for the same text: of its SHA-256. */
export const uuidOf = (text: string): string => asUuid(bytesToHex(sha256(utf8ToBytes(text))))

/** The first 32 signs of a hash in hex as a UUID of version 8. */
export function asUuid(hex: string): string {
  const variant = (8 + (Number.parseInt(hex.charAt(16), 16) & 3)).toString(16)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
  return [...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

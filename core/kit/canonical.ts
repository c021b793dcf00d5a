import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** SHA-256 of a text's UTF-8 bytes, hex. */
export const sha256Text = (text: string) => bytesToHex(sha256(utf8ToBytes(text)))

/** An object as canonical JSON (RFC 8785): the same text wherever it is made. */
export function canonical(object: object): string {
  const text = canonicalize(object)
  if (text === undefined) throw new Error('an object has a text')
  return text
}

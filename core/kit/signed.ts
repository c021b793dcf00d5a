import { ed25519 } from '@noble/curves/ed25519.js'
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { idInput } from './input.ts'

/** Whose computer signed a document, with which key, and the signature (Ed25519, RFC 8032; hex). */
export const signedSchema = z.object({
  device: idInput,
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})
export type Signed = z.infer<typeof signedSchema>

/** What a document is; a signature for one is no signature for another. */
export type Purpose =
  | 'manifest'
  | 'ratings'
  | 'audit-head'
  | 'erasure'
  | 'rejoin'
  | 'waiting'
  | 'at-address'

/** The text that is signed: the document, with what it is before it. */
export const textToSign = (purpose: Purpose, document: string) =>
  `meritfolio ${purpose} 1\n${document}`

/** Whether a document carries a good signature by the key that stands beside it. Whose key that is, it does not say. */
export function isSigned(
  purpose: Purpose,
  document: string,
  by: Pick<Signed, 'publicKey' | 'signature'>,
): boolean {
  try {
    return ed25519.verify(
      hexToBytes(by.signature),
      utf8ToBytes(textToSign(purpose, document)),
      hexToBytes(by.publicKey),
      // Only the one form of a signature counts (RFC 8032), not those that ZIP 215 adds.
      { zip215: false },
    )
  } catch {
    // No point of the curve, or no hex: it is not signed.
    return false
  }
}

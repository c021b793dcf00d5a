import { z } from 'zod'
import { isSigned, textToSign } from '../kit/signed.ts'
import { canonical } from '../kit/canonical.ts'

/**
 * The end of the audit at a time, signed by the district: whoever holds one can prove later that an entry up to it was
 * rewritten or removed.
 */
export const auditHeadSchema = z.object({
  /** Which life of the district: a restore begins another. */
  epoch: z.string().min(1).max(100),
  /** The number of entries up to here. */
  link: z.int().min(1),
  /** SHA-256 (hex) over all of them. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Epoch ms, by the district's clock. */
  at: z.number(),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})
export type AuditHead = z.infer<typeof auditHeadSchema>

const documentOf = ({ epoch, link, hash, at }: Omit<AuditHead, 'signature'>) =>
  canonical({ epoch, link, hash, at })

/** The text that the district signs. */
export const headTextToSign = (head: Omit<AuditHead, 'signature'>): string =>
  textToSign('audit-head', documentOf(head))

/** Whether a head was signed with the key (Ed25519, hex). */
export const isHeadSigned = (head: AuditHead, publicKey: string): boolean =>
  isSigned('audit-head', documentOf(head), { publicKey, signature: head.signature })

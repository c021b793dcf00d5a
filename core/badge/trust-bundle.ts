import { z } from 'zod'
import { recordType } from '../kit/record-type.ts'

/** What the district vouches for, signed by its own key: issuers with their keys, and status lists as last published. */
export const trustBundleSchema = z.object({
  /** The file (`open-badges-validator-core/bundle`), byte for byte as it was signed. */
  text: z.string(),
  createdAt: z.number(),
})
export type SignedTrust = z.infer<typeof trustBundleSchema>

/** As an answer names what the district itself vouches for. */
export const districtSource = 'district record'

/** The one id under which a district says whom it trusts. */
export const trustBundleId = 'district'

export const TrustBundleRecord = recordType<SignedTrust>({
  kind: 'trust-bundle',
  schema: trustBundleSchema,
  version: 1,
  seats: () => [{ stream: 'catalog', view: 'all' }],
})

import { z } from 'zod'
import { recordType } from '../kit/record-type.ts'

/** The district's own: devices get both in its signed trust bundle, and believe nothing beside that. */
const seats = () => [{ stream: 'district', view: 'all' }] as const

/** Who the district knows as an issuer, with the keys as they were published. */
export const issuerSchema = z.object({
  did: z.string(),
  name: z.string(),
  url: z.string().optional(),
  /** The DID document's JSON. */
  document: z.string(),
  fetchedAt: z.number(),
})
export type Issuer = z.infer<typeof issuerSchema>

export const IssuerRecord = recordType<Issuer>({
  kind: 'issuer',
  schema: issuerSchema,
  version: 1,
  seats,
})

/** A signed status list (BitstringStatusListCredential) as last published. Its id is `sha256` of its URL, shortened. */
export const statusListSchema = z.object({
  url: z.string(),
  credential: z.string(),
  publishedAt: z.number(),
})
export type StatusList = z.infer<typeof statusListSchema>

export const StatusListRecord = recordType<StatusList>({
  kind: 'status-list',
  schema: statusListSchema,
  version: 1,
  seats,
})

import { z } from 'zod'

const proofSchema = z.object({ verificationMethod: z.string() })
const signedSchema = z.object({ proof: z.union([proofSchema, z.array(proofSchema).min(1)]) })

/** The verification method of the first proof of what the district signed; `undefined` for any other text. */
export function signedWith(credential: string): string | undefined {
  let json: unknown
  try {
    json = JSON.parse(credential)
  } catch {
    return undefined
  }
  const parsed = signedSchema.safeParse(json)
  if (!parsed.success) return undefined
  const { proof } = parsed.data
  return (Array.isArray(proof) ? proof[0] : proof)?.verificationMethod
}

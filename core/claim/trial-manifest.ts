import { z } from 'zod'
import { isSigned } from '../kit/signed.ts'
import { sha256Text } from '../kit/canonical.ts'
import type { Attempt, Claim } from './record.ts'

const trialSchema = z.object({
  v: z.literal(1),
  claim: z.string(),
  attempt: z.int(),
  person: z.string(),
})

/**
 * Whether an attempt was sent by a trial version: its manifest says so (`v` 1), names this very attempt, has its hash
 * and a good signature. Those versions signed less than is handed over, so nothing can be compared with it; whose key
 * it is, this does not say. Whatever only resembles one was changed.
 */
export function isOfTrial(
  claimId: string,
  { owner }: Pick<Claim, 'owner'>,
  { n, manifest, manifestSha256, signed }: Attempt,
): boolean {
  const told = trialSchema.safeParse(parsed(manifest)).data
  return (
    told?.claim === claimId &&
    told.attempt === n &&
    told.person === owner &&
    sha256Text(manifest) === manifestSha256 &&
    isSigned('manifest', manifest, signed)
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // What is no JSON is no manifest of any version.
    return undefined
  }
}

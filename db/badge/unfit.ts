import { setImmediate } from 'node:timers/promises'
import { judgedAsSigned } from '../../core/badge/judged-as-signed.ts'
import type { Claim } from '../../core/claim/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { groundsFor } from './grounds-for.ts'
import type { Asker, RecordRow } from '../query.ts'

/** So many are judged again for one answer, a few milliseconds each; of the rest it is told when they are approved. */
export const judgedAgainMax = 100

/** An earned claim that no badge can rest on, and why. */
export interface Unfit {
  readonly claim: string
  readonly refusal: Refusal
}

/** Of earned claims those that no badge can rest on, and why: by the very rule that approving one obeys. */
export async function unfitOf(
  asker: Asker,
  claims: readonly RecordRow<Claim>[],
): Promise<readonly Unfit[]> {
  const unfit: Unfit[] = []
  for (const { id } of claims.slice(0, judgedAgainMax)) {
    const claim = (await asker.seen.get(ClaimRecord, id))?.rec
    if (claim === undefined) continue
    const micro = (await asker.seen.get(MicroCredentialRecord, claim.body.microCredential))?.rec
    if (micro === undefined) continue
    const refusal = judgedAsSigned({ claim, micro, ...(await groundsFor(asker, claim)) })
    if (refusal !== undefined) unfit.push({ claim: id, refusal })
    // Whoever types meanwhile is answered between two of them.
    await setImmediate()
  }
  return unfit
}

import { refuse } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { DeviceKey } from '../person/device-key.ts'
import { signerFault } from '../person/signer.ts'
import { isAsSigned } from './is-as-signed.ts'
import type { Attempt, Claim } from './record.ts'
import { isOfTrial } from './trial-manifest.ts'

/**
 * Why an attempt can't be gone by: it is not what was signed, or a trial version signed too little of it, or a computer signed it that is not its person's;
 * `undefined` where it can (security.md row 60). `keys`: those of the register, as this computer first saw them.
 *
 * Holds: nobody without the private key of a computer that this one has known as the person's can change what was
 * handed over and have it pass here. Does not hold: an operator may enter a *new* computer for a person and sign with
 * it, and what this computer sees of the register for the first time it believes. The person sees that: the new
 * computer stands in their settings, and the one that sent the real attempt says that it is gone (`sinceSent`).
 */
export function attemptFault(
  { id, body }: Pick<Rec<Claim>, 'id' | 'body'>,
  attempt: Attempt,
  keys: readonly Rec<DeviceKey>[],
): Refusal | undefined {
  if (!isAsSigned(id, body, attempt)) {
    return isOfTrial(id, body, attempt)
      ? refuse('sent_by_trial', { attempt: attempt.n }).refusal
      : refuse('not_as_signed', { what: 'manifest' }).refusal
  }
  const { signed, submittedAt } = attempt
  return signerFault(
    { what: 'manifest', by: signed, person: body.owner, signedAt: submittedAt },
    keys,
  )
}

import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { manifestOf } from '../../core/claim/manifest.ts'
import { canonical, sha256Text } from '../../core/kit/canonical.ts'
import type { Attempt, Claim } from '../../core/claim/record.ts'
import type { Purpose, Signed } from '../../core/kit/signed.ts'
import { textToSign } from '../../core/kit/signed.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import type { MicroCredential } from '../../core/micro-credential/record.ts'
import type { DeviceKey } from '../../core/person/device-key.ts'
import { DeviceKeyRecord } from '../../core/person/device-key.ts'
import { finishedReading } from '../../core/review/finished.ts'
import type { Review } from '../../core/review/record.ts'
import { tuesday } from './context.ts'
import { aMicroCredential } from './micro-credential.ts'
import { aRec } from './rec.ts'

/** A computer's key, the same in every run. */
const secretKey = new Uint8Array(32).fill(7)

/** A document as that computer signs it. */
export const aSigned = (purpose: Purpose, document: string, device = 'laptop'): Signed => ({
  device,
  publicKey: bytesToHex(ed25519.getPublicKey(secretKey)),
  signature: bytesToHex(ed25519.sign(utf8ToBytes(textToSign(purpose, document)), secretKey)),
})

/** An attempt under the manifest that fits it, signed. */
export function signedAttempt(
  claimId: string,
  claim: Pick<Claim, 'owner' | 'microCredential'>,
  attempt: Attempt,
): Attempt {
  const manifest = manifestOf({
    ...attempt,
    claim: claimId,
    attempt: attempt.n,
    person: claim.owner,
    microCredential: claim.microCredential,
    device: attempt.signed.device,
  })
  return {
    ...attempt,
    manifest,
    manifestSha256: sha256Text(manifest),
    signed: aSigned('manifest', manifest, attempt.signed.device),
  }
}

/** An attempt as a trial version signed it, under a manifest of version 1. */
export function trialAttempt(
  claimId: string,
  { owner }: Pick<Claim, 'owner'>,
  attempt: Attempt,
): Attempt {
  const manifest = canonical({ v: 1, claim: claimId, attempt: attempt.n, person: owner })
  return {
    ...attempt,
    manifest,
    manifestSha256: sha256Text(manifest),
    signed: aSigned('manifest', manifest, attempt.signed.device),
  }
}

/** That computer in the register, as a person's. */
export const aDeviceKey = (
  device: string,
  person: string,
  more: Partial<DeviceKey> = {},
): Rec<DeviceKey> => {
  const { publicKey } = aSigned('manifest', '')
  return aRec(DeviceKeyRecord, device, { person, publicKey, joinedAt: 0, ...more })
}

interface Finishing {
  readonly micro?: MicroCredential
  readonly before?: readonly Attempt[]
  readonly finishedAt?: number
}

/** What finishing a reading takes along: its ratings, signed. */
export function finishing(
  review: string,
  read: Review,
  { micro = aMicroCredential(), before = [], finishedAt = tuesday }: Finishing = {},
) {
  const made = finishedReading({ id: review, review: read, micro, before, finishedAt })
  return {
    review,
    ratings: made.ratings,
    signed: aSigned('ratings', made.ratings, 'desk'),
    finishedAt,
  }
}

import { attemptFault } from '../claim/attempt-fault.ts'
import type { Claim } from '../claim/record.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Refusal } from '../kit/refusal.ts'
import type { MicroCredential } from '../micro-credential/record.ts'
import type { DeviceKey } from '../person/device-key.ts'
import type { Review } from '../review/record.ts'
import { judgedAsSigned } from './judged-as-signed.ts'
import type { Badge } from './record.ts'

/**
 * How a link of the chain stands on this computer: it `holds` or `fails` by what is here, or what it takes to tell is
 * `elsewhere`: a reading is its reader's and the office's, a file its owner's and its readers'.
 */
export type LinkState = 'holds' | 'fails' | 'elsewhere'

/** From a badge to the files that it rests on: each link names the next by its fingerprint, or is signed. */
export interface Chain {
  /** The credential names the manifest of the attempt that earned it. */
  readonly named: LinkState
  /** Every decision is its reader's own, by their signature, and comes out again from the levels. */
  readonly decided: LinkState
  /** What was handed over is what its person signed. */
  readonly handedOver: LinkState
  /** Files that the manifest names by their SHA-256, and how many of them are on this computer. */
  readonly files: { readonly all: number; readonly here: number }
}

/** What of it is on this computer. */
interface Known {
  readonly badge: Badge
  readonly claim: Rec<Claim> | undefined
  readonly micro: Rec<MicroCredential> | undefined
  readonly reviews: readonly Rec<Review>[]
  /** As this computer first saw them. */
  readonly keys: readonly Rec<DeviceKey>[]
  /** SHA-256 (hex) of the manifest that the credential names; `undefined`: no credential yet, or it names none. */
  readonly named: string | undefined
  /** Of the files, those whose bytes are here and are what their SHA-256 says. */
  readonly here: ReadonlySet<string>
}

/** Looks at each link of a badge's chain, with what this computer has. */
export function chainOf({ badge, claim, micro, reviews, keys, named, here }: Known): Chain {
  const attempt = claim?.body.attempts.find(one => one.n === badge.attempt)
  const files = filesBehind(badge, claim?.body)
  const decided = claim?.body.attempts.flatMap(one => one.outcome?.review ?? []) ?? []
  const isAllHere = decided.every(id => reviews.some(review => review.id === id))
  const isNamed = named === badge.manifestSha256 && attempt?.manifestSha256 === badge.manifestSha256
  return {
    named: attempt === undefined || badge.credential === undefined ? 'elsewhere' : stateOf(isNamed),
    decided:
      claim === undefined || micro === undefined || !isAllHere
        ? 'elsewhere'
        : byRefusal(judgedAsSigned({ claim, micro, reviews, keys })),
    handedOver:
      claim === undefined || attempt === undefined
        ? 'elsewhere'
        : byRefusal(attemptFault(claim, attempt, keys)),
    files: { all: files.length, here: files.filter(sha => here.has(sha)).length },
  }
}

/** SHA-256 (hex) of the files that were handed over for a badge, each once. */
export function filesBehind(
  badge: Pick<Badge, 'attempt'>,
  claim: Pick<Claim, 'attempts'> | undefined,
): readonly string[] {
  const items = claim?.attempts.find(one => one.n === badge.attempt)?.items ?? []
  return [...new Set(items.flatMap(item => item.file?.sha256 ?? []))]
}

const stateOf = (holds: boolean): LinkState => (holds ? 'holds' : 'fails')

/** A computer that is not in the register that is here is not a false one: it can't be told. */
const byRefusal = (refusal: Refusal | undefined): LinkState =>
  refusal?.code === 'signer_unknown' ? 'elsewhere' : stateOf(refusal === undefined)

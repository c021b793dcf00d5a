import { issueBadge } from 'open-badges-validator-core/issue'
import { z } from 'zod'
import type { House } from '../house.ts'
import type { Issuer } from './issuer.ts'
import type { Place, PlaceFor } from './free-place.ts'
import { freePlace } from './free-place.ts'
import type { Purpose } from './placed.ts'
import { signerFor } from './signer.ts'
import { urlOf } from './status-lists.ts'

/** The same credential, signed by the key of now. */
export interface SignedAnew {
  readonly credential: string
  /** Where its place is in other lists now; `undefined`: where it was. */
  readonly statusIndex: number | undefined
  /** Names this act alone, for a command's key. */
  readonly key: string
}

const jsonObject = z.record(z.string(), z.json())
const signedSchema = z.object({ issuer: jsonObject }).catchall(z.json())

/**
 * Signs a credential of the district's again, with whatever it says as it was, also where it has ended meanwhile.
 *
 * @param the what it is, should it need another place.
 * @param purposes what the lists tell that it names, should its place be in other ones now.
 */
export async function signedAnew(
  house: House,
  issuer: Issuer,
  the: PlaceFor,
  before: string,
  purposes: readonly Purpose[],
): Promise<SignedAnew> {
  const { proof: _proof, ...plain } = signedSchema.parse(JSON.parse(before))
  const signer = signerFor(house.secrets, issuer.did)
  if (signer === undefined) throw new Error('no key signs')
  // A did:key is its key: with another key it is another issuer, with lists of its own.
  const isOther = plain.issuer['id'] !== issuer.did
  const place = isOther ? await freePlace(house, issuer, the) : undefined
  const credential = {
    ...plain,
    ...(isOther ? { issuer: { ...plain.issuer, id: issuer.did } } : {}),
    ...(place === undefined ? {} : { credentialStatus: statusOf(place, purposes) }),
  }
  const now = house.clock()
  const signed = await issueBadge({ credential, ...signer, created: now, mayHaveEnded: true })
  return {
    credential: JSON.stringify(signed),
    statusIndex: place?.statusIndex,
    key: `${signer.verificationMethod}:${now}`,
  }
}

/** Open Badges 3.0 knows one status, as an object; the VC data model allows a list of several. */
function statusOf(place: Place, purposes: readonly Purpose[]) {
  const [only, ...more] = purposes.map(purpose => statusAt(place, purpose))
  return only === undefined || more.length > 0 ? [only, ...more].flatMap(one => one ?? []) : only
}

function statusAt({ list, index }: Place, purpose: Purpose) {
  const url = urlOf(list, purpose)
  return {
    id: `${url}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: url,
  }
}

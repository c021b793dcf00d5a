import { BadgeError, endorsementCredential, issueBadge } from 'open-badges-validator-core/issue'
import type { GivenEndorsement, UnsignedCode } from '../../core/endorsement/given.ts'
import { GivenEndorsementRecord } from '../../core/endorsement/given.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import { uuidOf } from '../../core/kit/uuid-of.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { Issuer } from '../badge/issuer.ts'
import { signerFor } from '../badge/signer.ts'
import { freePlace } from '../badge/free-place.ts'
import { urlOf } from '../badge/status-lists.ts'
import type { House } from '../house.ts'
import { districtName } from '../person/name.ts'
import type { Reaction } from '../reaction/reaction.ts'
import { isAboutItself } from './about-itself.ts'
import { takeBackAgain } from './take-back-again.ts'

/**
 * Signs the district's word about what others issue. It is verified by our own verifier before it is kept; what is about the
 * district itself is never signed.
 */
export function signingGiven(house: House, issuer: Issuer): Reaction {
  return {
    name: 'sign-endorsement',
    kind: GivenEndorsementRecord.kind,
    async react(id) {
      const given = (await house.store.seen().get(GivenEndorsementRecord, id))?.rec
      // Signed once more after an older copy came back, it may be one that the world was told is taken back.
      if (given?.body.state === 'signed') {
        if ((await house.store.cameBack(house.clock())) !== undefined) await takeBackAgain(house)
        return
      }
      if (given?.body.state !== 'given') return
      if (await isAboutItself(house, issuer, given.body.endorsed))
        return leftUnsigned(house, id, 'ABOUT_ITSELF')
      const the = { kind: given.kind, id, since: given.body.givenAt }
      const place = await freePlace(house, issuer, the)
      const listUrl = urlOf(place.list, 'revocation')
      const credential = await signed(house, issuer, given, { listUrl, index: place.index })
      if (credential === undefined) return leftUnsigned(house, id, 'NOT_SIGNABLE')
      const { statusIndex } = place
      const input = bodyOf({ endorsement: id, credential, statusIndex })
      // With the place in the key: should it have been taken meanwhile, the next try is another command.
      const key = `district:sign-endorsement:${id}:${statusIndex}`
      const result = await house.perform('endorsement.sign', input, { key })
      if (result.status !== 'applied') throw new Error(`endorsement not signed: ${result.status}`)
      house.tell.worked('endorsement signed', { list: place.list.n })
    },
  }
}

/** The signed text; `undefined` where what others wrote can't be signed, however often it is tried. */
async function signed(
  house: House,
  issuer: Issuer,
  { id, body }: Rec<GivenEndorsement>,
  place: { readonly listUrl: string; readonly index: number },
): Promise<string | undefined> {
  const signer = signerFor(house.secrets, issuer.did)
  if (signer === undefined) throw new Error('no key signs')
  const name = await districtName(house.store)
  const at = house.clock()
  const hasAddress = issuer.url !== undefined
  const credential = endorsementCredential({
    id: hasAddress
      ? `${house.address}${districtPaths.endorsements}/${id}`
      : `urn:uuid:${uuidOf(`endorsement ${id}`)}`,
    name: `${name} → ${whatIs(body.endorsed)}`,
    issuer: { id: issuer.did, name, ...(hasAddress ? { url: house.address } : {}) },
    endorsed: body.endorsed.id,
    comment: body.comment,
    validFrom: at,
    ...(body.validUntil === undefined ? {} : { validUntil: body.validUntil }),
    status: [{ ...place, purpose: 'revocation' }],
  })
  try {
    return JSON.stringify(await issueBadge({ credential, ...signer, created: at }))
  } catch (error) {
    if (!(error instanceof BadgeError)) throw error
    house.tell.defect('sign endorsement', error)
    return undefined
  }
}

/**
 * What is endorsed, in no language. With it whose it is: its id alone is under the signature, and another issuer may write the
 * same id into badges of its own.
 */
const whatIs = ({ kind, name, issuer }: GivenEndorsement['endorsed']): string =>
  kind === 'issuer' ? name : `${name} (${issuer.id})`

async function leftUnsigned(house: House, endorsement: string, code: UnsignedCode): Promise<void> {
  const key = `district:leave-unsigned:${endorsement}`
  const result = await house.perform('endorsement.leave-unsigned', bodyOf({ endorsement, code }), {
    key,
  })
  if (result.status === 'wait') throw new Error('an endorsement waits')
}

import { issueBadge } from 'open-badges-validator-core/issue'
import { ed25519Multikey } from 'open-badges-validator-core/did'
import { z } from 'zod'
import type { Badge } from '../../core/badge/record.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import type { ListAsk } from '../../db/index-table/list.ts'
import { listRowsMax } from '../../db/index-table/list.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { House } from '../house.ts'
import type { Secrets } from '../keys/secrets.ts'
import { keyBehind } from '../keys/signed-by.ts'
import type { Issuer } from './issuer.ts'
import { areAllResigned, givenUpText, resignedName } from './resigned-up-to.ts'
import { signedWith } from './signed-with.ts'
import { signerFor } from './signer.ts'
import type { Place, Purpose } from './status-lists.ts'
import { freePlace, purposesOf, urlOf } from './status-lists.ts'

/** Whether a verification method is one of a key that was given up, under whatever name of the district's. */
export function isGivenUp({ issuer }: Pick<Secrets, 'issuer'>, method: string): boolean {
  const keys = issuer.map(({ id, state, publicKey }) => ({
    id,
    state,
    publicKey: ed25519Multikey(publicKey),
  }))
  return keyBehind(method, keys)?.state === 'compromised'
}

/**
 * Signs every badge again whose key was given up: the same badge of the same person, with a new signature, so that what
 * its holder has on the shelf stays good. The record is what counts: a badge that is not in it is nobody's. Begins again
 * where it was stopped; tells how many it signed.
 */
export async function resignBadges(house: House, issuer: Issuer): Promise<number> {
  const { issuer: keys } = house.secrets
  if (await areAllResigned(keys, house.store.meta)) return 0
  let count = 0
  let after: ListAsk['after']
  do {
    const rows = await house.store.seen().list(BadgeRecord, {
      limit: listRowsMax,
      ...(after === undefined ? {} : { after }),
    })
    for (const { rec } of rows)
      if (isGivenUp(house.secrets, signedWith(rec.body.credential ?? '') ?? '')) {
        await resigned(house, issuer, rec)
        count += 1
      }
    after = rows.length < listRowsMax ? undefined : rows.at(-1)?.place
  } while (after !== undefined)
  await house.store.setMeta(resignedName, givenUpText(keys))
  house.tell.worked('badges signed again', { count })
  return count
}

const jsonObject = z.record(z.string(), z.json())
const signedSchema = z.object({ issuer: jsonObject }).catchall(z.json())

async function resigned(house: House, issuer: Issuer, rec: Rec<Badge>): Promise<void> {
  const before = rec.body.credential ?? ''
  const { proof: _proof, ...plain } = signedSchema.parse(JSON.parse(before))
  const signer = signerFor(house.secrets, issuer.did)
  if (signer === undefined) throw new Error('no key signs')
  // A did:key is its key: with another key it is another issuer, with lists of its own.
  const isOther = plain.issuer['id'] !== issuer.did
  const place = isOther ? await freePlace(house, issuer) : undefined
  const credential = {
    ...plain,
    ...(isOther ? { issuer: { ...plain.issuer, id: issuer.did } } : {}),
    ...(place === undefined ? {} : { credentialStatus: statusOf(place, purposesOf(house)) }),
  }
  const now = house.clock()
  const signed = await issueBadge({ credential, ...signer, created: now })
  const input = bodyOf({
    badge: rec.id,
    instead: before,
    credential: JSON.stringify(signed),
    ...(place === undefined
      ? {}
      : {
          statusIndex: place.statusIndex,
          canBeSuspended: purposesOf(house).includes('suspension'),
        }),
  })
  const key = `district:resign:${rec.id}:${signer.verificationMethod}:${now}`
  const result = await house.perform('badge.resign', input, { key })
  if (result.status !== 'applied') throw new Error(`badge not signed again: ${result.status}`)
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

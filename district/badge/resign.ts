import { ed25519Multikey } from 'open-badges-validator-core/did'
import type { Badge } from '../../core/badge/record.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import type { CommandName } from '../../core/commands.ts'
import type { GivenEndorsement } from '../../core/endorsement/given.ts'
import { GivenEndorsementRecord } from '../../core/endorsement/given.ts'
import type { Json, Rec, RecordType } from '../../core/kit/record-type.ts'
import type { ListAsk } from '../../db/index-table/list.ts'
import { listRowsMax } from '../../db/index-table/list.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { House } from '../house.ts'
import type { Secrets } from '../keys/secrets.ts'
import { keyBehind } from '../keys/signed-by.ts'
import type { Issuer } from './issuer.ts'
import { areAllResigned, givenUpText, resignedName } from './resigned-up-to.ts'
import { signedAnew } from './signed-anew.ts'
import { signedWith } from './signed-with.ts'
import { purposesOf } from './status-lists.ts'

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
 * Signs everything again whose key was given up, badges and the district's word about others: the same, with a new
 * signature, so that what is on a shelf or in another's badge stays good. The record is what counts: a badge that is not in
 * it is nobody's. Begins again where it was stopped; tells how many it signed.
 */
export async function resignBadges(house: House, issuer: Issuer): Promise<number> {
  const { issuer: keys } = house.secrets
  if (await areAllResigned(keys, house.store.meta)) return 0
  const count =
    (await resignAll(house, BadgeRecord, badge => resignedBadge(house, issuer, badge))) +
    (await resignAll(house, GivenEndorsementRecord, given => resignedGiven(house, issuer, given)))
  await house.store.setMeta(resignedName, givenUpText(keys))
  house.tell.worked('badges signed again', { count })
  return count
}

/** Signs what is to be signed again of one kind of record; how many there were. */
async function resignAll<B extends { credential?: string | undefined }>(
  house: House,
  type: RecordType<B>,
  resign: (rec: Rec<B>) => Promise<void>,
): Promise<number> {
  let count = 0
  let after: ListAsk['after']
  do {
    const rows = await house.store.seen().list(type, {
      limit: listRowsMax,
      ...(after === undefined ? {} : { after }),
    })
    for (const { rec } of rows)
      if (isGivenUp(house.secrets, signedWith(rec.body.credential ?? '') ?? '')) {
        await resign(rec)
        count += 1
      }
    after = rows.length < listRowsMax ? undefined : rows.at(-1)?.place
  } while (after !== undefined)
  return count
}

async function resignedBadge(house: House, issuer: Issuer, { kind, id, body }: Rec<Badge>) {
  const before = body.credential ?? ''
  const purposes = purposesOf(house)
  const the = { kind, id, since: body.approvedAt }
  const { credential, statusIndex, key } = await signedAnew(house, issuer, the, before, purposes)
  const isElsewhere = statusIndex !== undefined
  const place = isElsewhere
    ? { statusIndex, canBeSuspended: purposes.includes('suspension') }
    : undefined
  const input = bodyOf({ badge: id, instead: before, credential, ...place })
  await kept(house, 'badge.resign', input, `district:resign:${id}:${key}`)
}

async function resignedGiven(
  house: House,
  issuer: Issuer,
  { kind, id, body }: Rec<GivenEndorsement>,
) {
  const before = body.credential ?? ''
  const the = { kind, id, since: body.givenAt }
  const anew = await signedAnew(house, issuer, the, before, ['revocation'])
  const { credential, statusIndex, key } = anew
  const place = statusIndex === undefined ? undefined : { statusIndex }
  const input = bodyOf({ endorsement: id, instead: before, credential, ...place })
  await kept(house, 'endorsement.resign', input, `district:resign-endorsement:${id}:${key}`)
}

async function kept(house: House, name: CommandName, input: Json, key: string): Promise<void> {
  const result = await house.perform(name, input, { key })
  if (result.status !== 'applied') throw new Error(`not signed again: ${result.status}`)
}

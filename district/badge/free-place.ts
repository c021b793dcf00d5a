import { createHmac } from 'node:crypto'
import { readBit } from 'open-badges-validator-core/status'
import { StatusListRecord } from '../../core/badge/trust.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import type { House } from '../house.ts'
import type { Issuer } from './issuer.ts'
import type { Purpose } from './placed.ts'
import { isHeld, purposes } from './placed.ts'
import type { StatusList } from './status-lists.ts'
import { beginList, bitsOf, listEntries, rangeOf, statusLists, urlOf } from './status-lists.ts'
import { idOfUrl } from './uuid.ts'

/** How often a free place is looked for in a list before the next one is begun: at four fifths full, one in 90 fails. */
const triesMax = 20

/** A place for something new: the list, and an index in it that nothing else has and that nobody can guess. */
export interface Place {
  readonly list: StatusList
  /** Within the list. */
  readonly index: number
  /** Among all lists, as its record keeps it. */
  readonly statusIndex: number
  /** What the world was already told of it, since an older copy of the record has forgotten that it was signed before. */
  readonly told: readonly Purpose[]
}

/** What a place is for, and since when (epoch ms) it waits to be signed. */
export interface PlaceFor extends Pick<Rec<unknown>, 'kind' | 'id'> {
  readonly since: number
}

/**
 * Finds a place; begins a list where the issuer has none with room. It is drawn by a secret of the district's, so that what
 * is signed once more, after an older copy of the record came back, gets the place again that its file of then names: else
 * that file could never be revoked. A place whose bits are set and that nobody holds was somebody's whom the copy has
 * forgotten: it is given only to what may be that one, since it waits from before the restore.
 */
export async function freePlace(house: House, issuer: Issuer, the: PlaceFor): Promise<Place> {
  const lists = await statusLists(house)
  const current = lists.findLast(list => list.did === issuer.did)
  const list = current ?? (await beginList(house, issuer))
  const bits = await publishedBits(house, list)
  const cameBack = await house.store.cameBack(house.clock())
  const mayBeAgain = the.since < (cameBack?.at ?? 0)
  for (let tries = 0; tries < triesMax; tries++) {
    const index = drawn(house.secrets.pseudonym, the, list.n, tries)
    const told = purposes.filter(purpose => isSetIn(bits[purpose], index))
    const statusIndex = rangeOf(list).from + index
    const isFree = told.length === 0 || mayBeAgain
    if (isFree && !(await isHeld(house, statusIndex))) return { list, index, statusIndex, told }
  }
  await beginList(house, issuer)
  return freePlace(house, issuer, the)
}

/** As many places as 32 bits can name are drawn alike, since a list has a power of two of them. */
function drawn(key: Uint8Array, { kind, id }: PlaceFor, n: number, tries: number): number {
  const text = `place ${kind}/${id} ${n} ${tries}`
  return createHmac('sha256', key).update(text).digest().readUInt32BE() % listEntries
}

type Bits = Readonly<Record<Purpose, Uint8Array | undefined>>

/** What a pair of lists says, as it was last published. */
async function publishedBits({ store }: House, list: StatusList): Promise<Bits> {
  const of = async (purpose: Purpose) => {
    const there = await store.seen().get(StatusListRecord, idOfUrl(urlOf(list, purpose)))
    return there && bitsOf(there.rec.body.credential)
  }
  return { revocation: await of('revocation'), suspension: await of('suspension') }
}

const isSetIn = (bits: Uint8Array | undefined, index: number): boolean =>
  bits !== undefined && readBit(bits, index) === true

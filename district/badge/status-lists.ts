import { z } from 'zod'
import {
  createStatusList,
  decodeStatusList,
  entriesMin,
  issueStatusList,
  readBit,
  withBit,
} from 'open-badges-validator-core/status'
import type { Badge } from '../../core/badge/record.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import { StatusListRecord } from '../../core/badge/trust.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import type { House } from '../house.ts'
import type { Issuer } from './issuer.ts'
import type { Purpose } from './placed.ts'
import { badgeHolding, isSetFor, purposes, toBeSet } from './placed.ts'
import { lastPublished, keepPublished } from './published.ts'
import { signerFor } from './signer.ts'
import { signedWith } from './signed-with.ts'
import { idOfUrl } from './uuid.ts'

/** Entries of a list: the least that hides whose badge is looked at. */
export const listEntries = entriesMin

/** How long a clear bit may be believed (ms), and how often a list is signed anew before that. */
const validMs = 30 * 86_400_000
const freshMs = 86_400_000
/** How long a verifier may keep a copy (ms). */
const ttlMs = 3_600_000
/** Dates in a list are written to the second (ms). */
const dateStepMs = 1_000

/** What the lists tell that a badge names. */
export const purposesOf = ({ canSuspend }: Pick<House, 'canSuspend'>): readonly Purpose[] =>
  canSuspend ? purposes : ['revocation']

/**
 * A pair of lists, one a purpose, in which a badge has the same place, and who signs them: the first one's address and
 * the issuer never change, since badges name them.
 */
const listSchema = z.object({
  n: z.int().min(1),
  url: z.string(),
  did: z.string(),
  verificationMethod: z.string(),
})
export type StatusList = z.infer<typeof listSchema>

/** The last part of a list's address, and its name among what was published. */
export const listName = ({ n }: StatusList, purpose: Purpose): string =>
  purpose === 'revocation' ? String(n) : `${n}-${purpose}`

/** Where a list is. */
export const urlOf = ({ url }: StatusList, purpose: Purpose): string =>
  purpose === 'revocation' ? url : `${url}-${purpose}`

const metaName = 'status-lists'

/** As far as a store is asked which lists there are. */
export type ListsKnown = Pick<House['store'], 'meta'>

/** The pairs of lists that there are, oldest first. */
export async function statusLists({
  store,
}: {
  readonly store: ListsKnown
}): Promise<readonly StatusList[]> {
  const stored = await store.meta(metaName)
  return stored === undefined ? [] : z.array(listSchema).parse(JSON.parse(stored))
}

/** The address of the list with a name, as its address ends; `undefined` where there is none. */
export async function listNamed(
  house: Pick<House, 'store'>,
  name: string,
): Promise<string | undefined> {
  const lists = await statusLists(house)
  const named = lists.flatMap(list => purposes.map(purpose => ({ list, purpose })))
  const found = named.find(({ list, purpose }) => listName(list, purpose) === name)
  return found && urlOf(found.list, found.purpose)
}

/** Begins a pair of lists for an issuer, empty. */
export async function beginList(house: House, issuer: Issuer): Promise<StatusList> {
  const lists = await statusLists(house)
  const n = (lists.at(-1)?.n ?? 0) + 1
  const { did, verificationMethod } = issuer
  const list = { n, url: `${house.address}${districtPaths.status}/${n}`, did, verificationMethod }
  await house.store.setMeta(metaName, JSON.stringify([...lists, list]))
  for (const purpose of purposes) await publishList(house, list, purpose)
  return list
}

/**
 * Publishes every list whose signature grew old, or is of a key that signs no more, or of which the world has seen
 * another than the record holds (an older copy was brought back), and begins the first one.
 */
export async function freshenLists(house: House, issuer: Issuer): Promise<void> {
  const lists = await statusLists(house)
  if (!lists.some(list => list.did === issuer.did)) await beginList(house, issuer)
  for (const list of lists)
    for (const purpose of purposes) {
      const there = await house.store.seen().get(StatusListRecord, idOfUrl(urlOf(list, purpose)))
      const age = house.clock() - (there?.rec.body.publishedAt ?? 0)
      const signer = signerFor(house.secrets, list.did)
      const isByOther =
        there !== undefined &&
        signer !== undefined &&
        signedWith(there.rec.body.credential) !== signer.verificationMethod
      const last = lastPublished(house.published, listName(list, purpose))
      const isOther = last !== undefined && last !== there?.rec.body.credential
      if (age >= freshMs || age < 0 || isByOther || isOther) await publishList(house, list, purpose)
    }
}

/** Its places among all lists, ends included. */
export const rangeOf = ({ n }: Pick<StatusList, 'n'>) => ({
  from: (n - 1) * listEntries,
  to: n * listEntries - 1,
})

const listOf = (statusIndex: number): number => Math.floor(statusIndex / listEntries) + 1

/** Publishes the lists that say something else of a badge or an endorsement than its record; whether there were any. */
export async function publishStatus(
  house: House,
  { kind, body }: Pick<Rec<{ state: string; statusIndex?: number | undefined }>, 'kind' | 'body'>,
): Promise<boolean> {
  const { statusIndex } = body
  // One that was never signed is in no list.
  if (statusIndex === undefined) return false
  const list = (await statusLists(house)).find(one => one.n === listOf(statusIndex))
  if (list === undefined) return false
  let isAnew = false
  for (const purpose of purposes) {
    const there = await house.store.seen().get(StatusListRecord, idOfUrl(urlOf(list, purpose)))
    const bits = there && bitsOf(there.rec.body.credential)
    const isSet = bits !== undefined && readBit(bits, statusIndex % listEntries) === true
    // What was ever published as revoked stays so, whatever a restored record says.
    const isToBe = isSetFor(kind, body, purpose) || (isSet && purpose === 'revocation')
    if (isSet === isToBe) continue
    await publishList(house, list, purpose)
    isAnew = true
  }
  return isAnew
}

/**
 * Signs a list anew. Revoked is final: the bit of every badge that is, and every bit that was ever published as set, so
 * that a record restored from a backup revives nothing. A suspension can be lifted, so its list says what the record
 * says, and is always later than the one before: verifiers go by the newest that they have seen. A list whose key was
 * given up stays as it is: nobody believes it, and the badges in it get places elsewhere.
 */
async function publishList(house: House, list: StatusList, purpose: Purpose): Promise<void> {
  const signer = signerFor(house.secrets, list.did)
  if (signer === undefined) return
  const url = urlOf(list, purpose)
  const id = idOfUrl(url)
  const there = await house.store.seen().get(StatusListRecord, id)
  const last = lastPublished(house.published, listName(list, purpose))
  const earlier = [there?.rec.body.credential, last].flatMap(text => text ?? [])
  const publishedAt = Math.max(
    house.clock(),
    (there?.rec.body.publishedAt ?? 0) + 1,
    ...earlier.map(text => madeAtOf(text) + (purpose === 'suspension' ? dateStepMs : 1)),
  )
  let bits = createStatusList(listEntries)
  for (const text of purpose === 'revocation' ? earlier : []) {
    const set = bitsOf(text)
    if (set !== undefined) bits = bits.map((byte, at) => byte | (set[at] ?? 0))
  }
  // Of a badge that the record does not know, since an older copy was brought back, the last word stands.
  for (const text of purpose === 'suspension' ? earlier : [])
    for (const index of setIn(bitsOf(text)))
      if ((await badgeAt(house, list.n, index)) === undefined) bits = withBit(bits, index, true)
  for (const place of await toBeSet(house, rangeOf(list), purpose))
    bits = withBit(bits, place % listEntries, true)
  const credential = JSON.stringify(
    await issueStatusList(
      {
        id: url,
        issuer: list.did,
        purpose,
        list: bits,
        validFrom: publishedAt,
        validUntil: publishedAt + validMs,
        ttlMs,
      },
      { ...signer, created: publishedAt },
    ),
  )
  keepPublished(house.published, listName(list, purpose), credential)
  const input = bodyOf({ id, list: { url, credential, publishedAt } })
  const key = `district:status-list:${id}:${publishedAt}`
  const result = await house.perform('status-list.publish', input, { key })
  if (result.status !== 'applied') throw new Error(`status list not kept: ${result.status}`)
  // Two that are published at the same moment: who comes second begins again, with the other's bits.
  const kept = await house.store.seen().get(StatusListRecord, id)
  if (kept?.rec.body.credential !== credential) throw new Error('another list came first')
}

const credentialSchema = z.object({
  validFrom: z.string(),
  credentialSubject: z.object({ encodedList: z.string() }),
})

/** The bits of a list as it was published; `undefined` where none can be read. */
export function bitsOf(credential: string): Uint8Array | undefined {
  const parsed = credentialSchema.safeParse(JSON.parse(credential))
  if (!parsed.success) return undefined
  const bits = decodeStatusList(parsed.data.credentialSubject.encodedList)
  return bits.ok ? bits.value : undefined
}

/** When a list was made, by its own word (epoch ms); 0 where it says none. */
export function madeAtOf(credential: string): number {
  const parsed = credentialSchema.safeParse(JSON.parse(credential))
  const at = parsed.success ? Date.parse(parsed.data.validFrom) : Number.NaN
  return Number.isNaN(at) ? 0 : at
}

/** The places whose bits are set. */
export function setIn(bits: Uint8Array | undefined): readonly number[] {
  const found: number[] = []
  for (const [at, byte] of (bits ?? []).entries())
    for (let bit = 0; byte !== 0 && bit < 8; bit++)
      if ((byte & (0x80 >> bit)) !== 0) found.push(at * 8 + bit)
  return found
}

/** The badge at a place of a pair of lists. */
export const badgeAt = (
  house: Pick<House, 'store'>,
  n: number,
  index: number,
): Promise<Rec<Badge> | undefined> => badgeHolding(house, (n - 1) * listEntries + index)

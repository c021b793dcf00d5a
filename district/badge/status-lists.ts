import { randomInt } from 'node:crypto'
import { z } from 'zod'
import {
  createStatusList,
  decodeStatusList,
  entriesMin,
  issueStatusList,
  readBit,
  withBit,
} from 'open-badges-validator-core/status'
import { BadgeRecord } from '../../core/badge/record.ts'
import { StatusListRecord } from '../../core/badge/trust.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { ListAsk } from '../../db/index-table/list.ts'
import { listRowsMax } from '../../db/index-table/list.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import type { House } from '../house.ts'
import type { Issuer } from './issuer.ts'
import { lastPublished, keepPublished } from './published.ts'
import { idOfUrl } from './uuid.ts'

/** Entries of a list: the least that hides whose badge is looked at. */
export const listEntries = entriesMin

/** How long a clear bit may be believed (ms), and how often a list is signed anew before that. */
const validMs = 30 * 86_400_000
const freshMs = 86_400_000
/** How long a verifier may keep a copy (ms). */
const ttlMs = 3_600_000
/** How often a free place is looked for in a list before the next one is begun: at four fifths full, one in 90 fails. */
const triesMax = 20

/** A list and who signs it: its address and its issuer never change, since badges name them. */
const listSchema = z.object({
  n: z.int().min(1),
  url: z.string(),
  did: z.string(),
  verificationMethod: z.string(),
})
export type StatusList = z.infer<typeof listSchema>

const metaName = 'status-lists'

/** The lists that there are, oldest first. */
export async function statusLists({ store }: Pick<House, 'store'>): Promise<readonly StatusList[]> {
  const stored = await store.meta(metaName)
  return stored === undefined ? [] : z.array(listSchema).parse(JSON.parse(stored))
}

/** A place for a new badge: the list, and an index in it that is random and that no badge has. */
export interface Place {
  readonly list: StatusList
  /** Within the list. */
  readonly index: number
  /** Among all lists, as the badge's record keeps it. */
  readonly statusIndex: number
}

/** Finds a place; begins a list where the issuer has none with room. */
export async function freePlace(house: House, issuer: Issuer): Promise<Place> {
  const lists = await statusLists(house)
  const current = lists.findLast(list => list.did === issuer.did)
  const list = current ?? (await beginList(house, issuer))
  for (let tries = 0; tries < triesMax; tries++) {
    const index = randomInt(listEntries)
    const statusIndex = (list.n - 1) * listEntries + index
    const held = await house.store
      .seen()
      .list(BadgeRecord, { where: { status: statusIndex }, limit: 1 })
    if (held.length === 0) return { list, index, statusIndex }
  }
  await beginList(house, issuer)
  return freePlace(house, issuer)
}

async function beginList(house: House, issuer: Issuer): Promise<StatusList> {
  const lists = await statusLists(house)
  const n = (lists.at(-1)?.n ?? 0) + 1
  const { did, verificationMethod } = issuer
  const list = { n, url: `${house.address}${districtPaths.status}/${n}`, did, verificationMethod }
  await house.store.setMeta(metaName, JSON.stringify([...lists, list]))
  await publishList(house, list)
  return list
}

/** Publishes every list whose signature grew old, and begins the first one. */
export async function freshenLists(house: House, issuer: Issuer): Promise<void> {
  const lists = await statusLists(house)
  if (!lists.some(list => list.did === issuer.did)) await beginList(house, issuer)
  for (const list of lists) {
    const there = await house.store.seen().get(StatusListRecord, idOfUrl(list.url))
    const age = house.clock() - (there?.rec.body.publishedAt ?? 0)
    if (age >= freshMs || age < 0) await publishList(house, list)
  }
}

/** Whether a badge's bit is set in its list as it is published. */
export async function isPublishedRevoked(house: House, statusIndex: number): Promise<boolean> {
  const list = (await statusLists(house)).find(one => one.n === listOf(statusIndex))
  if (list === undefined) return false
  const there = await house.store.seen().get(StatusListRecord, idOfUrl(list.url))
  const bits = there && bitsOf(there.rec.body.credential)
  return bits !== undefined && readBit(bits, statusIndex % listEntries) === true
}

const listOf = (statusIndex: number): number => Math.floor(statusIndex / listEntries) + 1

/** Publishes the list of a revoked badge. */
export async function publishListOf(house: House, statusIndex: number): Promise<void> {
  const list = (await statusLists(house)).find(one => one.n === listOf(statusIndex))
  if (list !== undefined) await publishList(house, list)
}

/**
 * Signs a list anew: every badge that is revoked, and every bit that was ever published as set, so that a record
 * restored from a backup revives nothing.
 */
async function publishList(house: House, list: StatusList): Promise<void> {
  const id = idOfUrl(list.url)
  const there = await house.store.seen().get(StatusListRecord, id)
  const now = house.clock()
  const publishedAt = Math.max(now, (there?.rec.body.publishedAt ?? 0) + 1)
  let bits = createStatusList(listEntries)
  for (const published of [there?.rec.body.credential, lastPublished(house.published, list.n)]) {
    const earlier = published === undefined ? undefined : bitsOf(published)
    if (earlier !== undefined) bits = bits.map((byte, at) => byte | (earlier[at] ?? 0))
  }
  for (const index of await revokedIn(house, list.n)) bits = withBit(bits, index, true)
  const credential = JSON.stringify(
    await issueStatusList(
      {
        id: list.url,
        issuer: list.did,
        purpose: 'revocation',
        list: bits,
        validFrom: now,
        validUntil: now + validMs,
        ttlMs,
      },
      {
        secretKey: house.secrets.issuer,
        verificationMethod: list.verificationMethod,
        created: now,
      },
    ),
  )
  keepPublished(house.published, list.n, credential)
  const input = bodyOf({ id, list: { url: list.url, credential, publishedAt } })
  const key = `district:status-list:${id}:${publishedAt}`
  const result = await house.perform('status-list.publish', input, { key })
  if (result.status !== 'applied') throw new Error(`status list not kept: ${result.status}`)
  // Two that are published at the same moment: who comes second begins again, with the other's bits.
  const kept = await house.store.seen().get(StatusListRecord, id)
  if (kept?.rec.body.credential !== credential) throw new Error('another list came first')
}

async function revokedIn(house: House, n: number): Promise<readonly number[]> {
  const range = { from: (n - 1) * listEntries, to: n * listEntries - 1 }
  const found: number[] = []
  let after: ListAsk['after']
  do {
    const rows = await house.store.seen().list(BadgeRecord, {
      where: { state: 'revoked', status: range },
      limit: listRowsMax,
      ...(after === undefined ? {} : { after }),
    })
    for (const { rec } of rows)
      if (rec.body.statusIndex !== undefined) found.push(rec.body.statusIndex % listEntries)
    after = rows.length < listRowsMax ? undefined : rows.at(-1)?.place
  } while (after !== undefined)
  return found
}

const credentialSchema = z.object({ credentialSubject: z.object({ encodedList: z.string() }) })

function bitsOf(credential: string): Uint8Array | undefined {
  const parsed = credentialSchema.safeParse(JSON.parse(credential))
  if (!parsed.success) return undefined
  const bits = decodeStatusList(parsed.data.credentialSubject.encodedList)
  return bits.ok ? bits.value : undefined
}

import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StatusListRecord } from '../../core/badge/trust.ts'
import { hasBegun, isDue } from '../../core/erasure/due.ts'
import { ErasureRecord } from '../../core/erasure/record.ts'
import { PersonRecord } from '../../core/person/record.ts'
import type { HealthKnown } from '../../core/health/judge.ts'
import type { CameBack } from '../../db/district-store/came-back.ts'
import type { PutBack } from '../../db/district-store/put-back.ts'
import type { Seen } from '../../db/seen.ts'
import { publishedIn } from '../badge/published.ts'
import { areAllResigned } from '../badge/resigned-up-to.ts'
import { unexplained } from '../badge/unexplained.ts'
import type { KeyRegister } from '../keys/register.ts'
import { activeIn } from '../keys/register.ts'
import { readStanding } from '../reaction/standing.ts'
import { reactionNames } from '../reaction/reaction.ts'
import { healthNote } from './notes.ts'

export interface KnownParts {
  readonly dataFolder: string
  readonly seen: Pick<Seen, 'list' | 'get'>
  /** Its last restore, while other computers may still bring what the copy lacked. */
  readonly cameBack: CameBack | undefined
  readonly putBack: PutBack | undefined
  readonly register: KeyRegister
  readonly isSealed: boolean
  readonly database: string
  /** Epoch ms. */
  readonly now: number
  meta(name: string): Promise<string | undefined>
}

/** What is known of a record, for the district that runs and for its operator's terminal alike. */
export async function knownHealth(parts: KnownParts): Promise<HealthKnown> {
  const { dataFolder, seen, putBack, register, isSealed, database, now, meta } = parts
  const backup = healthNote(dataFolder, 'backup')
  const waiting = []
  for (const work of reactionNames) {
    const standing = readStanding(await meta(`reaction:${work}`))
    const triesMost = Math.max(0, ...standing.waiting.map(one => one.tries))
    const why = standing.waiting.findLast(one => one.why !== undefined)?.why
    waiting.push({ work, count: standing.waiting.length, triesMost, why })
  }
  return {
    backup: backup && { at: backup.at, lacking: backup.faults },
    drill: healthNote(dataFolder, 'drill'),
    audit: healthNote(dataFolder, 'audit'),
    putBack,
    erased: await erasedIn(seen, dataFolder),
    waiting,
    erasuresWait: await erasuresWaiting(parts),
    arrivingStill: arrivingStill(join(dataFolder, 'uploads'), now),
    isResigning: !(await areAllResigned(register.issuer, meta)),
    lists: await oldestList(seen, register),
    unexplained: await unexplainedBadges(parts),
    signsAs: register.dids?.at(-1),
    keys: { isSealed, madeAt: activeIn(register.issuer).madeAt, alone: lastAlone(register) },
    diskFreeBytes: freeIn(dataFolder),
    database,
  }
}

/** The last change of keys that rests on no agreement of two. */
function lastAlone({ changes = [] }: KeyRegister): HealthKnown['keys']['alone'] {
  const last = changes.findLast(note => note.change === undefined)
  return last && { at: last.at, why: last.reason }
}

/** Those that nothing but a restore keeps. */
async function erasuresWaiting({
  seen,
  cameBack,
  now,
}: KnownParts): Promise<HealthKnown['erasuresWait']> {
  if (cameBack === undefined) return undefined
  let count = 0
  for (const { rec } of await seen.list(ErasureRecord, { where: { state: 'agreed' } })) {
    if (!isDue(rec.body, now)) continue
    if (!hasBegun(rec.body, await seen.get(PersonRecord, rec.id))) count++
  }
  return count === 0 ? undefined : { count, until: now + cameBack.leftMs }
}

/** Of whom was erased last, and what a restore has moved aside before that. */
async function erasedIn(
  seen: Pick<Seen, 'list'>,
  dataFolder: string,
): Promise<HealthKnown['erased']> {
  const erased = await seen.list(ErasureRecord, { where: { state: 'erased' } })
  const times = erased.map(({ rec }) => rec.body.erasedAt ?? 0)
  if (times.length === 0) return undefined
  const aside = existsSync(dataFolder)
    ? readdirSync(dataFolder).filter(name => name.startsWith('before-restore-'))
    : []
  return { at: Math.max(...times), aside: aside.map(name => join(dataFolder, name)) }
}

const listSchema = z.object({
  issuer: z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]),
  validFrom: z.iso.datetime().transform(text => Date.parse(text)),
  validUntil: z.iso.datetime().transform(text => Date.parse(text)),
})

/** Of the lists that the district signs today: one by a key that was given up stays as it is. */
async function oldestList(
  seen: Pick<Seen, 'list'>,
  register: KeyRegister,
): Promise<HealthKnown['lists']> {
  const signsAs = register.dids?.at(-1)
  let oldest: HealthKnown['lists']
  for (const { rec } of await seen.list(StatusListRecord, {})) {
    const list = listSchema.safeParse(JSON.parse(rec.body.credential))
    if (!list.success || list.data.issuer !== signsAs) continue
    const { validFrom: signedAt, validUntil } = list.data
    if (oldest === undefined || signedAt < oldest.signedAt) oldest = { signedAt, validUntil }
  }
  return oldest
}

/** Whose badges, and for what, the lists say are revoked and the record does not. */
async function unexplainedBadges({ dataFolder, seen, meta }: KnownParts): Promise<string[]> {
  const { badges } = await unexplained(
    { store: { meta, seen: () => seen } },
    publishedIn(dataFolder),
  )
  const said: string[] = []
  for (const { body } of badges) {
    const owner = await seen.get(PersonRecord, body.owner)
    said.push([owner?.rec.body.name ?? body.owner, body.title].join(': '))
  }
  return said
}

/** An upload that lay still for so long may be one that its computer has lost (ms). */
const stillMs = 86_400_000

/** Uploads with which nobody has gone on for a day. Each has a file, and what is known of it beside that. */
function arrivingStill(folder: string, now: number): number {
  if (!existsSync(folder)) return 0
  return readdirSync(folder).filter(name => {
    const path = join(folder, name)
    // One that arrives whole in this moment is gone before it can be looked at.
    const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now
    return !name.endsWith('.json') && now - changedAt > stillMs
  }).length
}

/** Bytes that this user may still write there; `undefined` where the system does not tell. */
function freeIn(folder: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  } catch {
    // A file system without figures: nothing is said of it.
    return undefined
  }
}

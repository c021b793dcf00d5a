import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { demoHalfWritten, demoReadyToSend } from '../../content/demo/claims.ts'
import type { DemoClaim } from '../../content/demo/claims.ts'
import type { DemoEvidence } from '../../content/demo/evidence.ts'
import { demoEvidence } from '../../content/demo/evidence.ts'
import { demoGoals } from '../../content/demo/plan.ts'
import { competencyIdByCode } from '../../content/framework/competency-ids.ts'
import { fileBytesMax } from '../../core/evidence/record.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { GoalRecord } from '../../core/plan/record.ts'
import { dayOf, plainCalendar } from '../../core/turnaround/working-days.ts'
import { takeIn } from '../evidence/take-in.ts'
import type { Place } from '../place/place.ts'

const dayMs = 86_400_000
const files = fileURLToPath(new URL('../../content/demo/files', import.meta.url))
/** How long the first pull may take before her things are put down without her goals (ms). */
const pullMsMax = 10_000
const pollMs = 50

/**
 * What the demo's teacher has done on her computer before one meets her: real files taken in, two claims begun, all
 * by the commands that anybody has. Each step is remembered, so that a start that was cut off goes on.
 */
export async function liveFirstDay(place: Place): Promise<void> {
  const { store } = place
  if (store.meta('first-day') === 'over') return
  const goals = await goalsOnceThere(place)
  const kept = new Map<string, string>()
  for (const piece of demoEvidence) kept.set(piece.key, await keepPiece(place, piece, goals))
  await beginClaim(place, demoHalfWritten, kept)
  await beginClaim(place, demoReadyToSend, kept)
  store.setMeta('first-day', 'over')
}

/** The demo's keys of goals → the ids of the records, as the district made them. */
async function goalsOnceThere({ store }: Place): Promise<ReadonlyMap<string, string>> {
  for (let waited = 0; waited < pullMsMax; waited += pollMs) {
    const rows = await store.seen.list(GoalRecord, {})
    const idByTitle = new Map(rows.map(({ rec }) => [rec.body.title, rec.id]))
    if (demoGoals.every(goal => goal.layer === 'personal' || idByTitle.has(goal.title)))
      return new Map(
        demoGoals.flatMap(({ key, title }) => {
          const id = idByTitle.get(title)
          return id === undefined ? [] : [[key, id] as const]
        }),
      )
    await new Promise(resolve => setTimeout(resolve, pollMs))
  }
  return new Map()
}

async function keepPiece(
  place: Place,
  piece: DemoEvidence,
  goals: ReadonlyMap<string, string>,
): Promise<string> {
  const { key, kind, title, note, text, shown, happenedDaysAgo } = piece
  return once(place, `evidence:${key}`, 'evidence', async did => {
    const doneAt = place.parts.clock() - happenedDaysAgo * dayMs
    const evidence = did(
      'evidence.keep',
      {
        kind,
        title,
        note,
        shown,
        happenedOn: dayOf(doneAt, plainCalendar),
        goals: piece.goals.flatMap(goal => goals.get(goal) ?? []),
        ...(piece.file === undefined ? {} : { file: await takenIn(place, piece.file) }),
        ...(text === undefined ? {} : { text }),
      },
      doneAt,
    )
    if (piece.released) did('evidence.describe', { evidence, set: { released: true } }, doneAt)
    for (const code of piece.competencies) {
      const id = competencyIdByCode.get(code)
      if (id !== undefined)
        did('evidence.link', { evidence, to: 'competencies', id, on: true }, doneAt)
    }
    return evidence
  })
}

async function takenIn({ blobs, store, parts }: Place, name: string) {
  const path = join(files, name)
  const roomy = { bytesMax: fileBytesMax, freeBytes: async () => Number.MAX_SAFE_INTEGER }
  const declaredBytes = (await readFile(path)).byteLength
  const { file } = await takeIn(
    { name, declaredBytes, body: createReadStream(path) },
    blobs,
    roomy,
    () => undefined,
  )
  const { sha256: sha, sizeBytes, mediaType } = file
  const owner = store.standing().actor.person
  store.noteBlob({ sha, owner, sizeBytes, mediaType, verifiedAt: parts.clock() })
  return file
}

async function beginClaim(
  place: Place,
  claim: DemoClaim,
  kept: ReadonlyMap<string, string>,
): Promise<void> {
  const { store, parts } = place
  const code = claim.microCredential
  const [micro] = await store.seen.list(MicroCredentialRecord, { where: { code }, limit: 1 })
  if (micro === undefined) return
  await once(place, `claim:${code}`, 'claim', async did => {
    const doneAt = parts.clock() - dayMs
    const id = did('claim.start', { microCredential: micro.rec.id, code }, doneAt)
    const on = dayOf(doneAt, plainCalendar)
    for (const [prompt, text] of Object.entries(claim.answers))
      did('claim.write', { claim: id, prompt, on, text, base: '' }, doneAt)
    for (const [slot, pieces] of Object.entries(claim.filled))
      for (const [place, key] of pieces.entries()) {
        const evidence = kept.get(key)
        if (evidence !== undefined) did('claim.fill', { claim: id, slot, evidence, place }, doneAt)
      }
    return id
  })
}

type Did = (name: string, input: object, doneAt: number) => string

/** Does something once for good, and tells the id that came of it, now and at later starts. */
async function once(
  place: Place,
  what: string,
  kind: string,
  work: (did: Did) => Promise<string>,
): Promise<string> {
  const { store, parts, sync } = place
  const known = store.meta(`first-day:${what}`)
  if (known !== undefined) return known
  const id = await work((name, input, doneAt) => {
    const performed = store.perform(name, input, doneAt)
    if (performed.did === 'refused') throw new Error(`${name} refused: ${performed.refusal.code}`)
    parts.onChanged(performed.wrote)
    const made = performed.wrote.find(key => key.startsWith(`${kind}/`))
    return made?.slice(kind.length + 1) ?? ''
  })
  store.setMeta(`first-day:${what}`, id)
  sync.nudge({ files: true })
  return id
}

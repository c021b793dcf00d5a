import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { CommandName } from '../../core/commands.ts'
import { commands } from '../../core/commands.ts'
import { holdsPiece } from '../../core/claim/delete-evidence.ts'
import { draftProblems } from '../../core/claim/draft-problems.ts'
import { inDraft, inSlot } from '../../core/claim/filled.ts'
import { openParts } from '../../core/claim/open-parts.ts'
import type { Problem } from '../../core/claim/problem.ts'
import type { Claim, ClaimState, Draft } from '../../core/claim/record.ts'
import { ClaimRecord, DraftRecord } from '../../core/claim/record.ts'
import { contentOf } from '../../core/evidence/content.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { Evidence } from '../../core/evidence/record.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { GoalRecord } from '../../core/plan/record.ts'
import { sendClaim } from '../../device/claim/send.ts'
import { takeIn } from '../../device/evidence/take-in.ts'
import type { SimDevice } from './device.ts'
import { doing, give } from './give.ts'
import type { World } from './world.ts'
import { count } from './world.ts'

const today = '2026-11-24'
/** The micro-credential that comes round in a few steps. */
const smallest = 'exit-ticket'

/** A teacher does something: mostly what brings a claim on. */
export async function teach(world: World, device: SimDevice): Promise<void> {
  const draw = world.chance.next()
  if (draw < 0.72) await bringOn(world, device)
  else if (draw < 0.84) await plan(world, device)
  else if (draw < 0.96) await changeEvidence(world, device)
  else await withdrawOne(world, device)
}

const writable: readonly ClaimState[] = ['draft', 'incomplete', 'not_yet']
/** Of these another may be begun. */
const over: readonly ClaimState[] = ['earned', 'withdrawn']

async function claimsOf(device: SimDevice): Promise<readonly Rec<Claim>[]> {
  const rows = await device.place.store.seen.list(ClaimRecord, { where: { owner: device.person } })
  return rows.map(row => row.rec)
}

/** The next thing that a claim needs; a new one where none can go on. */
export async function bringOn(world: World, device: SimDevice): Promise<void> {
  const { chance } = world
  const claims = await claimsOf(device)
  // Mostly one that can come to its end within a few steps.
  const open = claims.filter(claim => writable.includes(claim.body.state))
  const small = open.filter(({ body }) => body.code === smallest)
  const claim = chance.one(small.length > 0 && chance.is(0.85) ? small : open)
  if (claim === undefined) return begin(world, device, claims)
  const problem = await nextProblem(device, claim)
  if (problem === undefined) return send(world, device, claim.id)
  await mend(world, device, claim, problem)
}

async function begin(
  world: World,
  device: SimDevice,
  claims: readonly Rec<Claim>[],
): Promise<void> {
  const micros = await device.place.store.seen.list(MicroCredentialRecord, {})
  const busy = new Set(
    claims.filter(({ body }) => !over.includes(body.state)).map(({ body }) => body.code),
  )
  const free = micros.filter(({ rec }) => !busy.has(rec.body.code))
  const small = free.find(({ rec }) => rec.body.code === smallest)
  const micro = small !== undefined && world.chance.is(0.95) ? small : world.chance.one(free)
  if (micro === undefined) return plan(world, device)
  const { code } = micro.rec.body
  await give(world, device, 'claim.start', { microCredential: micro.rec.id, code })
}

/** A claim that could be sent at a computer just now. */
export async function readyOf(device: SimDevice): Promise<Rec<Claim> | undefined> {
  const claims = await claimsOf(device)
  for (const claim of claims.filter(({ body }) => writable.includes(body.state)))
    if ((await nextProblem(device, claim)) === undefined) return claim
  return undefined
}

async function nextProblem(device: SimDevice, claim: Rec<Claim>): Promise<Problem | undefined> {
  const { seen } = device.place.store
  const draft = await seen.get(DraftRecord, claim.id)
  const micro = await seen.get(MicroCredentialRecord, claim.body.microCredential)
  if (draft === undefined || micro === undefined) return undefined
  const pieces: Rec<Evidence>[] = []
  for (const id of inDraft(draft.rec.body.filled)) {
    const piece = await seen.get(EvidenceRecord, id)
    if (piece !== undefined) pieces.push(piece.rec)
  }
  return draftProblems(micro.rec.body, claim.body, draft.rec.body, pieces).find(
    ({ severity, code }) => severity === 'fix' || code === 'part_unchanged',
  )
}

/** Both versions of a text, each line of them once. */
const bothOf = (stored: string, aside: string): string =>
  [...new Set([...stored.split('\n'), ...aside.split('\n')])].join('\n')

/** Writes, fills, or gives the word, whichever the margin names first. */
async function mend(
  world: World,
  device: SimDevice,
  claim: Rec<Claim>,
  problem: Problem,
): Promise<void> {
  const { evidence, slot, prompt, code } = problem
  const draft = await device.place.store.seen.get(DraftRecord, claim.id)
  if (draft === undefined) return
  const aside = prompt === undefined ? undefined : draft.rec.body.aside?.[prompt]
  if (code === 'two_versions' && prompt !== undefined && aside !== undefined) {
    const stored = draft.rec.body.answers[prompt] ?? ''
    const seen = { stored, aside: aside.text }
    const text = bothOf(stored, aside.text)
    await give(world, device, 'claim.settle', { claim: claim.id, prompt, text, seen })
  } else if (prompt !== undefined && world.chance.is(0.6)) {
    await bring(world, device, claim, draft.rec)
  } else if (prompt !== undefined) {
    await write(world, device, claim.id, prompt, draft.rec.body.answers[prompt] ?? '')
  } else if (code === 'file_not_here' || (code === 'in_trash' && evidence !== undefined)) {
    await takeOut(world, device, evidence)
  } else if (evidence !== undefined && (code === 'shown_unsure' || code === 'release_missing')) {
    await give(world, device, 'evidence.describe', { evidence, set: { shown: 'nobody' } })
  } else if (code === 'files_too_many' && slot !== undefined) {
    const piece = world.chance.one(inSlot(draft.rec.body.filled, slot))
    const filling = { claim: claim.id, slot, evidence: piece, place: null }
    await give(world, device, 'claim.fill', filling)
  } else if (evidence !== undefined && slot !== undefined) {
    const filling = { claim: claim.id, slot, evidence, place: null }
    await give(world, device, 'claim.fill', filling)
  } else if (slot !== undefined) {
    await fill(world, device, claim.id, slot)
  } else {
    const set = { ready: true, release: true, ownWork: true, aiUse: 'Not at all.' }
    await give(world, device, 'claim.attest', { claim: claim.id, set })
  }
}

/** Writes all answers that are missing at once, as from a page of one's own. */
async function bring(
  world: World,
  device: SimDevice,
  claim: Rec<Claim>,
  draft: Rec<Draft>,
): Promise<void> {
  const micro = await device.place.store.seen.get(MicroCredentialRecord, claim.body.microCredential)
  const missing = openParts(micro?.rec.body ?? { parts: [] }, claim.body)
    .flatMap(part => part.prompts)
    .filter(({ id }) => (draft.body.answers[id] ?? '') === '')
  if (missing.length === 0) return plan(world, device)
  const said = missing.map(({ id, minWords }) => [id, lineOf(world, minWords)] as const)
  const done = await give(world, device, 'claim.bring', {
    claim: claim.id,
    words: Object.fromEntries(said),
    filled: {},
    aiUse: '',
    days: [today],
  })
  if (done === undefined) return
  for (const [, line] of said)
    world.ledger.typed.push({ key: done.key, record: `draft/${claim.id}`, line })
}

const words = 'what each of them said about the whole and why it has to be the same one'.split(' ')
const wordsMin = 34

/** A line of so many words that nobody has typed before. */
const lineOf = (world: World, least: number): string =>
  [world.chance.below(1e12), ...Array.from({ length: least }, () => world.chance.one(words))].join(
    ' ',
  )

async function write(
  world: World,
  device: SimDevice,
  claim: string,
  prompt: string,
  base: string,
): Promise<void> {
  const line = lineOf(world, wordsMin)
  const text = base === '' ? line : `${base}\n${line}`
  const done = await give(world, device, 'claim.write', { claim, prompt, on: today, base, text })
  if (done !== undefined) world.ledger.typed.push({ key: done.key, record: `draft/${claim}`, line })
}

/** Puts a piece of evidence into a slot: one that is there, or a new one with a file of its own. */
async function fill(world: World, device: SimDevice, claim: string, slot: string): Promise<void> {
  const there = await device.place.store.seen.list(EvidenceRecord, {
    where: { owner: device.person, trashed: 0 },
  })
  const fitting = there.filter(({ rec }) => rec.body.kind === 'file' && rec.body.note !== '')
  const piece = world.chance.is(0.4) ? world.chance.one(fitting)?.rec.id : await keep(world, device)
  if (piece !== undefined)
    await give(world, device, 'claim.fill', { claim, slot, evidence: piece, place: 1 })
}

const bytesMax = 40_000

/** Takes a real file in, and keeps it as evidence. */
export async function keep(
  world: World,
  device: SimDevice,
  shown: Evidence['shown'] = world.chance.is(0.9) ? 'nobody' : 'unsure',
): Promise<string | undefined> {
  const { blobs, store } = device.place
  const text = `${world.chance.below(1e12)}\n`
  const bytes = Buffer.from(text.repeat(1 + world.chance.below(bytesMax / text.length)))
  const body = (async function* () {
    yield bytes
  })()
  const limits = { bytesMax: 1e9, freeBytes: () => Promise.resolve(1e12) }
  const { file } = await takeIn(
    { name: 'tickets.txt', declaredBytes: bytes.length, body },
    blobs,
    limits,
    () => undefined,
  )
  if (file.sha256 !== createHash('sha256').update(bytes).digest('hex'))
    throw new Error('other bytes')
  store.noteBlob({
    sha: file.sha256,
    owner: device.person,
    sizeBytes: file.sizeBytes,
    mediaType: file.mediaType,
    verifiedAt: 1,
  })
  count(world, 'files kept')
  const done = await give(world, device, 'evidence.keep', {
    kind: 'file',
    title: 'Tickets, sorted',
    note: 'Three piles.',
    file,
    happenedOn: today,
    shown,
  })
  const evidence = done?.made['evidence']
  if (evidence !== undefined) world.ledger.files.set(evidence, file.sha256)
  return evidence
}

/** Sends a claim under this computer's signature. */
export async function send(world: World, device: SimDevice, claim: string): Promise<void> {
  // Sent, and not to be seen yet: its files are on another computer.
  const isOnItsWay = device.place.store
    .outbox()
    .some(({ key, state }) => state !== 'refused' && isSending(world, key, claim))
  if (isOnItsWay) return plan(world, device)
  await doing(world, device, 'claim.submit', { claim }, () => sendClaim(device.place, claim))
}

function isSending({ ledger }: World, key: string, claim: string): boolean {
  const given = ledger.given.get(key)
  return given?.name === 'claim.submit' && given.input['claim'] === claim
}

async function withdrawOne(world: World, device: SimDevice): Promise<void> {
  const claims = await claimsOf(device)
  const claim = world.chance.one(claims.filter(({ body }) => body.state !== 'withdrawn'))
  if (claim === undefined) return
  const attempts = claim.body.attempts.length
  await give(world, device, 'claim.withdraw', { claim: claim.id, attempts })
}

async function changeEvidence(world: World, device: SimDevice): Promise<void> {
  const { chance } = world
  const rows = await device.place.store.seen.list(EvidenceRecord, {
    where: { owner: device.person },
  })
  const held = new Set((await claimsOf(device)).flatMap(claim => heldIn(claim.body)))
  // Mostly one that no claim holds, of which there are few: what is kept goes into claims.
  const spare = rows.filter(({ rec }) => !held.has(rec.id) && rec.body.deletedAt === undefined)
  if (spare.length === 0 || chance.is(0.2)) return void (await keep(world, device))
  const piece = chance.one(chance.is(0.8) ? spare : rows)?.rec
  if (piece === undefined) return
  const evidence = piece.id
  if (piece.body.trashedAt !== undefined && piece.body.deletedAt === undefined && chance.is(0.4))
    return deleteForGood(world, device, piece)
  if (chance.is(0.5)) {
    if (chance.is(0.4)) return takeOut(world, device, evidence)
    const done = await give(world, device, 'evidence.trash', { evidence, on: true })
    if (done !== undefined && chance.is(0.5)) await deleteForGood(world, device, piece)
    return
  }
  const line = `line ${chance.below(1e12)}`
  const base = piece.body.note
  const text = base === '' ? line : `${base}\n${line}`
  const done = await give(world, device, 'evidence.write', { evidence, field: 'note', base, text })
  if (done !== undefined)
    world.ledger.typed.push({ key: done.key, record: `evidence/${evidence}`, line })
}

const heldIn = ({ attempts }: Claim): readonly string[] =>
  attempts.flatMap(({ items }) => items.map(({ evidence }) => evidence))

/** Takes a piece out of the trash, with what it holds at this computer. */
async function takeOut(world: World, device: SimDevice, evidence: string | undefined) {
  const piece = evidence && (await device.place.store.seen.get(EvidenceRecord, evidence))
  const content = piece && { content: contentOf(piece.rec.body) }
  await give(world, device, 'evidence.trash', { evidence, on: false, ...content })
}

/** Deletes a piece in the trash for good, as far as this computer knows that no claim holds it. */
async function deleteForGood(
  world: World,
  device: SimDevice,
  { id: evidence, body }: Rec<Evidence>,
): Promise<void> {
  const claims = await claimsOf(device)
  if (claims.some(claim => holdsPiece(claim.body, evidence))) return
  if (body.file !== undefined) world.ledger.files.set(evidence, body.file.sha256)
  await give(world, device, 'evidence.delete', { evidence, claims: claims.map(({ id }) => id) })
}

/** Takes back what was done by a command that undoes it. */
async function goBack(world: World, device: SimDevice, back: unknown): Promise<void> {
  const { step } = backSchema.parse(back)
  await give(world, device, step.name, step.input)
}

const backSchema = z.object({
  step: z.object({
    name: z.custom<CommandName>(name => typeof name === 'string' && name in commands),
    input: z.record(z.string(), z.unknown()),
  }),
})

const firstGoals = 0.15

/** Works on a plan: types, gives titles, sets fields, checks in. */
export async function plan(world: World, device: SimDevice): Promise<void> {
  const { chance, ledger } = world
  const goals = await device.place.store.seen.list(GoalRecord, { where: { owner: device.person } })
  const goal = chance.is(firstGoals) ? undefined : chance.one(goals)?.rec
  if (goal === undefined) {
    await give(world, device, 'goal.add', { layer: 'personal', title: `goal ${chance.below(1e9)}` })
    return
  }
  const draw = chance.next()
  if (draw < 0.45) {
    const line = `line ${chance.below(1e12)}`
    const base = goal.body.why
    const text = base === '' ? line : `${base}\n${line}`
    const done = await give(world, device, 'goal.write', {
      goal: goal.id,
      field: 'why',
      base,
      text,
    })
    if (done !== undefined) ledger.typed.push({ key: done.key, record: `goal/${goal.id}`, line })
  } else if (draw < 0.7) {
    const due = `2027-0${1 + chance.below(9)}-1${chance.below(9)}`
    const done = await give(world, device, 'goal.change', { goal: goal.id, set: { due } })
    if (done !== undefined) ledger.titles.push({ key: done.key, goal: goal.id, title: due })
  } else if (draw < 0.85) {
    const state = chance.one(['open', 'reached', 'dropped'] as const) ?? 'open'
    const done = await give(world, device, 'goal.change', { goal: goal.id, set: { state } })
    if (done?.back !== undefined && chance.is(0.4)) await goBack(world, device, done.back)
  } else {
    const said = { tried: `tried ${chance.below(1e9)}`, saw: '', next: '' }
    await give(world, device, 'plan.check-in', { goal: goal.id, on: today, ...said })
  }
}

import { readFileSync } from 'node:fs'
import { demoReadyToSend } from '../../content/demo/claims.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { ClaimRecord, claimSchema, DraftRecord, draftSchema } from '../../core/claim/record.ts'
import { freeze } from '../../core/claim/freeze.ts'
import { EvidenceRecord, evidenceSchema } from '../../core/evidence/record.ts'
import type { RecordType } from '../../core/kit/record-type.ts'
import { MicroCredentialRecord, microCredentialSchema } from '../../core/micro-credential/record.ts'
import { finishedReading } from '../../core/review/finished.ts'
import { ReviewRecord, reviewSchema } from '../../core/review/record.ts'
import { aRec } from '../../test/builders/rec.ts'
import type { TrialDevice } from './device.ts'
import { hashOf } from './device.ts'

/** The smallest micro-credential that ships. */
export const microId = '34321693-a6ae-4cbd-8d96-1f88b7dafcc7'

/** The picture of sorted exit tickets. */
export const tickets = readFileSync(
  new URL('../../content/demo/files/exit-tickets-sorted.png', import.meta.url),
)

/** What a person gives their word on, all of it. */
export const givenWord = { ready: true, release: true, ownWork: true, aiUse: 'Not at all.' }

interface Wanted {
  readonly bytes?: Uint8Array
  /** Sends the file before the claim. */
  readonly upload?: boolean
}

/** Writes a claim that is ready to be sent; its id and its file's hash. */
export async function readyClaim(
  device: TrialDevice,
  { bytes = tickets, upload = true }: Wanted = {},
) {
  const sha256 = hashOf(bytes)
  if (upload) {
    const answer = await device.upload(bytes)
    if (answer.status !== 204) throw new Error(`upload ${answer.status}`)
  }
  const kept = await device.act('evidence.keep', {
    kind: 'file',
    title: 'Exit tickets, sorted',
    note: 'Three piles. Names are cut off.',
    file: { sha256, sizeBytes: bytes.length, mediaType: 'image/png', name: 'tickets.png' },
    happenedOn: '2026-11-20',
    shown: 'students',
  })
  const evidence = kept.id('evidence')
  await device.act('evidence.describe', { evidence, set: { released: true } })
  const { microCredential: code, answers, filled } = demoReadyToSend
  const started = await device.act('claim.start', {
    microCredential: microId,
    code,
  })
  const claim = started.id('claim')
  for (const [prompt, text] of Object.entries(answers))
    await device.act('claim.write', { claim, prompt, on: '2026-11-24', base: '', text })
  for (const slot of Object.keys(filled))
    await device.act('claim.fill', { claim, slot, evidence, place: 1 })
  await device.act('claim.attest', { claim, set: givenWord })
  await device.pull()
  return { claim, evidence, sha256 }
}

/** What `claim.submit` says for a claim as this computer knows it. */
export function submission(
  device: TrialDevice,
  claim: string,
  by: TrialDevice = device,
  submittedAt = device.district.now(),
) {
  const micro = recOf(device, MicroCredentialRecord, microId, microCredentialSchema)
  const evidence = [...device.records.keys()]
    .filter(key => key.startsWith('evidence/'))
    .map(key => recOf(device, EvidenceRecord, key.slice('evidence/'.length), evidenceSchema))
  const { manifest } = freeze({
    claim: recOf(device, ClaimRecord, claim, claimSchema),
    draft: recOf(device, DraftRecord, claim, draftSchema),
    micro,
    evidence,
    device: device.name,
    submittedAt,
  })
  const signed = { ...by.signedDocument('manifest', manifest), device: device.name }
  return { claim, manifest, signed, submittedAt }
}

/** The body of a record as this computer was told it. */
export function bodyOn<B>(device: TrialDevice, type: RecordType<B>, id: string): B | undefined {
  const body = device.records.get(`${type.kind}/${id}`)
  return body === undefined ? undefined : type.schema.parse(body)
}

function recOf<B>(
  device: TrialDevice,
  type: RecordType<B>,
  id: string,
  schema: { parse(value: unknown): B },
) {
  return aRec(type, id, schema.parse(device.records.get(`${type.kind}/${id}`)))
}

/** Rates every criterion at its highest level, and finishes. */
export async function readAndFinish(coach: TrialDevice, claim: string): Promise<void> {
  const micro = recOf(coach, MicroCredentialRecord, microId, microCredentialSchema).body
  const taken = await coach.act('review.take', { claim })
  const review = taken.id('review')
  for (const criterion of micro.parts.flatMap(part => part.criteria)) {
    const rank = Math.max(...criterion.levels.map(level => level.rank))
    await coach.act('review.rate', { review, criterion: criterion.id, rank })
  }
  await coach.pull()
  const finishedAt = coach.district.now()
  const read = recOf(coach, ReviewRecord, review, reviewSchema).body
  const { ratings } = finishedReading({
    ...{ id: review, review: read, micro, before: [], finishedAt },
  })
  const signed = coach.signedDocument('ratings', ratings)
  await coach.act('review.finish', { review, ratings, signed, finishedAt })
}

/** A claim with a file of its own, sent by one and found earned by another. */
export async function earnedClaim(
  owner: TrialDevice,
  coach: TrialDevice,
  bytes: string,
): Promise<string> {
  const { claim } = await readyClaim(owner, { bytes: Buffer.from(bytes) })
  await owner.act('claim.submit', submission(owner, claim))
  await coach.until(() => bodyOn(coach, ClaimRecord, claim))
  await readAndFinish(coach, claim)
  return claim
}

interface Three {
  readonly maya: TrialDevice
  readonly jonah: TrialDevice
  readonly ruth: TrialDevice
}

/** A badge of Maya's, earned with a file of these words, approved by Ruth and signed; its id. */
export async function earnedBadge({ maya, jonah, ruth }: Three, what: string): Promise<string> {
  const claim = await earnedClaim(maya, jonah, what)
  const id = (await ruth.act('badge.approve', { claim })).id('badge')
  await maya.until(() => bodyOn(maya, BadgeRecord, id)?.credential)
  return id
}

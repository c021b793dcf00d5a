import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoReadyToSend } from '../../content/demo/claims.ts'
import type { Verified } from '../../contract/device/door.ts'
import { done, made } from '../trial/done.ts'
import { fileOnDisk } from '../trial/file-on-disk.ts'
import { devicesToldTo, invitedBy, joinWith } from '../trial/joined.ts'
import { keptFile } from '../trial/kept-file.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { filledClaim, sendClaim } from '../trial/sent-claim.ts'
import { syncStateOf, untilInRecord } from '../trial/sync-state.ts'
import { takenReview } from '../trial/taken-review.ts'
import type { TrialDistrict } from '../trial/trial-district.ts'
import { trialDistrict } from '../trial/trial-district.ts'
import { untilPasses } from '../../test/builders/patience.ts'

let trial: TrialDistrict
let laptop: OpenProgram
let tablet: OpenProgram
let coach: OpenProgram
let officer: OpenProgram

beforeAll(async () => {
  trial = await trialDistrict()
  laptop = await trial.joined('laptop', 'maya')
  coach = await trial.joined('coach', 'jonah')
  officer = await trial.joined('officer', 'ruth')
  tablet = await trial.joined('tablet', 'maya', { letInBy: laptop, address: trial.road.address })
}, 60_000)
afterAll(() => trial.close())

const goalOn = async (program: OpenProgram, goal: string) =>
  (await program.query('plan', {})).goals.find(row => row.id === goal)

test('two computers of one person, one without a network: both edits are kept, and both see the same', async () => {
  const goal = made(await done(laptop, 'goal.add', { layer: 'personal', title: 'Wait time' }))
  await untilPasses(async () => expect((await goalOn(tablet, goal))?.sight).toBe('record'))
  await trial.road.cut()
  await done(laptop, 'goal.change', { goal, set: { due: '2027-03-01' } })
  await done(tablet, 'goal.change', { goal, set: { aimLevel: 'L3' } })
  await done(laptop, 'goal.write', { goal, field: 'why', base: '', text: 'From the laptop' })
  await done(tablet, 'goal.write', { goal, field: 'why', base: '', text: 'From the tablet' })
  expect((await goalOn(tablet, goal))?.body.why).toBe('From the tablet')
  await untilPasses(async () => expect((await goalOn(laptop, goal))?.sight).toBe('record'))
  await trial.road.mend()
  await tablet.post('/api/sync-now', {})
  const settled = await untilPasses(async () => {
    const [here, there] = await Promise.all([goalOn(laptop, goal), goalOn(tablet, goal)])
    expect([here?.sight, there?.sight]).toEqual(['record', 'record'])
    expect(there?.body).toEqual(here?.body)
    expect(here?.body.aimLevel).toBe('L3')
    return here
  })
  expect(settled?.body).toMatchObject({ due: '2027-03-01', aimLevel: 'L3' })
  const texts = [settled?.body.why, settled?.body.aside?.['why']?.text]
  expect(texts.toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))).toEqual([
    'From the laptop',
    'From the tablet',
  ])
})

const draftOn = async (program: OpenProgram, claim: string) =>
  (await program.query('claim', { claim })).draft?.body

test('two computers begin the same claim, one without a network: the later one learns which counts, and its words go there', async () => {
  const { micros } = await laptop.query('micro-credentials', {})
  const micro = micros.find(row => row.body.code !== demoReadyToSend.microCredential)
  const [first, second] = micro?.body.parts.flatMap(part => part.prompts) ?? []
  if (micro === undefined || first === undefined || second === undefined)
    throw new Error('no micro-credential with two questions')
  const start = { microCredential: micro.id, code: micro.body.code }
  const on = '2026-11-24'
  await trial.road.cut()
  const lost = made(await done(tablet, 'claim.start', start))
  const typed = { claim: lost, on, base: '' }
  await done(tablet, 'claim.write', { ...typed, prompt: first.id, text: 'From the tablet.' })
  await done(tablet, 'claim.write', { ...typed, prompt: second.id, text: 'Only on the tablet.' })
  const won = made(await done(laptop, 'claim.start', start))
  const text = 'From the laptop.'
  await done(laptop, 'claim.write', { claim: won, prompt: first.id, on, base: '', text })
  await untilPasses(async () =>
    expect((await laptop.query('claim', { claim: won })).claim?.sight).toBe('record'),
  )
  await trial.road.mend()
  await tablet.post('/api/sync-now', {})
  const refused = await untilPasses(async () => {
    const rows = (await tablet.query('refused', {})).refused
    expect(rows.map(row => row.command)).toEqual(['claim.start', 'claim.write', 'claim.write'])
    return rows
  })
  expect(refused[0]).toMatchObject({
    refusal: { code: 'claim_exists', facts: { claim: won } },
    lostClaim: lost,
  })
  expect((await tablet.query('today.counts', {})).refused).toBe(1)

  await done(tablet, 'claim.bring', {
    claim: won,
    words: { [first.id]: 'From the tablet.', [second.id]: 'Only on the tablet.' },
    filled: {},
    aiUse: '',
    days: [on],
  })
  for (const { key } of refused) await tablet.post('/api/dismiss', { key })
  for (const program of [laptop, tablet])
    await untilPasses(async () =>
      expect(await draftOn(program, won)).toMatchObject({
        answers: { [first.id]: 'From the laptop.', [second.id]: 'Only on the tablet.' },
        aside: { [first.id]: { text: 'From the tablet.' } },
      }),
    )
  expect((await tablet.query('refused', {})).refused).toEqual([])
})

test('a claim begun while working alone is refused in words when the district has it already, with the way to it', async () => {
  const { micros } = await laptop.query('micro-credentials', {})
  const used = [
    demoReadyToSend.microCredential,
    ...(await laptop.query('claims', {})).claims.map(row => row.body.code),
  ]
  const micro = micros.find(row => !used.includes(row.body.code))
  if (micro === undefined) throw new Error('every micro-credential was begun')
  const start = { microCredential: micro.id, code: micro.body.code }
  const alone = await trial.open('alone')
  await alone.post('/api/setup', { alone: { name: 'Maya' } })
  await done(alone, 'claim.start', start)
  const won = made(await done(laptop, 'claim.start', start))
  await untilPasses(async () =>
    expect((await laptop.query('claim', { claim: won })).claim?.sight).toBe('record'),
  )
  await joinWith(alone, trial.address, await invitedBy(laptop, 'maya'))
  await untilPasses(async () =>
    expect((await alone.query('refused', {})).refused).toMatchObject([
      { command: 'claim.start', refusal: { code: 'claim_exists', facts: { claim: won } } },
    ]),
  )
  await alone.close()
})

test('from evidence to a badge that verifies, and to its revocation, between people on different computers', async () => {
  const picture = new Uint8Array(readFileSync('content/demo/files/exit-tickets-sorted.png'))
  const file = await keptFile(laptop, 'exit-tickets-sorted.png', picture)
  const evidence = made(
    await done(laptop, 'evidence.keep', {
      kind: 'file',
      title: 'Exit tickets, sorted',
      note: 'Three piles: same whole, different wholes, no picture.',
      file,
      shown: 'nobody',
      happenedOn: '2026-11-20',
    }),
  )
  const { claim, micro } = await filledClaim(laptop, evidence)
  const claimOn = async (program: OpenProgram) =>
    (await program.query('claim', { claim })).claim?.body
  const stateOn = async (program: OpenProgram) => (await claimOn(program))?.state
  // The district's disk spoils the file: the claim comes back, the file goes again, and the claim can be sent.
  await untilPasses(() => expect(hashInDistrict(file.sha256)).toBe(file.sha256))
  // Not before her computer has heard that it arrived: else it would notice, and send it again at once.
  await untilInRecord(laptop)
  spoilInDistrict(file.sha256)
  await sendClaim(laptop, claim)
  await untilPasses(async () => expect(await stateOn(laptop)).toBe('incomplete'))
  const findings = (await claimOn(laptop))?.attempts[0]?.findings ?? []
  expect(findings.map(finding => finding.code)).toContain('file_not_here')
  await untilPasses(() => expect(hashInDistrict(file.sha256)).toBe(file.sha256))
  await sendClaim(laptop, claim)
  await untilPasses(async () => expect(await stateOn(laptop)).toBe('in_review'))

  const review = await takenReview(coach, claim)
  const reading = await coach.query('review', { review })
  expect([reading.fault, reading.here]).toEqual([undefined, []])
  const address = await coach.post('/api/file-address', { sha256: file.sha256 })
  const { download } = JSON.parse(await address.text())
  const bytes = Buffer.from(
    await (await fetch(download, { headers: { 'sec-fetch-site': 'same-origin' } })).arrayBuffer(),
  )
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256)
  expect((await coach.query('review', { review })).here).toEqual([file.sha256])
  // While it is read the office holds nothing of it, and gets its files when it is earned.
  expect((await officer.query('claim', { claim })).claim).toBeUndefined()
  const officeGets = async () =>
    (await officer.post('/api/file-address', { sha256: file.sha256 })).ok
  expect(await officeGets()).toBe(false)
  for (const criterion of micro.parts.flatMap(part => part.criteria))
    await done(coach, 'review.rate', { review, criterion: criterion.id, rank: criterion.passRank })
  expect((await coach.post('/api/finish-review', { review })).status).toBe(200)
  await untilPasses(async () => expect(await stateOn(laptop)).toBe('earned'))
  for (const program of [laptop, tablet])
    expect(await program.query('claim.since-sent', { claim })).toEqual({ since: 'same' })

  await untilPasses(async () =>
    expect((await officer.query('issue', {})).toIssue.map(row => row.id)).toContain(claim),
  )
  expect(await officeGets()).toBe(true)
  const badge = made(await done(officer, 'badge.approve', { claim }))
  await untilPasses(async () =>
    expect((await laptop.query('badge', { badge })).badge?.body.state).toBe('signed'),
  )
  for (const form of ['json', 'png']) {
    const exported = await laptop.knock(`/api/badges/${badge}.${form}`)
    const body = new Uint8Array(await exported.arrayBuffer())
    const told = await verified(coach, body)
    expect([told.overall, told.marks.signature.outcome, told.marks.status.outcome]).toEqual([
      'verified',
      'pass',
      'pass',
    ])
    expect(told.says.title).toBe(micro.title)
  }
  const body = new Uint8Array(await (await laptop.knock(`/api/badges/${badge}.json`)).arrayBuffer())
  await done(officer, 'badge.revoke', { badge, reason: 'Issued for the trial.' })
  await untilPasses(async () => {
    const told = await verified(coach, body)
    expect(told.marks.status).toMatchObject({ outcome: 'fail', code: 'REVOKED' })
  })
  await untilPasses(async () =>
    expect((await laptop.query('badge', { badge })).badge?.body.state).toBe('revoked'),
  )
}, 90_000)

function hashInDistrict(sha256: string): string | undefined {
  const path = fileOnDisk(trial.folderOf('district'), sha256)
  return path && createHash('sha256').update(readFileSync(path)).digest('hex')
}

function spoilInDistrict(sha256: string): void {
  const path = fileOnDisk(trial.folderOf('district'), sha256)
  if (path === undefined) throw new Error('the district has no such file')
  const bytes = readFileSync(path)
  bytes[3] = (bytes[3] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

async function verified(program: OpenProgram, body: Uint8Array<ArrayBuffer>): Promise<Verified> {
  return JSON.parse(await (await program.knock('/api/verify', { method: 'POST', body })).text())
}

test('a computer that is revoked keeps what it has and is told', async () => {
  const mine = (await devicesToldTo(laptop)).filter(({ person }) => person === 'maya')
  expect(mine).toHaveLength(3)
  const outbox = JSON.parse(await (await tablet.knock('/api/outbox')).text())
  await laptop.post('/api/district/devices/revoke', { device: outbox.device })
  await done(tablet, 'goal.add', { layer: 'personal', title: 'Written after' })
  await untilPasses(async () => expect((await syncStateOf(tablet)).away).toBe('revoked'))
  expect((await tablet.query('plan', {})).goals.map(row => row.body.title)).toContain(
    'Written after',
  )
})

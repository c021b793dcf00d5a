import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoReadyToSend } from '../../content/demo/claims.ts'
import { ErasureRecord, erasureWaitMs } from '../../core/erasure/record.ts'
import { bodyOn, microId } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { Laptop } from '../trial/killed/laptop.ts'
import { untilPasses } from '../../test/builders/patience.ts'

// Real programs on real folders: her own computer, and that of a coach who read her claim and looked at its film.
const word = 'Zyrvana'
const lea = randomUUID()
const folder = mkdtempSync(join(tmpdir(), 'district-erased-'))
let district: TrialDistrict
let own: Laptop
let coach: Laptop
let desmond: TrialDevice
let ruth: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  desmond = await joined(district, 'desmond')
  ruth = await joined(district, 'ruth')
  await desmond.act('person.add', {
    id: lea,
    person: { name: `${word} Teacher`, place: `${word} School`, roles: ['educator'] },
  })
  const laptop = async (name: string, person: string) => {
    const made = new Laptop(join(folder, name))
    made.begin()
    await made.up()
    const code = await district.invite(person)
    await made.post('/api/setup', { join: { address: district.address, code } })
    return made
  }
  own = await laptop('own', lea)
  coach = await laptop('coach', 'jonah')
}, 60_000)
afterAll(async () => {
  for (const laptop of [own, coach]) await laptop.kill()
  await district.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Files of a computer that hold her word. */
const leftOn = (name: string): readonly string[] =>
  readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => readFileSync(path).includes(word))

async function done(laptop: Laptop, name: string, input: unknown): Promise<Record<string, string>> {
  const answer = await laptop.command(name, input)
  if (answer === undefined || answer.status === 'refused') throw new Error(name)
  return answer.made
}

async function handedOver(): Promise<{ claim: string; sha256: string }> {
  await untilPasses(async () =>
    expect((await own.query('micro-credentials', {})).micros.map(row => row.id)).toContain(microId),
  )
  // What she calls her computer is kept on it too.
  const [computer] = (await own.query('computers', {})).computers
  const called = { device: computer?.device, name: `${word} laptop` }
  await own.post('/api/district/devices/own', called)
  expect((await own.query('computers', {})).computers[0]?.name).toBe(called.name)
  await done(own, 'goal.add', { layer: 'personal', title: `${word} goal` })
  const file = await own.take(`${word}.png`, new Uint8Array(Buffer.from(`${word} film`)))
  if (file === undefined) throw new Error('not taken')
  const { evidence = '' } = await done(own, 'evidence.keep', {
    ...{ kind: 'file', title: `${word} lesson`, note: `${word} note`, file },
    ...{ happenedOn: '2026-11-20', shown: 'nobody' },
  })
  const code = demoReadyToSend.microCredential
  const { claim = '' } = await done(own, 'claim.start', { microCredential: microId, code })
  const on = '2026-11-24'
  for (const [prompt, text] of Object.entries(demoReadyToSend.answers))
    await done(own, 'claim.write', { claim, prompt, on, base: '', text: `${text} ${word}` })
  for (const slot of Object.keys(demoReadyToSend.filled))
    await done(own, 'claim.fill', { claim, slot, evidence, place: 0 })
  const set = { ready: true, release: true, ownWork: true, aiUse: word }
  await done(own, 'claim.attest', { claim, set })
  expect(await own.post('/api/send-claim', { claim })).not.toContain('refused')
  return { claim, sha256: file.sha256 }
}

test('computers let go of whom the district erased: records, what was sent, films that were fetched, copies of before', async () => {
  const { claim, sha256 } = await handedOver()
  await untilPasses(async () =>
    expect((await coach.query('reviews', {})).pool.map(row => row.id)).toContain(claim),
  )
  const { review = '' } = await done(coach, 'review.take', { claim })
  const [criterion = ''] = (await coach.query('review', { review })).review?.body.criteria ?? []
  await done(coach, 'review.comment', {
    ...{ review, criterion, base: '', text: `${word} could wait longer.` },
  })
  expect(Buffer.from(await coach.bytes(sha256)).toString()).toBe(`${word} film`)
  // What was sent is settled, and kept for sending again.
  await untilPasses(async () => expect(await coach.sync()).toMatchObject({ waitingCount: 0 }))
  await untilPasses(() => expect(leftOn('coach').length).toBeGreaterThan(1))

  await desmond.act('erasure.begin', { person: lea, ground: 'wish' })
  await desmond.until(() => bodyOn(desmond, ErasureRecord, lea)?.plan)
  await desmond.act('erasure.ask', { person: lea })
  await ruth.act('erasure.agree', { person: lea })
  await untilPasses(async () =>
    expect((await own.query('erasure.own', {})).erasure?.body.state).toBe('agreed'),
  )
  district.move(erasureWaitMs)
  await district.restart()
  await untilPasses(async () =>
    expect((await own.query('erasure.own', {})).erasure?.body.state).toBe('erased'),
  )
  for (const name of ['own', 'coach'])
    await untilPasses(() => expect(leftOn(name).filter(path => !path.endsWith('-wal'))).toEqual([]))
  for (const laptop of [own, coach]) expect(await laptop.program?.stop()).toBe(0)
  expect([...leftOn('own'), ...leftOn('coach')]).toEqual([])
}, 120_000)

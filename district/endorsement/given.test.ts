import { achievementCredential } from 'open-badges-validator-core/issue'
import type { JsonObject } from 'open-badges-validator-core/issue'
import { fetchingJudge } from 'open-badges-validator-core/verify-online'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { districtPaths } from '../../contract/sync/version.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import type { Endorsed } from '../../core/endorsement/given.ts'
import { endorsedKinds, GivenEndorsementRecord } from '../../core/endorsement/given.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import { isHeld } from '../badge/placed.ts'
import { signedWith } from '../badge/signed-with.ts'
import { bodyOn, earnedBadge } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined, send } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { endorsed, giving, university, waitTime } from '../trial/given.ts'
import { judgedOn, keysWhileStopped, trustOn } from '../trial/keys.ts'
import { othersVerdict } from '../../test/builders/others-verdict.ts'
import { outsideBody } from '../trial/outside-body.ts'
import { until } from '../../test/builders/patience.ts'

const publicUrl = 'https://record.example.org'
const did = 'did:web:record.example.org'
const hourMs = 3_600_000

let district: TrialDistrict
let maya: TrialDevice
let jonah: TrialDevice
let ruth: TrialDevice
let desmond: TrialDevice
beforeAll(async () => {
  district = await trialDistrict({ publicUrl })
  maya = await joined(district, 'maya')
  jonah = await joined(district, 'jonah')
  ruth = await joined(district, 'ruth')
  desmond = await joined(district, 'desmond')
})
afterAll(() => district.close())

const get = (target: string, headers: Record<string, string> = { accept: '*/*' }) =>
  send(district.address, { method: 'GET', target, headers })
const at = (id: string) => `${districtPaths.endorsements}/${id}`
const pageOf = async (id: string, language = 'en') =>
  (await get(`${at(id)}?lang=${language}`, { accept: 'text/html' })).body.toString()
const onRuth = (id: string) => bodyOn(ruth, GivenEndorsementRecord, id)
const onMaya = (id: string) => bodyOn(maya, GivenEndorsementRecord, id)

/** What Maya's computer says offline, once it is that. */
async function saidOnMaya(credential: string, ...expected: string[]): Promise<void> {
  await until(async () => {
    await maya.pull()
    return (await judgedOn(maya, credential)).join() === expected.join()
  })
}

test('an officer endorses what a university’s badges stand for: signed, at an address, told to everybody, and verified offline', async () => {
  const { id, credential } = await endorsed(ruth, giving(waitTime))
  expect(JSON.parse(credential)).toMatchObject({
    id: `${publicUrl}/endorsements/${id}`,
    // Whose it is: another may write the same id into badges of its own.
    name: expect.stringContaining(university.id),
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: { id: did, url: publicUrl },
    credentialSubject: { id: waitTime.id, endorsementComment: 'Counts as six hours with us.' },
    credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' },
  })
  await maya.until(() => onMaya(id)?.credential)
  await saidOnMaya(credential, 'verified')
  const document = (await get(districtPaths.did)).body.toString()
  const [read, now] = [JSON.parse(credential), district.now()]
  expect(await othersVerdict(read, did, document, now)).toBe(true)
  expect(await othersVerdict({ ...read, name: 'Other' }, did, document, now)).toBe(false)

  const file = await get(at(id))
  expect(file.body.toString()).toBe(credential)
  expect(file.headers).toMatchObject({
    ...{ 'content-type': 'application/vc+ld+json', 'access-control-allow-origin': '*' },
    ...{ 'cache-control': expect.stringContaining('max-age='), vary: 'accept' },
    etag: expect.any(String),
  })
  const again = await get(at(id), { 'if-none-match': String(file.headers['etag']) })
  expect(again.status).toBe(304)
  const saved = await get(`${at(id)}.json`)
  expect(saved.body.toString()).toBe(credential)
  expect(saved.headers['content-disposition']).toBe('attachment; filename="endorsement.json"')

  const page = await pageOf(id)
  expect(page).toContain('This endorsement is in force.')
  expect(page).toContain('Counts as six hours with us.')
  expect(page).toContain(university.id)
  expect(page).toContain('href="../badges/page.css"')
  expect(page).not.toMatch(/<script|javascript:|\son\w+=|<iframe|<form|style="/i)
  expect(await pageOf(id, 'es')).toContain('Este aval está vigente.')
})

test('taken back it is so for every verifier, online and offline, and its page says why; the file stays as it was signed', async () => {
  const { id, credential } = await endorsed(desmond, giving(waitTime))
  await saidOnMaya(credential, 'verified')
  await ruth.act('endorsement.take-back', { endorsement: id, reason: 'The programme has closed.' })
  await saidOnMaya(credential, 'not-verified', 'REVOKED')
  expect(onMaya(id)).toMatchObject({ state: 'withdrawn', givenBy: 'desmond', withdrawnBy: 'ruth' })
  const page = await pageOf(id)
  expect(page).toContain('This endorsement was taken back on November 24, 2026.')
  expect(page).toContain('The programme has closed.')
  expect((await get(at(id))).body.toString()).toBe(credential)
  const twice = ruth.act('endorsement.take-back', { endorsement: id, reason: 'Again.' })
  await expect(twice).rejects.toThrow('endorsement_state')
})

test('one with an end has ended then, and nobody needs to do anything', async () => {
  const validUntil = district.now() + hourMs
  const { id, credential } = await endorsed(ruth, giving(waitTime, { validUntil }))
  await saidOnMaya(credential, 'verified')
  district.move(2 * hourMs)
  expect(await judgedOn(maya, credential)).toEqual(['not-verified', 'EXPIRED'])
  expect(await pageOf(id)).toContain('This endorsement ended on November 24, 2026.')
})

test('the university puts it into its badge, where that part holds; once it is taken back, the part does not, and the badge does', async () => {
  const body = outsideBody('university.example', () => district.now())
  const badgeId = 'https://university.example/b/1'
  const idOf = { achievement: waitTime.id, issuer: body.did, badge: badgeId }
  const about = (kind: Endorsed['kind']): Endorsed => ({ ...waitTime, kind, id: idOf[kind] })
  const words = new Map<Endorsed['kind'], { readonly id: string; readonly text: string }>()
  for (const kind of endorsedKinds) {
    const { id, credential } = await endorsed(ruth, giving(about(kind)))
    words.set(kind, { id, text: credential })
  }
  const fileOf = (kind: Endorsed['kind']): JsonObject => JSON.parse(words.get(kind)?.text ?? '')
  const plain = achievementCredential({
    ...{ id: badgeId, name: 'Wait time', validFrom: district.now() },
    issuer: { id: body.did, name: university.name },
    recipient: { id: 'urn:uuid:6b0f4f9c-3c2e-4f0e-8d7b-2a0b6d1f3e55' },
    achievement: {
      ...{ id: waitTime.id, name: 'Wait time', description: 'Waits before it asks on.' },
      criteria: { narrative: 'Shown in a lesson.' },
      endorsement: [fileOf('achievement')],
    },
  })
  const badge = await body.sign(
    {
      ...plain,
      issuer: {
        ...z.record(z.string(), z.json()).parse(plain['issuer']),
        endorsement: [fileOf('issuer')],
      },
      endorsement: [fileOf('badge')],
    },
    district.now(),
  )
  const judged = async () => {
    const bundle = trustOn(maya)
    const judge = fetchingJudge(bundle, { open: () => body.load })
    const report = await judge(Buffer.from(badge), { at: district.now(), bundle, isNow: true })
    return {
      overall: report.overall,
      parts: Object.fromEntries(report.parts.map(({ input, overall }) => [input, overall])),
    }
  }
  await maya.pull()
  const holding = {
    '/endorsement/0': 'verified',
    '/issuer/endorsement/0': 'verified',
    '/credentialSubject/achievement/endorsement/0': 'verified',
  }
  expect(await judged()).toEqual({ overall: 'verified', parts: holding })
  const { id = '', text = '' } = words.get('achievement') ?? {}
  await ruth.act('endorsement.take-back', { endorsement: id, reason: 'A mistake.' })
  await saidOnMaya(text, 'not-verified', 'REVOKED')
  expect(await judged()).toEqual({
    overall: 'verified',
    parts: { ...holding, '/credentialSubject/achievement/endorsement/0': 'not-verified' },
  })
})

test('a place in the lists is one’s alone: a badge’s is held, and no endorsement can take it', async () => {
  const badge = await earnedBadge({ maya, jonah, ruth }, 'of a place')
  const place = bodyOn(maya, BadgeRecord, badge)?.statusIndex ?? -1
  const { id, credential } = await endorsed(ruth, giving(waitTime))
  await maya.until(() => onMaya(id)?.credential)
  const { house } = district.program()
  const own = onMaya(id)?.statusIndex ?? -1
  expect([await isHeld(house, place), await isHeld(house, own)]).toEqual([true, true])
  expect(own).not.toBe(place)
  const theft = { endorsement: id, instead: credential, credential, statusIndex: place }
  const taken = await house.perform('endorsement.resign', bodyOf(theft), { key: 'trial:theft' })
  expect(taken).toMatchObject({ status: 'refused', refusal: { code: 'taken' } })
})

test('an older copy of the record that knows nothing of a withdrawal brings no endorsement back', async () => {
  const { id, credential } = await endorsed(ruth, giving(waitTime))
  await saidOnMaya(credential, 'verified')
  await district.keepCopy()
  await ruth.act('endorsement.take-back', { endorsement: id, reason: 'A mistake.' })
  await saidOnMaya(credential, 'not-verified', 'REVOKED')
  await district.bringBack()
  await maya.pull()
  // Also where the computer at which it was taken back never comes again.
  expect(onMaya(id)).toMatchObject({ state: 'withdrawn', withdrawnBy: 'district' })
  expect(await judgedOn(maya, credential)).toEqual(['not-verified', 'REVOKED'])
  expect(await pageOf(id)).toContain('which has forgotten why.')
  await ruth.sendAgain()
  await maya.pull()
  expect(onMaya(id)).toMatchObject({ withdrawnBy: 'ruth', withdrawnReason: 'A mistake.' })
  // Started once more as restored, with nothing forgotten, the office’s word stays.
  await district.restart({ isRestored: true })
  await maya.pull()
  expect(onMaya(id)).toMatchObject({ withdrawnBy: 'ruth' })
})

test('one that was given and taken back after the copy is signed at its place again, and taken back again at once', async () => {
  await district.keepCopy()
  const { id, credential } = await endorsed(ruth, giving(waitTime))
  const place = onRuth(id)?.statusIndex
  await saidOnMaya(credential, 'verified')
  await ruth.act('endorsement.take-back', { endorsement: id, reason: 'A mistake.' })
  await saidOnMaya(credential, 'not-verified', 'REVOKED')
  district.move(hourMs)
  await district.bringBack()
  await ruth.sendAgain('endorsement.take-back')
  await maya.until(() => (onMaya(id)?.state === 'withdrawn' ? true : undefined))
  expect(onMaya(id)).toMatchObject({ statusIndex: place, withdrawnBy: 'district' })
  expect(await judgedOn(maya, onMaya(id)?.credential ?? '')).toEqual(['not-verified', 'REVOKED'])
  await ruth.sendAgain()
  await maya.pull()
  expect(onMaya(id)).toMatchObject({ withdrawnBy: 'ruth', withdrawnReason: 'A mistake.' })
})

test('after a change of keys it stays as it was; one of a key that was given up is signed again, the same word at the same address', async () => {
  const { id, credential } = await endorsed(ruth, giving(waitTime))
  // One that has ended by then holds up none of the others.
  const validUntil = district.now() + hourMs
  const ended = await endorsed(ruth, giving(waitTime, { validUntil }))
  district.move(2 * hourMs)
  await saidOnMaya(credential, 'verified')
  const rotated = await keysWhileStopped(district, ['rotate', '--alone', 'Once a year.'])
  expect(rotated).toMatchObject({ code: 0, error: '' })
  await saidOnMaya(credential, 'verified')
  expect(onMaya(id)?.credential).toBe(credential)
  const from = new Date(district.now()).toISOString()
  const givenUp = await keysWhileStopped(district, [
    ...['compromise', 'key-1', '--from', from, '--alone', 'A copy is missing.'],
  ])
  expect(givenUp).toMatchObject({ code: 0, error: '' })
  expect(givenUp.out).toMatch(/It signed \d+ endorsements of what others issue, 0 since then/)
  const again = await maya.until(() => {
    const now = onMaya(id)?.credential
    return now === credential ? undefined : now
  })
  expect(signedWith(again)).toBe(`${did}#key-2`)
  expect({ ...JSON.parse(again), proof: 0 }).toEqual({ ...JSON.parse(credential), proof: 0 })
  await saidOnMaya(again, 'verified')
  expect(await judgedOn(maya, credential)).toEqual(['not-verified', 'KEY_REVOKED'])
  expect((await get(at(id))).body.toString()).toBe(again)
  await maya.until(() => (onMaya(ended.id)?.credential === ended.credential ? undefined : true))
  expect(await judgedOn(maya, onMaya(ended.id)?.credential ?? '')).toEqual([
    ...['not-verified', 'EXPIRED'],
  ])
})

import { endorsementCredential } from 'open-badges-validator-core/issue'
import { verifyBadge } from 'open-badges-validator-core/verify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { districtPaths } from '../../contract/sync/version.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { EndorsementRecord } from '../../core/endorsement/record.ts'
import { achievementIdOf } from '../../core/micro-credential/achievement-id.ts'
import { bodyOn, earnedClaim, microId } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined, send } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict, tuesday } from '../trial/district.ts'
import type { OutsideBody } from '../trial/outside-body.ts'
import { outsideBody } from '../trial/outside-body.ts'
import { trustOn } from '../trial/trust.ts'
import { lookAgain } from './look.ts'

const dayMs = 86_400_000
const achievement = achievementIdOf(microId)

let district: TrialDistrict
let university: OutsideBody
let maya: TrialDevice
let ruth: TrialDevice
let jonah: TrialDevice
let now = () => tuesday
beforeAll(async () => {
  university = outsideBody('university.example', () => now())
  district = await trialDistrict({ load: () => university.load })
  now = () => district.now()
  maya = await joined(district, 'maya')
  jonah = await joined(district, 'jonah')
  ruth = await joined(district, 'ruth')
})
afterAll(() => district.close())
beforeEach(() => {
  university.isDown = false
})

const offered = async (text: string) =>
  (await ruth.act('endorsement.offer', { microCredential: microId, text })).id('endorsement')
const bodyOf = (id: string, on = ruth) => bodyOn(on, EndorsementRecord, id)
const judged = (id: string) =>
  ruth.until(() => (bodyOf(id)?.verdict === undefined ? undefined : bodyOf(id)))
const get = (target: string, accept = '*/*') =>
  send(district.address, { method: 'GET', target, headers: { accept } })
const pageOf = async (badge: string, language = 'en') =>
  (await get(`${districtPaths.badges}/${badge}?lang=${language}`, 'text/html')).body.toString()
async function signedBadge(bytes: string) {
  const claim = await earnedClaim(maya, jonah, bytes)
  const id = (await ruth.act('badge.approve', { claim })).id('badge')
  const credential = await maya.until(() => bodyOn(maya, BadgeRecord, id)?.credential)
  return { id, credential }
}
const insideShape = z.object({
  credentialSubject: z.object({
    achievement: z.object({ id: z.string(), endorsement: z.array(z.unknown()).optional() }),
  }),
})
const insideOf = (credential: string) =>
  insideShape.parse(JSON.parse(credential)).credentialSubject.achievement

test('what a university says of a micro-credential is checked, told to everybody, and stands on the pages of its badges and in those that come', async () => {
  const before = await signedBadge('before')
  const text = await university.endorses(achievement, now())
  const id = await offered(text)
  expect(await judged(id)).toMatchObject({
    state: 'accepted',
    text,
    said: {
      issuer: { id: university.did, name: 'State University', host: 'university.example' },
      comment: 'Counts as one credit hour with us.',
    },
    verdict: { overall: 'verified', at: now() },
  })
  await maya.until(() => bodyOf(id, maya))

  const page = await pageOf(before.id)
  expect(page).toContain('What others say of it')
  expect(page).toContain('Counts as one credit hour with us.')
  expect(page).toContain('university.example')
  expect(page).toContain(`href="../endorsements/${id}"`)
  expect(await pageOf(before.id, 'es')).toContain('Lo que otros dicen de ella')
  // What was signed is never changed.
  expect((await get(`${districtPaths.badges}/${before.id}`)).body.toString()).toBe(
    before.credential,
  )
  expect(insideOf(before.credential)).toEqual({ id: achievement })

  const file = await get(`${districtPaths.endorsements}/${id}`)
  expect(file.body.toString()).toBe(text)
  expect(file.headers).toMatchObject({
    'content-type': 'application/vc+ld+json',
    'access-control-allow-origin': '*',
    'cache-control': expect.stringContaining('max-age='),
    etag: expect.any(String),
  })

  const after = await signedBadge('after')
  expect(insideOf(after.credential).endorsement).toEqual([JSON.parse(text)])
  const { bundle } = trustOn(maya)
  const report = await verifyBadge(Buffer.from(after.credential), { at: now(), bundle })
  // Whoever can't ask the university knows that its word can't be told, and that the badge holds.
  expect([report.overall, report.parts.map(part => part.overall)]).toEqual([
    'verified',
    ['indeterminate'],
  ])
})

test('who said it and takes it back is heard within a day: the page says so, and later badges do without it', async () => {
  const another = outsideBody('board.example', now)
  await district.restart({ load: () => another.load })
  const id = await offered(await another.endorses(achievement, now()))
  expect(await judged(id)).toMatchObject({ state: 'accepted' })
  another.revoke()
  await lookAgain(district.program().house)
  await ruth.pull()
  expect(bodyOf(id)?.verdict?.overall).toBe('verified')
  district.move(dayMs + 1)
  // A network that is down says nothing.
  another.isDown = true
  await lookAgain(district.program().house)
  await ruth.pull()
  expect(bodyOf(id)?.verdict?.overall).toBe('verified')
  another.isDown = false
  await lookAgain(district.program().house)
  await ruth.until(() => (bodyOf(id)?.verdict?.code === 'REVOKED' ? true : undefined))
  const { id: badge, credential } = await signedBadge('without it')
  expect(await pageOf(badge)).toContain('board.example has taken it back')
  expect(credential).not.toContain('board.example')
  await district.restart()
})

test('a word about one badge goes to its holder and its page, and to no other badge', async () => {
  const { id: badge, credential } = await signedBadge('of one')
  const { id: urn } = z.object({ id: z.string() }).parse(JSON.parse(credential))
  const text = await university.endorses(urn, now(), { comment: 'We saw it in her class.' })
  const offer = (of: string) => ruth.act('endorsement.offer-badge', { badge: of, text })
  const id = (await offer(badge)).id('endorsement')
  expect(await judged(id)).toMatchObject({ state: 'accepted', owner: 'maya' })
  await maya.until(() => bodyOf(id, maya))
  await jonah.pull()
  expect(bodyOf(id, jonah)).toBeUndefined()
  expect(await pageOf(badge)).toContain('We saw it in her class.')
  const other = await signedBadge('of another')
  expect(await pageOf(other.id)).not.toContain('We saw it in her class.')
  const wrong = (await offer(other.id)).id('endorsement')
  expect(await judged(wrong)).toMatchObject({
    state: 'refused',
    verdict: { code: 'ENDORSES_ANOTHER' },
  })
})

test('what the office takes off is gone from pages, files and computers', async () => {
  const text = await university.endorses(achievement, now(), { id: 'urn:uuid:another' })
  const id = await offered(text)
  expect(await judged(id)).toMatchObject({ state: 'accepted' })
  await maya.until(() => bodyOf(id, maya))
  await ruth.act('endorsement.withdraw', { endorsement: id, reason: 'Read in by mistake' })
  // From the beginning, as a computer that has just joined.
  maya.cursor = ''
  maya.records.clear()
  await maya.pull()
  expect(bodyOf(id, maya)).toBeUndefined()
  expect((await get(`${districtPaths.endorsements}/${id}`)).status).toBe(404)
  await expect(
    ruth.act('endorsement.withdraw', { endorsement: id, reason: 'Again' }),
  ).rejects.toThrow('endorsement_state')
})

test('where its issuer can’t be asked it waits, and is looked at again', async () => {
  university.isDown = true
  const id = await offered(await university.endorses(achievement, now(), { id: 'urn:uuid:later' }))
  expect(await judged(id)).toMatchObject({
    state: 'offered',
    verdict: { overall: 'indeterminate' },
  })
  await maya.pull()
  expect(bodyOf(id, maya)).toBeUndefined()
  university.isDown = false
  district.move(3_600_001)
  await lookAgain(district.program().house)
  await ruth.until(() => (bodyOf(id)?.state === 'accepted' ? true : undefined))
})

test('one that comes as a JWS is shown as any other, and stays beside badges', async () => {
  const credential = endorsementCredential({
    ...{ id: 'urn:uuid:as-jws', name: 'Recognised', endorsed: achievement },
    ...{ comment: 'Said in another form.', validFrom: now() },
    issuer: { id: university.did, name: 'State University' },
  })
  const text = await university.signAsJws(credential, now())
  const id = await offered(text)
  expect(await judged(id)).toMatchObject({
    state: 'accepted',
    said: { id: 'urn:uuid:as-jws', comment: 'Said in another form.' },
  })
  const file = await get(`${districtPaths.endorsements}/${id}`)
  expect([file.headers['content-type'], file.body.toString()]).toEqual([
    ...['text/plain; charset=utf-8', text],
  ])
  const { id: badge, credential: signed } = await signedBadge('beside it')
  expect(await pageOf(badge)).toContain('Said in another form.')
  expect(signed).not.toContain('as-jws')
})

test('one that can’t be looked at again holds up none of the others', async () => {
  const body = outsideBody('college.example', now)
  await district.restart({ load: () => body.load })
  const ids: string[] = []
  for (const n of [1, 2]) {
    const id = await offered(await body.endorses(achievement, now(), { id: `urn:uuid:word-${n}` }))
    expect(await judged(id)).toMatchObject({ state: 'accepted' })
    ids.push(id)
  }
  body.revoke()
  district.move(dayMs + 1)
  const { house } = district.program()
  for (const spoilt of ids)
    await lookAgain({
      ...house,
      perform: async (name, input, how) => {
        if (how.key.includes(spoilt)) throw new Error('a defect in one')
        return house.perform(name, input, how)
      },
    })
  await ruth.pull()
  expect(ids.map(id => bodyOf(id)?.verdict?.code)).toEqual(['REVOKED', 'REVOKED'])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import type { CommandInput } from '../../core/commands.ts'
import type { Endorsed } from '../../core/endorsement/given.ts'
import { GivenEndorsementRecord } from '../../core/endorsement/given.ts'
import { achievementIdOf } from '../../core/micro-credential/achievement-id.ts'
import { allHold } from '../../test/builders/given-endorsement.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import { idOfUrl } from '../badge/uuid.ts'
import { bodyOn, earnedBadge, microId } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined, send } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { endorsed, giving, university, waitTime } from '../trial/given.ts'
import { isAboutItself } from './about-itself.ts'

let district: TrialDistrict
let maya: TrialDevice
let jonah: TrialDevice
let ruth: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  maya = await joined(district, 'maya')
  jonah = await joined(district, 'jonah')
  ruth = await joined(district, 'ruth')
})
afterAll(() => district.close())

const get = (id: string, accept: string) =>
  send(district.address, {
    ...{ method: 'GET', target: `${districtPaths.endorsements}/${id}` },
    headers: { accept },
  })

test('neither a teacher nor a coach speaks for the district, nor takes its word back, and nothing is there of what they tried', async () => {
  const { id, credential } = await endorsed(ruth, giving(waitTime))
  for (const device of [maya, jonah]) {
    await expect(device.act('endorsement.give', giving(waitTime))).rejects.toThrow('not_here')
    const takingBack = device.act('endorsement.take-back', { endorsement: id, reason: 'Mine.' })
    await expect(takingBack).rejects.toThrow('not_here')
  }
  // The signature is the district's own to give, whoever asks.
  const endorsement = id
  const written = { endorsement, credential: '{}', statusIndex: 1 }
  await expect(ruth.act('endorsement.sign', written)).rejects.toThrow('not_here')
  const again = { ...written, instead: credential }
  await expect(ruth.act('endorsement.resign', again)).rejects.toThrow('not_here')
  const left = { endorsement, code: 'ABOUT_ITSELF' as const }
  await expect(ruth.act('endorsement.leave-unsigned', left)).rejects.toThrow('not_here')
  expect(bodyOn(ruth, GivenEndorsementRecord, id)?.state).toBe('signed')
})

test('nobody has the district endorse itself: not its name, its address, what it offers, or a badge of its own under another’s name', async () => {
  const badge = await earnedBadge({ maya, jonah, ruth }, 'its own')
  const credential = JSON.parse(bodyOn(maya, BadgeRecord, badge)?.credential ?? '')
  const itself = { id: String(credential.issuer.id), name: 'Alder Valley' }
  const own: readonly Endorsed[] = [
    { ...waitTime, kind: 'issuer', id: itself.id, issuer: itself },
    { ...waitTime, issuer: itself },
    { ...waitTime, id: achievementIdOf(microId) },
    { ...waitTime, id: achievementIdOf(microId).toUpperCase() },
    { ...waitTime, id: `${achievementIdOf(microId)}#again` },
    { ...waitTime, kind: 'badge', id: credential.id },
    { ...waitTime, kind: 'badge', id: `${district.address}/badges/${badge}` },
    { ...waitTime, id: `${itself.id}#key-1` },
  ]
  for (const about of own) {
    const given = await ruth.act('endorsement.give', giving(about))
    const id = given.id('given-endorsement')
    const body = await ruth.until(() => {
      const there = bodyOn(ruth, GivenEndorsementRecord, id)
      return there?.state === 'given' ? undefined : there
    })
    expect([about.id, body.state, body.unsigned, body.credential]).toEqual([
      ...[about.id, 'refused', 'ABOUT_ITSELF', undefined],
    ])
    expect((await get(id, '*/*')).status).toBe(404)
    expect((await get(id, 'text/html')).status).toBe(404)
  }
})

test('the district is itself however its name is written; a neighbour with a name like it is not', async () => {
  const { store } = district.program().house
  const house = { store, address: 'https://alder.example' }
  const did = 'did:web:alder.example'
  const isItself = (id: string) =>
    isAboutItself(house, { did }, { id, issuer: { id, name: 'Alder' } })
  const own = [
    ...[did, 'did:web:Alder.Example', 'did:web:alder.example%3A443', 'did:web:alder.example%3a443'],
    ...[`${did}#key-1`, `${did}?versionId=1`, `${did}/badges`, `${did}:badges:1`],
    ...['https://alder.example', 'HTTPS://ALDER.example/x', 'http://alder.example/x'],
    ...['https://alder.example./x', 'https://a@alder.example:443/', 'http://alder.example:443/'],
  ]
  for (const name of own) expect([name, await isItself(name)]).toEqual([name, true])
  const others = [
    ...['did:web:alder.example.org', 'did:web:notalder.example', 'did:key:z6MkAlder'],
    ...[
      'https://alder.example.org/',
      'https://alder.example:8443/',
      'did:web:alder.example%3A8443',
    ],
    ...['urn:uuid:5f0c2a9e-1111-4222-8333-444455556666', 'mailto:office@alder.example'],
  ]
  for (const name of others) expect([name, await isItself(name)]).toEqual([name, false])
})

test('another issuer is not the district itself because its record knows of it', async () => {
  const issuer = { did: university.id, name: university.name, document: '{}', fetchedAt: 1 }
  const known = bodyOf({ id: idOfUrl(university.id), issuer })
  await district.program().house.perform('issuer.publish', known, { key: 'trial:known' })
  const { credential } = await endorsed(ruth, giving(waitTime))
  expect(JSON.parse(credential).credentialSubject.id).toBe(waitTime.id)
})

test('what does not hold is no ground, whatever the screen of an officer says', async () => {
  const refusedFor = (more: Partial<CommandInput<'endorsement.give'>>) =>
    ruth.act('endorsement.give', giving(waitTime, more))
  const revoked = { ...allHold, status: { outcome: 'fail' as const, code: 'REVOKED' } }
  await expect(refusedFor({ answers: revoked, isKnowing: true })).rejects.toThrow(
    'endorses_failing',
  )
  const unknown = { ...allHold, trust: { outcome: 'unknown' as const, code: 'ISSUER_NOT_LISTED' } }
  await expect(refusedFor({ answers: unknown })).rejects.toThrow('endorses_unsure')
})

test('markup and signs that turn letters round stand on the public page as what they are', async () => {
  const evil = '<script>alert(1)</script>\n"><img src=x onerror=alert(1)>\u202Egnp'
  const issuer = { ...university, name: '<b>State</b> University' }
  const { id, credential } = await endorsed(
    ruth,
    giving({ ...waitTime, name: `<i>Wait</i> ${evil.slice(0, 40)}`, issuer }, { comment: evil }),
  )
  // Signed as it was written: plain text is nobody's to change.
  expect(JSON.parse(credential).credentialSubject.endorsementComment).toBe(evil)
  await ruth.act('endorsement.take-back', { endorsement: id, reason: '<u>Why</u>' })
  const page = await get(id, 'text/html')
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  const text = page.body.toString()
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(text).toContain('&lt;u&gt;Why&lt;/u&gt;')
  expect(text).toContain('[U+202E]')
  expect(text).not.toMatch(/<script|<img|<b>|<i>|<u>/i)
})

test('no endorsement is there under a name that is none, and nothing tells it from one that never was', async () => {
  const pages: string[] = []
  for (const id of ['none', 'a'.repeat(80), '%00', '..%2f..']) {
    const page = await get(id, 'text/html')
    expect([id, page.status]).toEqual([id, 404])
    if (/^[a-z]+$/.test(id)) pages.push(page.body.toString())
  }
  expect(new Set(pages).size).toBe(1)
  expect(pages[0]).toContain('No endorsement is here.')
})

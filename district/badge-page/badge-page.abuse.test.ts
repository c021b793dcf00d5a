import { unbake } from 'open-badges-validator-core/bake'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { bodyOn, earnedClaim } from '../trial/claim.ts'
import type { Answer, TrialDevice } from '../trial/device.ts'
import { joined, send } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { judgeOf } from './judge.ts'
import { standingOf } from './standing.ts'

let district: TrialDistrict
let maya: TrialDevice
let ruth: TrialDevice
let claims: string[]
beforeAll(async () => {
  district = await trialDistrict()
  maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  ruth = await joined(district, 'ruth')
  claims = []
  for (const bytes of ['one page', 'another page', 'a third page'])
    claims.push(await earnedClaim(maya, jonah, bytes))
})
afterAll(() => district.close())

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const asked = (target: string, headers: Record<string, string> = browser): Promise<Answer> =>
  send(district.address, { method: 'GET', target: `${districtPaths.badges}/${target}`, headers })
const textAt = async (target: string, headers?: Record<string, string>) =>
  (await asked(target, headers)).body.toString()

async function signedBadge(n: number): Promise<{ id: string; credential: string }> {
  const approved = await ruth.act('badge.approve', { claim: claims[n] ?? '' })
  const id = approved.id('badge')
  const credential = await maya.until(() => bodyOn(maya, BadgeRecord, id)?.credential)
  return { id, credential }
}

test('one address, two answers: the page for people, the very bytes for verifiers; in two languages', async () => {
  const { id, credential } = await signedBadge(0)
  const page = await asked(id)
  expect(page.status).toBe(200)
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; img-src 'self'; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox allow-downloads",
    'x-robots-tag': 'noindex',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    vary: 'accept, accept-language',
  })
  const text = page.body.toString()
  expect(text).toContain('This badge holds.')
  expect(text).toContain('Maya Okafor')
  expect(text).toContain('Found: Demonstrated')
  expect(text).not.toMatch(/<script|javascript:|\son\w+=|<iframe|<form|style="/i)
  expect(await textAt(id, { ...browser, 'accept-language': 'es-MX' })).toContain(
    'Esta insignia vale.',
  )
  expect(await textAt(`${id}?lang=es`)).toContain('lang="es-419"')
  for (const accept of ['application/ld+json, application/json', '*/*']) {
    const data = await asked(id, { accept })
    expect(data.headers['content-type']).toBe('application/vc+ld+json')
    expect(data.headers['vary']).toBe('accept')
    expect(data.body.toString()).toBe(credential)
  }
  const json = await asked(`${id}.json`)
  expect(json.headers['content-disposition']).toBe('attachment; filename="badge.json"')
  expect(json.body.toString()).toBe(credential)
  const png = await asked(`${id}.png`)
  expect(png.headers['content-type']).toBe('image/png')
  expect(unbake(png.body)).toMatchObject({ ok: true, value: { text: credential } })
})

test('what is not signed, and what never was, have one and the same page: nothing tells them apart', async () => {
  const { secrets } = district.program().house
  const secret = secrets.issuer.find(key => key.secret !== undefined)?.secret
  if (secret === undefined) throw new Error('no key signs')
  const whole = Uint8Array.from(secret)
  // Without the district's key the office's approval waits for its signature.
  secret.fill(0)
  const id = (await ruth.act('badge.approve', { claim: claims[1] ?? '' })).id('badge')
  await maya.until(() => bodyOn(maya, BadgeRecord, id))
  expect(bodyOn(maya, BadgeRecord, id)?.state).toBe('approved')
  const [waiting, unknown] = [await asked(id), await asked('a'.repeat(26))]
  expect(unknown.status).toBe(404)
  expect(unknown.body.toString()).toContain('No badge is here.')
  expect([waiting.status, waiting.body.toString()]).toEqual([404, unknown.body.toString()])
  secret.set(whole)
  for (const target of ['..%2fdid.json', 'x'.repeat(200), '%00', `${'a'.repeat(26)}.json`]) {
    const answer = await asked(target)
    expect([target, answer.status]).toEqual([target, 404])
    expect(answer.body.toString()).not.toContain('Error')
  }
})

test('what the office writes is text on the page, whatever it holds, and says how the badge stands', async () => {
  const { id } = await signedBadge(2)
  const reason = '"><script>alert(1)</script><a href="javascript:alert(2)">see</a>'
  await ruth.act('badge.suspend', { badge: id, reason })
  const suspended = await textAt(id)
  expect(suspended).toContain('This badge is suspended since November 24, 2026.')
  expect(suspended).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(suspended).not.toMatch(/<script|href="javascript/)
  const newer = (await ruth.act('badge.supersede', { badge: id, correction: 'A name' })).id('badge')
  await maya.until(() => bodyOn(maya, BadgeRecord, newer)?.credential)
  const replaced = await textAt(id)
  expect(replaced).toContain('A newer badge took this one’s place')
  expect(replaced).toContain(`href="${newer}"`)
  await ruth.act('badge.revoke', { badge: newer, reason: 'Not theirs' })
  expect(await textAt(newer)).toContain('This badge was revoked')
})

test('a copy that was tampered with is not shown as a badge that holds', async () => {
  const { house } = district.program()
  const [row] = await house.store.seen().list(BadgeRecord, { where: { state: 'signed' }, limit: 1 })
  const credential = row?.rec.body.credential ?? ''
  const judge = judgeOf(house)
  const standing = async (text: string) =>
    standingOf({ state: 'signed' }, (await judge(text)).answers).name
  expect(await standing(credential)).toBe('valid')
  expect(await standing(credential.replace('Maya Okafor', 'Mara Okafor'))).toBe('damaged')
})

test('a stranger who asks without end is told to wait', async () => {
  const answers = await Promise.all(Array.from({ length: 310 }, () => asked('page.css')))
  expect(answers.some(({ status }) => status === 429)).toBe(true)
})

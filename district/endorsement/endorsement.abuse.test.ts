import { didKey, didKeyVerificationMethod } from 'open-badges-validator-core/did'
import { endorsementCredential, issueBadge, publicKeyOf } from 'open-badges-validator-core/issue'
import type { JsonObject } from 'open-badges-validator-core/issue'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { endorsementCharsMax, EndorsementRecord } from '../../core/endorsement/record.ts'
import { achievementIdOf } from '../../core/micro-credential/achievement-id.ts'
import { bodyOn, earnedClaim, microId } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined, send } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict, tuesday } from '../trial/district.ts'
import type { OutsideBody } from '../trial/outside-body.ts'
import { outsideBody } from '../trial/outside-body.ts'

const dayMs = 86_400_000
const achievement = achievementIdOf(microId)

let district: TrialDistrict
let university: OutsideBody
/** Calls itself the same, at an address that looks the same. */
let lookAlike: OutsideBody
let maya: TrialDevice
let ruth: TrialDevice
let jonah: TrialDevice
const asked: string[] = []
beforeAll(async () => {
  const now = () => district.now()
  university = outsideBody('university.example', now)
  lookAlike = outsideBody('xn--unversity-jhb.example', now)
  district = await trialDistrict({
    load: () => url => {
      asked.push(url)
      return new URL(url).host === 'university.example' ? university.load(url) : lookAlike.load(url)
    },
  })
  maya = await joined(district, 'maya')
  jonah = await joined(district, 'jonah')
  ruth = await joined(district, 'ruth')
})
afterAll(() => district.close())

async function verdictOn(text: string) {
  const offered = await ruth.act('endorsement.offer', { microCredential: microId, text })
  const id = offered.id('endorsement')
  const body = await ruth.until(() => {
    const there = bodyOn(ruth, EndorsementRecord, id)
    return there?.verdict === undefined ? undefined : there
  })
  return { id, ...body }
}
const changed = async (
  change: (document: JsonObject) => JsonObject,
  more = {},
): Promise<string> => {
  const document: JsonObject = JSON.parse(await university.endorses(achievement, tuesday, more))
  return JSON.stringify(change(document))
}
const unsigned = (more: Partial<Parameters<typeof endorsementCredential>[0]> = {}) =>
  endorsementCredential({
    ...{ id: 'urn:uuid:e', name: 'Recognised', endorsed: achievement, comment: 'Good.' },
    issuer: { id: university.did, name: 'State University' },
    validFrom: tuesday,
    ...more,
  })

const files: readonly (readonly [
  what: string,
  code: string,
  make: () => Promise<string> | string,
])[] = [
  ['nothing that could be read', 'NOT_AN_ENDORSEMENT', () => 'hello'],
  ['JSON without an end', 'NOT_AN_ENDORSEMENT', () => '{'.repeat(5_000)],
  ['a picture of a badge', 'NOT_AN_ENDORSEMENT', () => '\u0089PNG\r\n'],
  ['an address in place of a file', 'NOT_AN_ENDORSEMENT', () => 'https://university.example/e'],
  [
    'a word about another micro-credential',
    'ENDORSES_ANOTHER',
    () => university.endorses(achievementIdOf('another'), tuesday),
  ],
  [
    'a word about this and others, as one',
    'ENDORSES_SEVERAL',
    () =>
      university.sign(
        {
          ...unsigned(),
          credentialSubject: [achievement, 'urn:uuid:other'].map(id => ({
            id,
            type: ['EndorsementSubject'],
            endorsementComment: 'Good.',
          })),
        },
        tuesday,
      ),
  ],
  [
    'a word that was changed after it was signed',
    'PROOF_VERIFICATION_ERROR',
    () => changed(document => ({ ...document, name: 'Recognised twice' })),
  ],
  [
    'the university’s name over another’s signature',
    'PROOF_VERIFICATION_ERROR',
    async () => {
      const document: JsonObject = JSON.parse(await lookAlike.endorses(achievement, tuesday))
      return JSON.stringify({ ...document, issuer: { id: university.did, type: ['Profile'] } })
    },
  ],
  [
    'one that has ended',
    'EXPIRED',
    () => university.endorses(achievement, tuesday - 9 * dayMs, { validUntil: tuesday - dayMs }),
  ],
]
test.each(files)(
  '%s is refused, with its reason, and nobody else is told of it',
  async (_, code, make) => {
    const { id, ...body } = await verdictOn(await make())
    expect(body).toMatchObject({ state: 'refused', verdict: { overall: 'not-verified', code } })
    expect(body.said).toBeUndefined()
    await maya.pull()
    expect(bodyOn(maya, EndorsementRecord, id)).toBeUndefined()
    const file = await send(district.address, {
      method: 'GET',
      target: `${districtPaths.endorsements}/${id}`,
    })
    expect(file.status).toBe(404)
  },
)

test('one without a proof, and a badge in place of an endorsement, are refused', async () => {
  const { proof: _none, ...bare } = JSON.parse(await university.endorses(achievement, tuesday))
  expect(await verdictOn(JSON.stringify(bare))).toMatchObject({ state: 'refused' })
  const claim = await earnedClaim(maya, jonah, 'a badge')
  const badge = (await ruth.act('badge.approve', { claim })).id('badge')
  const text = (
    await send(district.address, { method: 'GET', target: `${districtPaths.badges}/${badge}` })
  ).body.toString()
  const credential = text.startsWith('{') ? text : '{}'
  expect(await verdictOn(credential)).toMatchObject({
    state: 'refused',
    verdict: { code: 'NOT_AN_ENDORSEMENT' },
  })
})

test('one that was revoked before it was read in is refused', async () => {
  const revoking = outsideBody('revoking.example', () => district.now())
  revoking.revoke()
  await district.restart({ load: () => revoking.load })
  const text = await revoking.endorses(achievement, district.now())
  expect(await verdictOn(text)).toMatchObject({ state: 'refused', verdict: { code: 'REVOKED' } })
  await district.restart()
})

test('whoever can’t be found at an address is nobody, whatever they call themselves', async () => {
  const secretKey = new Uint8Array(32).fill(3)
  const id = didKey(publicKeyOf(secretKey))
  const signed = await issueBadge({
    credential: unsigned({
      issuer: { id, name: 'State University', url: 'https://university.example/' },
    }),
    ...{ secretKey, created: tuesday, verificationMethod: didKeyVerificationMethod(id) },
  })
  const text = JSON.stringify(signed)
  expect(await verdictOn(text)).toMatchObject({
    state: 'refused',
    verdict: { code: 'ISSUER_WITHOUT_HOST' },
  })
})

test('a look-alike is shown by the letters that can’t be mistaken, and what it writes is text on the page', async () => {
  const comment = '</p><script>alert(1)</script><img src=x onerror=alert(2)> \u202egnorw'
  const name = 'State\u200b University'
  const text = await lookAlike.endorses(achievement, district.now(), {
    comment,
    issuer: { id: lookAlike.did, name },
  })
  expect(await verdictOn(text)).toMatchObject({
    state: 'accepted',
    said: {
      comment: expect.stringContaining('[U+202E]gnorw'),
      issuer: { name: 'State[U+200B] University', host: 'xn--unversity-jhb.example' },
    },
  })
  const claim = await earnedClaim(maya, jonah, 'another badge')
  const badge = (await ruth.act('badge.approve', { claim })).id('badge')
  await ruth.until(() => {
    const [body] = [ruth.records.get(`badge/${badge}`)]
    return body?.['state'] === 'signed' ? true : undefined
  })
  const page = await send(district.address, {
    method: 'GET',
    target: `${districtPaths.badges}/${badge}`,
    headers: { accept: 'text/html' },
  })
  expect(page.body.toString()).toContain('xn--unversity-jhb.example')
  expect(page.body.toString()).toContain('&lt;script&gt;alert(1)')
  expect(page.body.toString()).not.toMatch(/<script|<img|\u202e/)
  // The same file again would stand there twice.
  expect(await verdictOn(text)).toMatchObject({
    state: 'refused',
    verdict: { code: 'ENDORSED_ALREADY' },
  })
})

test('who has a place at a university’s address is shown with that place, and not as the university', async () => {
  const student = outsideBody('university.example', () => district.now(), 'people/m')
  await district.restart({ load: () => student.load })
  const text = await student.endorses(achievement, district.now())
  expect(await verdictOn(text)).toMatchObject({
    state: 'accepted',
    said: { issuer: { name: 'State University', host: 'university.example/people/m' } },
  })
  await district.restart()
})

test('a file that is too large is refused at once, and nothing is fetched for it', async () => {
  const before = asked.length
  const text = `{"a":"${'x'.repeat(endorsementCharsMax)}"}`
  await expect(ruth.act('endorsement.offer', { microCredential: microId, text })).rejects.toThrow(
    'bad_input',
  )
  expect(asked.length).toBe(before)
})

test('a teacher, a coach and the holder of a badge read nothing in', async () => {
  const text = await university.endorses(achievement, tuesday)
  for (const device of [maya, jonah])
    await expect(
      device.act('endorsement.offer', { microCredential: microId, text }),
    ).rejects.toThrow('not_here')
})

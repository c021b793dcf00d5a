import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { aBadge, anUnsignedBadge, at, bundleOf, bytesOf } from '../../../test/a-badge.ts'
import type { JsonObject, JsonValue } from '../../json/value.ts'
import { four, needing, defaultPolicy, verifyBadge } from '../verify.ts'
import { recipient } from './recipient.ts'

const salt = 'Kosher'
const hash = (algorithm: 'sha256' | 'md5', value: string, with_ = salt) =>
  `${algorithm}$${createHash(algorithm)
    .update(value + with_)
    .digest('hex')}`
const mail = 'maría@district.example'.normalize('NFC')
const asked = (type: string, value: string) => [{ type, value }]
const told = (document: JsonObject, ...given: readonly { type: string; value: string }[]) => {
  const { outcome, code = '' } = recipient(document, given)
  return `${outcome} ${code}`.trim()
}

const older = (parts: JsonObject): JsonObject => ({
  recipient: { type: 'email', hashed: true, identity: hash('sha256', mail), salt, ...parts },
})
const identified = (...identifier: readonly JsonObject[]): JsonObject => ({
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: identifier.map(one => ({ type: 'IdentityObject', ...one })),
  },
})

test('a salted hash of Open Badges 2.0 fits the very value that was hashed', () => {
  expect(recipient(older({}), asked('email', mail))).toMatchObject({
    outcome: 'pass',
    facts: { type: 'email', matchedAs: 'exact', hash: 'sha256' },
  })
  expect(told(older({}), { type: 'email', value: 'mario@district.example' })).toBe(
    'fail RECIPIENT_MISMATCH',
  )
  const upper = older({ identity: hash('sha256', mail).replace(/\$.*/, hex => hex.toUpperCase()) })
  expect(told(upper, { type: 'email', value: mail })).toBe('pass')
  const unsalted: JsonObject = {
    recipient: { type: 'email', hashed: true, identity: hash('sha256', mail, '') },
  }
  expect(told(unsalted, { type: 'email', value: mail })).toBe('pass')
})

test('the same letters in another Unicode form fit as such', () => {
  expect(recipient(older({}), asked('email', mail.normalize('NFD')))).toMatchObject({
    outcome: 'pass',
    facts: { matchedAs: 'nfc' },
  })
})

test('a value that fits only without spaces and capitals is a weaker answer', () => {
  for (const value of [mail.toUpperCase(), ` ${mail} `])
    expect(recipient(older({}), asked('email', value))).toMatchObject({
      outcome: 'unknown',
      code: 'RECIPIENT_LOOSELY',
      facts: { matchedAs: 'lowercased' },
    })
  // Letters of an identifier count.
  const did = 'did:key:z6MkExample'
  const subject: JsonObject = { credentialSubject: { id: did } }
  expect(told(subject, { type: 'did', value: did })).toBe('pass')
  expect(told(subject, { type: 'id', value: did.toLowerCase() })).toBe('fail RECIPIENT_MISMATCH')
})

test('a telephone number that is written in another way is no other number', () => {
  const plain = older({ type: 'telephone', hashed: false, identity: '+1 (555) 010-0199' })
  const hashed = older({ type: 'telephone', identity: hash('sha256', '+15550100199') })
  for (const document of [plain, hashed])
    expect(recipient(document, asked('telephone', '+1 555.010.0199'))).toMatchObject({
      outcome: 'unknown',
      code: 'RECIPIENT_LOOSELY',
      facts: { matchedAs: 'digits' },
    })
  expect(told(plain, { type: 'telephone', value: '+15550100198' })).toBe('fail RECIPIENT_MISMATCH')
})

test('MD5 is read and warned of; another algorithm cannot be compared', () => {
  expect(told(older({ identity: hash('md5', mail) }), { type: 'email', value: mail })).toBe(
    'pass WEAK_HASH',
  )
  for (const identity of ['sha1$00', 'sha256$00', 'whatever'])
    expect(told(older({ identity }), { type: 'email', value: mail })).toBe(
      'unknown RECIPIENT_NOT_COMPARABLE',
    )
})

test('plain values, and the texts of 0.5 with their salt beside them, are compared', () => {
  expect(told(older({ hashed: false, identity: mail }), { type: 'email', value: mail })).toBe(
    'pass',
  )
  for (const type of ['url', 'telephone', 'id']) {
    const plain = older({ type, hashed: false, identity: 'https://a.example/me' })
    expect(told(plain, { type, value: 'https://a.example/me' })).toBe('pass')
    expect(told(plain, { type, value: 'https://a.example/you' })).toBe('fail RECIPIENT_MISMATCH')
    expect(told(plain, { type: 'email', value: mail })).toBe('unknown RECIPIENT_NOT_COMPARABLE')
  }
  const texts: readonly JsonObject[] = [
    { recipient: mail },
    { recipient: hash('sha256', mail), salt },
    { recipient: hash('sha256', mail, '') },
  ]
  for (const document of texts) expect(told(document, { type: 'email', value: mail })).toBe('pass')
})

test('one of several identities is enough, in the badge and among those asked for', () => {
  const badge = identified(
    {
      hashed: true,
      identityHash: hash('sha256', 'other@a.example'),
      identityType: 'emailAddress',
      salt,
    },
    { hashed: true, identityHash: hash('sha256', mail), identityType: 'emailAddress', salt },
    { hashed: false, identityHash: '4711', identityType: 'ext:staffNumber' },
  )
  expect(told(badge, { type: 'email', value: mail })).toBe('pass')
  expect(told(badge, { type: 'ext:staffNumber', value: '4711' })).toBe('pass')
  expect(
    told(badge, { type: 'email', value: 'no@a.example' }, { type: 'emailAddress', value: mail }),
  ).toBe('pass')
  expect(told(badge, { type: 'email', value: 'no@a.example' })).toBe('fail RECIPIENT_MISMATCH')
})

test('a name that fits says that it is no proof, and outweighs nothing', () => {
  const name = { hashed: false, identityHash: 'Pat Teacher', identityType: 'name' }
  const email = {
    hashed: true,
    identityHash: hash('sha256', mail),
    identityType: 'emailAddress',
    salt,
  }
  const pat = { type: 'name', value: 'Pat Teacher' }
  expect(told(identified(name), pat)).toBe('pass NAME_ONLY')
  expect(told(identified(name), { type: 'name', value: 'Sam' })).toBe('fail RECIPIENT_MISMATCH')
  expect(told(identified(name, email), pat, { type: 'email', value: 'no@a.example' })).toBe(
    'fail RECIPIENT_MISMATCH',
  )
  expect(told(identified(name, email), pat, { type: 'email', value: mail })).toBe('pass')
})

test('an id can be an address of mail, telephone or the web', () => {
  const ids = {
    'mailto:mar%C3%ADa@district.example': ['email', mail],
    'tel:+1-555-0100': ['telephone', '+1-555-0100'],
    'https://people.example/maria': ['url', 'https://people.example/maria'],
  } as const
  for (const [id, [type, value]] of Object.entries(ids)) {
    expect(told({ credentialSubject: { id } }, { type, value })).toBe('pass')
    expect(told({ credentialSubject: [{ id }] }, { type: 'id', value: id })).toBe('pass')
  }
  expect(told({ learner: { id: 'urn:x', email: mail } }, { type: 'email', value: mail })).toBe(
    'pass',
  )
})

test('hostile identities are bounded and never thrown at', () => {
  const many = identified(
    ...Array.from({ length: 5000 }, (_, number) => ({
      hashed: true,
      identityHash: hash('sha256', String(number)),
      identityType: 'emailAddress',
      salt: 'x'.repeat(100),
    })),
  )
  expect(told(many, { type: 'email', value: mail })).toBe('unknown TOO_LARGE')
  const long = older({ salt: 'x'.repeat(100_000) })
  expect(told(long, { type: 'email', value: mail })).toBe('unknown RECIPIENT_NOT_COMPARABLE')
  const odd: readonly JsonValue[] = [
    null,
    1,
    [],
    [[]],
    {},
    { type: 1 },
    { type: 'constructor', identity: [mail, 7] },
  ]
  for (const stated of odd) {
    expect(recipient({ recipient: stated }, asked('email', mail)).outcome).toBe('unknown')
    const subject = { id: 'mailto:%E0%A4%A', identifier: stated }
    expect(recipient({ credentialSubject: subject }, asked('name', mail)).outcome).toBe('unknown')
  }
})

test('who received it is told apart from the proof, and only decides where a policy asks', async () => {
  const badge = bytesOf(await aBadge({ status: [] }))
  const bundle = bundleOf({})
  const of = async (recipients: ReturnType<typeof asked>, policy = defaultPolicy) =>
    verifyBadge(badge, { at, bundle, recipients, policy })
  const silent = await verifyBadge(badge, { at, bundle })
  expect(silent.checks.find(({ id }) => id === 'recipient')).toMatchObject({
    outcome: 'unknown',
    code: 'NOT_ASKED',
    needed: false,
  })
  const wrong = await of(asked('email', 'no@district.example'))
  expect(wrong.overall).toBe('verified')
  expect(four(wrong).signature.outcome).toBe('pass')
  // What was asked for is nobody else's business: a report is handed on.
  expect(JSON.stringify(wrong)).not.toContain('no@district.example')
  const strict = needing(defaultPolicy, 'recipient')
  expect((await of(asked('email', 'no@district.example'), strict)).overall).toBe('not-verified')
  expect((await of(asked('email', mail), strict)).overall).toBe('verified')
  expect(anUnsignedBadge()['credentialSubject']).toHaveProperty('identifier')
})

import { expect, test } from 'vitest'
import { aClaim, anAttempt } from '../../test/builders/claim.ts'
import { aDeviceKey, signedAttempt, trialAttempt } from '../../test/builders/signed.ts'
import { sha256Text } from '../kit/canonical.ts'
import type { Attempt } from './record.ts'
import { sinceSent } from './since-sent.ts'

const publicKey = aDeviceKey('laptop', 'maya').body.publicKey
const other = 'f'.repeat(64)
const sent = signedAttempt('c', aClaim(), anAttempt())
const keys = [aDeviceKey('laptop', 'maya'), aDeviceKey('tablet', 'maya')]

const seenOn = (
  attempts: readonly Attempt[],
  own: Partial<Parameters<typeof sinceSent>[1]> = {},
  register = keys,
) =>
  sinceSent(
    { id: 'c', body: aClaim({ attempts: [...attempts] }) },
    { device: 'laptop', publicKey, manifests: [sent.manifestSha256], ...own },
    register,
  )

test('what is as it was sent needs no word', () => {
  expect(seenOn([sent])).toBe('same')
  expect(seenOn([sent], { device: 'tablet', manifests: [] })).toBe('same')
})

test('an answer that was changed in the record is seen on the person’s computers', () => {
  expect(seenOn([{ ...sent, note: 'Other words.' }])).toBe('changed')
})

test('an attempt in place of the one that this computer sent is seen, also under a good signature', () => {
  const instead = signedAttempt('c', aClaim(), anAttempt({ note: 'Other words.' }))
  expect(seenOn([instead])).toBe('lost')
  expect(seenOn([])).toBe('lost')
})

test('a signature in the name of this computer by another key is seen', () => {
  expect(seenOn([sent], { publicKey: other })).toBe('key')
})

test('so is one in the name of another of theirs, where its key is known', () => {
  const tablet = { device: 'tablet', manifests: [] }
  expect(seenOn([sent], tablet, [aDeviceKey('laptop', 'maya', { publicKey: other })])).toBe('key')
  expect(seenOn([sent], tablet, [aDeviceKey('laptop', 'someone')])).toBe('key')
  // A register that has not come yet is no alarm.
  expect(seenOn([sent], tablet, [])).toBe('same')
})

test('what a trial version signed can’t be compared, and raises no false alarm', () => {
  const older = trialAttempt('c', aClaim(), anAttempt())
  expect(seenOn([older], { manifests: [] })).toBe('same')
  expect(seenOn([older], { manifests: [older.manifestSha256] })).toBe('same')
  expect(seenOn([older], { device: 'tablet', manifests: [] })).toBe('same')
})

test.each<[string, Partial<Attempt>]>([
  ['a space after it', { manifest: `${sent.manifest} ` }],
  ['nothing in it', { manifest: '{}' }],
  ['no object', { manifest: 'null' }],
  ['no JSON', { manifest: 'v1' }],
  ['the number of a trial version', { manifest: sent.manifest.replace('"v":2', '"v":1') }],
])('a manifest with %s hides no changed answer', (_what, part) => {
  const forged = { ...sent, answers: { context: 'Other words.' }, ...part }
  // The computer that sent it misses its own; another of the person's sees that what is there is none.
  expect(seenOn([forged])).toBe('lost')
  expect(seenOn([forged], { device: 'tablet', manifests: [] })).toBe('changed')
  const hashed = { ...forged, manifestSha256: sha256Text(forged.manifest) }
  expect(seenOn([hashed], { device: 'tablet', manifests: [] })).toBe('changed')
})

test.each<[string, Attempt]>([
  ['another claim', trialAttempt('other', aClaim(), anAttempt())],
  ['another attempt', { ...trialAttempt('c', aClaim(), anAttempt({ n: 2 })), n: 1 }],
  ['another person', trialAttempt('c', aClaim({ owner: 'someone' }), anAttempt())],
])('nor does what a trial version signed for %s', (_what, replayed) => {
  expect(seenOn([replayed], { manifests: [] })).toBe('changed')
})

test('a trial version’s signature in the name of the person’s computer by another key is seen', () => {
  const older = trialAttempt('c', aClaim(), anAttempt())
  expect(seenOn([older], { publicKey: other, manifests: [] })).toBe('key')
})

import { expect, test } from 'vitest'
import {
  aBadge,
  anUnsignedBadge,
  aPng,
  at,
  bundleOf,
  bytesOf,
  secretKey,
  verificationMethod,
} from '../../test/a-badge.ts'
import { aJwt, claimsOf, didKeyOf } from '../../test/signed.ts'
import { bake } from '../bake/bake.ts'
import { utf8 } from '../bytes/text.ts'
import { addProof } from '../issue/add-proof.ts'
import { sameIdsIn, verifyMany, type ManyInput } from './many.ts'
import { defaultPolicy, needing, type Report } from './verify.ts'

const badge = await aBadge({ status: [] })
const good = bytesOf(badge)
const forged = bytesOf({ ...badge, name: 'Forged' })
const other = bytesOf(
  await aBadge({ status: [], id: 'urn:uuid:7d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f02' }),
)
const options = { at, bundle: bundleOf({}) }

const inputsOf = (files: Readonly<Record<string, Uint8Array>>): readonly ManyInput[] =>
  Object.entries(files).map(([input, bytes]) => ({ input, bytes }))

/** @returns for each input whom it is told to share its id with. */
async function told(inputs: readonly ManyInput[], isInOnePass = false) {
  const sameIds = isInOnePass ? {} : { sameIds: await sameIdsIn(inputs) }
  const reports: Report[] = []
  for await (const report of verifyMany(inputs, { ...options, ...sameIds })) reports.push(report)
  return Object.fromEntries(
    reports.map(report => [
      report.input,
      report.checks.find(check => check.id === 'sameId')?.facts?.['inputs'] ?? [],
    ]),
  )
}

test('two badges of one id that say different things are told on both, whichever comes first', async () => {
  const files = { a: good, x: other, b: forged }
  expect(await told(inputsOf(files))).toEqual({ a: ['b'], x: [], b: ['a'] })
  expect(await told(inputsOf(files).toReversed())).toEqual({ a: ['b'], x: [], b: ['a'] })
})

test('a good copy beside them is told of too; in one pass all but the first are', async () => {
  const inputs = inputsOf({ a: good, b: forged, c: good })
  expect(await told(inputs)).toEqual({ a: ['b', 'c'], b: ['a', 'c'], c: ['a', 'b'] })
  expect(await told(inputs, true)).toEqual({ a: [], b: ['a'], c: ['a', 'b'] })
})

test('the same badge again says the same: in a picture, with other white space, or signed anew', async () => {
  const text = JSON.stringify(badge, null, 2)
  const { proof: _, ...unsigned } = badge
  const again = await addProof(unsigned, { secretKey, verificationMethod, created: at })
  const files = { a: good, b: utf8(text), c: bake(aPng(), text), d: bytesOf(again) }
  expect(await told(inputsOf(files))).toEqual({ a: [], b: [], c: [], d: [] })
  const { did: issuer, method } = didKeyOf('p256')
  const credential = anUnsignedBadge({ issuer: { id: issuer, name: 'District' }, status: [] })
  const jwt = aJwt('ES256', { kid: method }, { ...credential, ...claimsOf(credential) })
  const both = inputsOf({ plain: bytesOf(credential), token: utf8(jwt) })
  expect(await told(both)).toEqual({ plain: [], token: [] })
})

test('it is told beside the verdict: a forger could else spoil every badge of others', async () => {
  const inputs = inputsOf({ a: good, b: forged })
  const sameIds = await sameIdsIn(inputs)
  const verdicts = async (policy = defaultPolicy) => {
    const all: string[] = []
    for await (const { overall } of verifyMany(inputs, { ...options, sameIds, policy }))
      all.push(overall)
    return all
  }
  expect(await verdicts()).toEqual(['verified', 'not-verified'])
  expect(await verdicts(needing(defaultPolicy, 'sameId'))).toEqual([
    'indeterminate',
    'not-verified',
  ])
})

test('what cannot be read, is no badge or has no id shares none', async () => {
  const { id: _, ...nameless } = badge
  const inputs: ManyInput[] = [
    { input: 'gone', bytes: () => Promise.reject(new Error('gone')) },
    { input: 'letter', bytes: utf8('Dear Sir or Madam') },
    { input: 'one', bytes: bytesOf(nameless) },
    { input: 'two', bytes: bytesOf({ ...nameless, name: 'Another' }) },
  ]
  expect(await told(inputs)).toEqual({ gone: [], letter: [], one: [], two: [] })
})

test('whoever cancels is not kept waiting', async () => {
  const abort = new AbortController()
  function* endless(): Generator<ManyInput> {
    for (let place = 0; ; place += 1) {
      if (place === 3) abort.abort()
      yield { input: `${place}`, bytes: place === 0 ? forged : good }
    }
  }
  expect([...(await sameIdsIn(endless(), abort.signal)).values()]).toEqual([['0', '1', '2']])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aBadge, aStatusList, at, bundleOf, bytesOf, listUrl } from '../../test/a-badge.ts'
import { base58btc, bytesOfBase58btc } from '../bytes/multibase.ts'
import { isList, isObject, type JsonObject, type JsonValue } from '../json/value.ts'
import { verifyBadge } from './verify.ts'

type Path = readonly (string | number)[]

/** Every value in the badge that is no object or array, by its path. */
function leaves(value: JsonValue, path: Path = []): readonly Path[] {
  if (isList(value)) return value.flatMap((item, index) => leaves(item, [...path, index]))
  if (!isObject(value)) return [path]
  return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]))
}

function changedAt(
  value: JsonValue,
  path: Path,
  change: (leaf: JsonValue) => JsonValue,
): JsonValue {
  const [step, ...rest] = path
  if (step === undefined) return change(value)
  if (isList(value))
    return value.map((item, at) => (at === step ? changedAt(item, rest, change) : item))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === step ? changedAt(item, rest, change) : item,
    ]),
  )
}

function withOneBit(leaf: JsonValue): JsonValue {
  if (typeof leaf !== 'string') return typeof leaf === 'boolean' ? !leaf : Number(leaf) + 1
  const middle = Math.floor(leaf.length / 2)
  const flipped = String.fromCharCode(leaf.charCodeAt(middle) ^ 1)
  return leaf.slice(0, middle) + flipped + leaf.slice(middle + 1)
}

test('one bit changed in any value of a signed badge, and it is not verified any more', async () => {
  const badge = await aBadge()
  const bundle = bundleOf({ [listUrl]: await aStatusList() })
  const paths = leaves(badge)
  expect(paths.length).toBeGreaterThan(90)
  expect((await verifyBadge(bytesOf(badge), { at, bundle })).overall).toBe('verified')
  const held: string[] = []
  for (const path of paths) {
    const changed = changedAt(badge, path, withOneBit)
    if (!isObject(changed)) throw new Error('a badge that is no object')
    const report = await verifyBadge(bytesOf(changed), { at, bundle })
    if (report.overall === 'verified') held.push(path.join('/'))
  }
  expect(held).toEqual([])
}, 60_000)

test('one bit changed anywhere in the signature, and it does not hold', async () => {
  const badge = await aBadge()
  const signature = bytesOfBase58btc(
    JSON.stringify(badge).match(/"proofValue":"([^"]+)"/)?.[1] ?? '',
  )
  if (signature === null) throw new Error('no signature')
  await fc.assert(
    fc.asyncProperty(fc.nat(511), async bit => {
      const flipped = signature.slice()
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const forged: JsonObject = JSON.parse(
        JSON.stringify(badge).replace(base58btc(signature), base58btc(flipped)),
      )
      const report = await verifyBadge(bytesOf(forged), { at, bundle: bundleOf({}) })
      const check = report.checks.find(found => found.id === 'proof.signature')
      expect(check?.outcome).toBe('fail')
      expect(report.overall).toBe('not-verified')
    }),
    { numRuns: 24, seed: 3 },
  )
}, 60_000)

test('anything added to a signed badge is noticed, whether a context defines it or not (row 28)', async () => {
  const badge = await aBadge()
  const bundle = bundleOf({ [listUrl]: await aStatusList() })
  for (const extra of [
    { description: 'defined' },
    { grade: 'undefined' },
    { constructor: 'undefined' },
    { toString: 'undefined' },
    { relatedTo: { id: 'urn:x', deep: ['undefined'] } },
  ]) {
    const report = await verifyBadge(bytesOf({ ...badge, ...extra }), { at, bundle })
    expect(report.overall, Object.keys(extra).join()).toBe('not-verified')
  }
})

import { expect, test } from 'vitest'
import { aBadge, at, bytesOf, did } from '../../test/a-badge.ts'
import { ed25519Multikey } from '../did/did.ts'
import { utf8 } from '../bytes/text.ts'
import { publicKeyOf } from '../issue/issue.ts'
import type { JsonValue } from '../json/value.ts'
import { bundleTextMax, jsonBytesMax } from '../limits.ts'
import { defaultPolicy, needing, verifyBadge } from '../verify/verify.ts'
import { buildBundle, type BundleEntry, type BundleFile } from './build/build.ts'
import { openBundle } from './bundle.ts'

const key = Uint8Array.from({ length: 32 }, (_, place) => place + 1)
const url = 'https://registry.example/issuers.json'
const fetchedAt = at - 3_600_000

const aRegistry = (
  content: JsonValue | Uint8Array,
  parts: Partial<BundleEntry> = {},
): BundleEntry => ({
  ...{ url, kind: 'registry', fetchedAt, source: 'fetched', httpStatus: 200 },
  bytes: content instanceof Uint8Array ? content : utf8(JSON.stringify(content)),
  ...parts,
})

function opened(entries: readonly BundleEntry[], issuers: BundleFile['issuers'] = []) {
  const file = { name: 'March', createdAt: at, entries, keys: [], issuers }
  const bytes = buildBundle(file, key)
  const pinnedKey = ed25519Multikey(publicKeyOf(key))
  const result = openBundle(bytes, { pinnedKey, newestSeen: null })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value.bundle
}

const known = async (bundle: ReturnType<typeof opened>) => {
  const policy = needing(defaultPolicy, 'issuer.known')
  const badge = bytesOf(await aBadge({ status: [] }))
  const report = await verifyBadge(badge, { at, bundle, policy })
  return [report.overall, report.checks.find(({ id }) => id === 'issuer.known')] as const
}

test('the issuers of a registry are known, with the registry and its age as the evidence', async () => {
  const bundle = opened([
    aRegistry({
      meta: { created: '2025-01-01T00:00:00Z', updated: '2026-02-01T00:00:00Z' },
      registry: { [did]: { name: 'Río Verde', location: 'NM', url: 'https://district.example' } },
    }),
  ])
  expect(bundle.registries).toEqual([
    { url, issuers: 1, refusal: null, updatedAt: Date.parse('2026-02-01T00:00:00Z') },
  ])
  const [overall, check] = await known(bundle)
  expect(overall).toBe('verified')
  expect(check).toMatchObject({
    facts: { name: 'Río Verde', source: `registry ${url}` },
    evidence: { url, fetchedAt, ageMs: 3_600_000 },
  })
})

test('a registry may name more issuers than a badge may hold values', () => {
  const ids = Array.from({ length: 7_000 }, (_, at) => `did:web:school-${at}.example`)
  const entries = ids.map(id => [id, { name: 'A school', location: 'NM' }])
  const bundle = opened([aRegistry({ registry: Object.fromEntries(entries), meta: {} })])
  expect(bundle.registries?.map(({ issuers, refusal }) => [issuers, refusal])).toEqual([
    [ids.length, null],
  ])
})

test('a plain list of issuers is a registry too, under its own name', () => {
  const bundle = opened([
    aRegistry({ name: 'State list', issuers: [{ id: did }, { name: 'none' }] }),
  ])
  expect(bundle.issuers).toEqual([{ id: did, fetchedAt, source: 'registry State list', url }])
  // What names no issuer is left out, and that is told.
  expect(bundle.registries?.[0]?.refusal).toEqual({
    code: 'MALFORMED_VALUE_ERROR',
    facts: { leftOut: 1 },
  })
})

test('the bundle’s own word of an issuer comes before a registry’s', () => {
  const own = { id: did, name: 'Ours', fetchedAt: at, source: 'district record' }
  const bundle = opened([aRegistry({ registry: { [did]: { name: 'Theirs' } } })], [own])
  expect(bundle.issuers).toEqual([own])
})

test.each<[string, BundleEntry, string]>([
  ['an error page', aRegistry(utf8('<html>')), 'PARSING_ERROR'],
  ['what is not there', aRegistry({ issuers: [] }, { httpStatus: 404 }), 'NOT_RETRIEVED'],
  ['bytes that are no text', aRegistry(Uint8Array.of(0xff, 0xfe)), 'PARSING_ERROR'],
  ['another document', aRegistry({ hello: 'world' }), 'MALFORMED_VALUE_ERROR'],
  ['a list of nothing', aRegistry([1, 2]), 'MALFORMED_VALUE_ERROR'],
  ['a key twice', aRegistry(utf8('{"issuers":[],"issuers":[]}')), 'DUPLICATE_KEY'],
  ['a prototype', aRegistry(utf8('{"registry":{"__proto__":{"name":"x"}}}')), 'PROTOTYPE_KEY'],
  ['too much', aRegistry({ issuers: ['x'.repeat(jsonBytesMax)] }), 'TOO_LARGE'],
  [
    'an endless name',
    aRegistry({ issuers: [{ id: 'x'.repeat(bundleTextMax + 1) }] }),
    'MALFORMED_VALUE_ERROR',
  ],
])('%s as a registry is told, adds nothing, and brings nothing down', async (_, entry, code) => {
  const bundle = opened([entry])
  expect(bundle.registries?.map(({ refusal, issuers }) => [refusal?.code, issuers])).toEqual([
    [code, 0],
  ])
  const [overall, check] = await known(bundle)
  expect(overall).toBe('indeterminate')
  expect(check?.facts?.['unread']).toEqual([url])
})

test('a document that is kept as anything else names nobody', () => {
  const bundle = opened([aRegistry({ issuers: [{ id: did }] }, { kind: 'document' })])
  expect([bundle.issuers, bundle.registries]).toEqual([[], undefined])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aBadge,
  aStatusList,
  at,
  bytesOf,
  created,
  did,
  listUrl,
  secretKey,
} from '../../test/a-badge.ts'
import { utf8 } from '../bytes/text.ts'
import { didKey, ed25519Multikey } from '../did/did.ts'
import { publicKeyOf } from '../issue/issue.ts'
import { verifyBadge } from '../verify/verify.ts'
import { buildBundle, type BundleFile } from './build/build.ts'
import { openBundle } from './bundle.ts'

const districtKey = Uint8Array.from({ length: 32 }, (_, at) => at + 1)
const pinnedKey = ed25519Multikey(publicKeyOf(districtKey))
const otherKey = Uint8Array.from({ length: 32 }, (_, at) => 200 - at)

const entry = (
  url: string,
  bytes: Uint8Array,
  parts: Partial<BundleFile['entries'][number]> = {},
) => ({
  url,
  kind: 'document' as const,
  bytes,
  fetchedAt: at - 3_600_000,
  source: 'district record',
  httpStatus: 200,
  ...parts,
})

const file: BundleFile = {
  name: 'Río Verde Unified, March',
  createdAt: at,
  entries: [
    entry('https://b.example/2', Uint8Array.of(0xff, 0xfe, 0)),
    entry('https://a.example/1', utf8('\ufeff{"a": "ü"}'), { kind: 'registry', httpStatus: 410 }),
  ],
  keys: [],
  issuers: [{ id: did, name: 'Río Verde', fetchedAt: at, source: 'district record' }],
}

const open = (bytes: Uint8Array) => openBundle(bytes, { pinnedKey, newestSeen: null })
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

test('what is built opens as it was, bytes and all', () => {
  const opened = open(buildBundle(file, districtKey))
  if (!opened.ok) throw new Error(opened.refusal.code)
  const { bundle, createdAt, publicKey } = opened.value
  expect(bundle.name).toBe(file.name)
  expect(bundle.issuers).toEqual(file.issuers)
  expect(bundle.documents.size).toBe(2)
  for (const { url, kind, bytes, fetchedAt, source, httpStatus } of file.entries)
    expect(bundle.documents.get(url)).toEqual({
      content: bytes,
      kind,
      fetchedAt,
      source,
      ...(httpStatus === 200 ? {} : { httpStatus }),
    })
  expect([createdAt, publicKey]).toEqual([at, pinnedKey])
})

test('the same knowledge in any order gives the same bytes', () => {
  const one = buildBundle(file, districtKey)
  const other = buildBundle({ ...file, entries: file.entries.toReversed() }, districtKey)
  expect(textOf(other)).toBe(textOf(one))
  const text = textOf(one)
  expect(text.indexOf('https://a.example/1')).toBeLessThan(text.indexOf('https://b.example/2'))
})

test('any documents survive', () => {
  const entries = fc.uniqueArray(
    fc.record({
      url: fc.webUrl(),
      bytes: fc.oneof(fc.uint8Array(), fc.string({ unit: 'grapheme' }).map(utf8)),
    }),
    { selector: item => item.url, maxLength: 8 },
  )
  fc.assert(
    fc.property(entries, items => {
      const built = buildBundle(
        { ...file, entries: items.map(({ url, bytes }) => entry(url, bytes)) },
        districtKey,
      )
      const opened = open(built)
      if (!opened.ok) throw new Error(opened.refusal.code)
      for (const { url, bytes } of items)
        expect(opened.value.bundle.documents.get(url)?.content).toEqual(bytes)
    }),
    { numRuns: 30, seed: 1 },
  )
})

test('no changed byte opens', () => {
  const bytes = buildBundle(file, districtKey)
  for (let place = 0; place < bytes.length; place += 1) {
    const changed = bytes.slice()
    changed[place] = (changed[place] ?? 0) ^ 1
    expect(open(changed).ok).toBe(false)
  }
  for (const tail of ['\n', ' ', 'x']) expect(open(utf8(textOf(bytes) + tail)).ok).toBe(false)
})

test('a bundle by another key is refused with its fingerprint, and opens once a person accepts that', () => {
  const bytes = buildBundle(file, otherKey)
  const refused = open(bytes)
  if (refused.ok || refused.refusal.code !== 'BUNDLE_OTHER_KEY') throw new Error('opened')
  const { fingerprint, name, createdAt } = refused.refusal
  expect([name, createdAt]).toEqual([file.name, at])
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/)
  const typed = fingerprint.toUpperCase().replace(/(.{4})/g, '$1 ')
  const accepting = { pinnedKey: null, newestSeen: null, acceptedFingerprint: typed }
  expect(openBundle(bytes, accepting).ok).toBe(true)
  // Accepting one key accepts no other.
  expect(openBundle(buildBundle(file, districtKey), accepting)).toMatchObject({
    refusal: { code: 'BUNDLE_OTHER_KEY' },
  })
  expect(openBundle(bytes, { pinnedKey: null, newestSeen: null }).ok).toBe(false)
  expect(openBundle(bytes, { ...accepting, acceptedFingerprint: '' }).ok).toBe(false)
})

test('an older bundle never replaces a newer', () => {
  const bytes = buildBundle(file, districtKey)
  expect(openBundle(bytes, { pinnedKey, newestSeen: at }).ok).toBe(true)
  expect(openBundle(bytes, { pinnedKey, newestSeen: at + 1 })).toEqual({
    ok: false,
    refusal: { code: 'BUNDLE_OLDER', createdAt: at, newestSeen: at + 1 },
  })
})

test('an entry that is not what its digest says is refused by its address, even when well signed', async () => {
  const { ed25519 } = await import('@noble/curves/ed25519.js')
  const { base58btc } = await import('../bytes/multibase.ts')
  const { bundleBytes, bundleJson, signedBytes } = await import('./bundle-json.ts')
  const honest = bundleJson(file, pinnedKey)
  const forged = JSON.parse(JSON.stringify(honest).replace('ü', 'u'))
  const signature = base58btc(ed25519.sign(signedBytes(forged) ?? utf8(''), districtKey))
  expect(open(bundleBytes(forged, signature) ?? utf8(''))).toMatchObject({
    refusal: { code: 'BUNDLE_ENTRY_DIFFERS', url: 'https://a.example/1' },
  })
})

test('what is no bundle, or not in its one form, is refused with the place', () => {
  const good = textOf(buildBundle(file, districtKey))
  const codeOf = (text: string) => {
    const opened = open(utf8(text))
    return opened.ok ? 'opened' : opened.refusal
  }
  expect(codeOf('')).toMatchObject({ code: 'BUNDLE_NOT_READ' })
  expect(codeOf('[]')).toMatchObject({ code: 'BUNDLE_NOT_READ', about: '' })
  expect(codeOf('['.repeat(100_000))).toMatchObject({ code: 'BUNDLE_NOT_READ' })
  expect(codeOf('{"a":'.repeat(100_000))).toMatchObject({ code: 'BUNDLE_NOT_READ' })
  expect(codeOf(good.replace('"version":1', '"version":2'))).toMatchObject({
    code: 'BUNDLE_VERSION',
  })
  expect(codeOf(good.replace('"name":"Río Verde Unified', '"nome":"'))).toMatchObject({
    about: '/name',
  })
  expect(codeOf(good.replace('"httpStatus":410', '"httpStatus":"410"'))).toMatchObject({
    about: '/entries/0/httpStatus',
  })
  expect(codeOf(good.replace('"keys":[]', '"keys":[],"__proto__":{}'))).toMatchObject({
    code: 'BUNDLE_NOT_READ',
  })
  expect(codeOf(JSON.stringify(JSON.parse(good), null, 1))).toMatchObject({
    code: 'BUNDLE_NOT_READ',
    reason: 'not in canonical form',
  })
  expect(codeOf(good.replace('2026-03-03T10:00:00.000Z', '2026-03-03'))).toMatchObject({
    code: 'BUNDLE_NOT_READ',
  })
})

test('an address twice, a key without an owner and too long a text are not built', () => {
  const [first] = file.entries
  if (first === undefined) throw new Error('no entry')
  expect(() => buildBundle({ ...file, entries: [first, first] }, districtKey)).toThrow(
    expect.objectContaining({ code: 'MALFORMED_VALUE_ERROR' }),
  )
  const key = { method: { id: 'did:web:a.example#1' }, fetchedAt: at, source: 'x' }
  expect(() => buildBundle({ ...file, keys: [key] }, districtKey)).toThrow(
    expect.objectContaining({ code: 'MALFORMED_VALUE_ERROR' }),
  )
  expect(() => buildBundle({ ...file, name: 'x'.repeat(3000) }, districtKey)).toThrow(
    expect.objectContaining({ code: 'TOO_LARGE' }),
  )
})

test('a bundle is enough: a badge with a status is verified by it, offline', async () => {
  const built = buildBundle(
    { ...file, entries: [entry(listUrl, bytesOf(await aStatusList()), { kind: 'status-list' })] },
    districtKey,
  )
  const opened = open(built)
  if (!opened.ok) throw new Error(opened.refusal.code)
  const report = await verifyBadge(bytesOf(await aBadge()), { at, bundle: opened.value.bundle })
  expect(report).toMatchObject({ overall: 'verified', bundle: file.name })
})

test('a key its owner names no more is found in the bundle, as one that is out of use', async () => {
  const owner = 'did:web:district.example'
  const { achievementCredential, issueBadge } = await import('../issue/issue.ts')
  const signed = await issueBadge({
    credential: achievementCredential({
      id: 'urn:uuid:2d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f01',
      name: 'Old',
      issuer: { id: owner, name: 'District' },
      validFrom: created,
      recipient: { id: didKey(publicKeyOf(otherKey)) },
      achievement: {
        ...{ id: 'urn:uuid:3d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f01', name: 'Old' },
        ...{ description: 'Old', criteria: { narrative: 'Old' } },
      },
    }),
    secretKey,
    verificationMethod: `${owner}#2025`,
    created,
  })
  const documentUrl = 'https://district.example/.well-known/did.json'
  const document = { '@context': ['https://www.w3.org/ns/did/v1'], id: owner, assertionMethod: [] }
  const key = (until?: number) => ({
    method: {
      id: `${owner}#2025`,
      controller: owner,
      type: 'Multikey',
      publicKeyMultibase: ed25519Multikey(publicKeyOf(secretKey)),
    },
    from: created - 1,
    ...(until === undefined ? {} : { until }),
    ...{ fetchedAt: created, source: 'district record' },
  })
  const overall = async (keys: BundleFile['keys'], hasDocument: boolean) => {
    const entries = hasDocument ? [entry(documentUrl, bytesOf(document))] : []
    const opened = open(buildBundle({ ...file, entries, keys }, districtKey))
    if (!opened.ok) throw new Error(opened.refusal.code)
    const report = await verifyBadge(bytesOf(signed), { at, bundle: opened.value.bundle })
    const current = report.checks.find(check => check.id === 'proof.keyCurrent')
    return [report.overall, current?.outcome, current?.code]
  }
  expect((await overall([], true))[0]).toBe('not-verified')
  expect(await overall([key()], false)).toEqual(['verified', 'pass', undefined])
  // Retired, or dropped by its owner: that it was signed before is the signer's word.
  const retired = ['indeterminate', 'unknown', 'KEY_EXPIRED']
  expect(await overall([key()], true)).toEqual(retired)
  for (const hasDocument of [true, false])
    expect(await overall([key(at - 1)], hasDocument)).toEqual(retired)
})

test('no bytes and no JSON bring the reader down', () => {
  const good = JSON.parse(textOf(buildBundle(file, districtKey)))
  const json = fc.jsonValue({ maxDepth: 3 })
  /** A good bundle with one member, or one member of an entry or issuer, turned into anything. */
  const changed = fc.tuple(fc.constantFrom(...Object.keys(good)), json).map(([name, value]) => ({
    ...good,
    [name]: value,
  }))
  const inner = fc
    .tuple(fc.constantFrom('entries', 'issuers', 'keys'), fc.string(), json)
    .map(([list, name, value]) => ({ ...good, [list]: [{ ...good[list][0], [name]: value }] }))
  const anything = fc.oneof(
    fc.uint8Array(),
    fc.oneof(json, changed, inner).map(value => utf8(JSON.stringify(value))),
  )
  fc.assert(
    fc.property(anything, bytes => {
      const opened = open(bytes)
      expect(opened.ok).toBe(textOf(bytes) === textOf(buildBundle(file, districtKey)))
    }),
    { numRuns: 300, seed: 1 },
  )
})

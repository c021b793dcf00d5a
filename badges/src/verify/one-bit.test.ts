import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anUnsignedBadge, at, bundleOf } from '../../test/a-badge.ts'
import {
  aJwt,
  algs,
  claimsOf,
  didKeyOf,
  everyAlg,
  everySuite,
  jwkOf,
  suiteNames,
  withProof,
} from '../../test/signed.ts'
import { hasVectors, vectorAt, vectorBundle, vectorBytes, vectors } from '../../test/vectors.ts'
import { base64url } from '../bytes/base64url.ts'
import { utf8 } from '../bytes/text.ts'
import { isList, type JsonObject } from '../json/value.ts'
import { defaultPolicy, verifyBadge, type TrustBundle } from './verify.ts'

const ed2020 = 'https://w3id.org/security/suites/ed25519-2020/v1'

/** The default policy, with every algorithm. */
const policy = { ...defaultPolicy, algs: everyAlg }

/** A small badge of an issuer, without a list to look it up in. */
function unsigned(issuer: string): JsonObject {
  const badge = anUnsignedBadge({
    issuer: { id: issuer, name: 'Río Verde' },
    status: [],
    results: [],
    evidence: [],
  })
  const contexts = badge['@context']
  return { ...badge, '@context': [...(isList(contexts) ? contexts : []), ed2020] }
}

/** Changes each of some bits of a badge as it travels, and says which changes went unnoticed. */
async function unnoticed(bytes: Uint8Array, at: number, bundle: TrustBundle, runs: number) {
  expect((await verifyBadge(bytes, { at, bundle, policy })).overall).toBe('verified')
  const held: string[] = []
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async bit => {
      const changed = bytes.slice()
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const report = await verifyBadge(changed, { at, bundle, policy })
      if (report.overall === 'verified') held.push(`bit ${bit}`)
    }),
    { numRuns: runs, seed: 20_260_302 },
  )
  return held
}

describe('one bit changed anywhere in a signed badge, and it is not verified any more', () => {
  test.each(everySuite)('%s', async name => {
    const { did, method } = didKeyOf(suiteNames[name][0])
    const badge = await withProof(unsigned(did), name, method)
    expect(await unnoticed(utf8(JSON.stringify(badge)), at, bundleOf({}), 100)).toEqual([])
  })

  test.each(everyAlg)('JWT %s, in both shapes', async alg => {
    const did = `did:jwk:${base64url(utf8(JSON.stringify(jwkOf(algs[alg]))))}`
    const credential = unsigned(did)
    const claims = claimsOf(credential)
    const plain = aJwt(alg, { kid: `${did}#0` }, { ...credential, ...claims })
    const wrapped = aJwt(alg, { kid: `${did}#0` }, { ...claims, vc: credential })
    for (const jwt of [plain, wrapped])
      expect(await unnoticed(utf8(jwt), at, bundleOf({}), 100)).toEqual([])
  })

  test.skipIf(!hasVectors())('ecdsa-sd-2023, derived', async () => {
    const all = vectors()
    const vector = all.find(({ file }) => file === 'ob3/1edtech-ecdsa-sd-derived.json')
    if (vector === undefined) throw new Error('no vector')
    const bytes = utf8(
      JSON.stringify(JSON.parse(new TextDecoder().decode(vectorBytes(vector.file)))),
    )
    const bundle = vectorBundle(vector, all)
    expect(await unnoticed(bytes, vectorAt(vector), bundle, 100)).toEqual([])
  })
}, 120_000)

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../src/json/value.ts'
import { emptyBundle, verifyBadge } from '../src/verify/verify.ts'
import { anUnsignedBadge, at, bytesOf } from './a-badge.ts'
import { anyCredential } from './any-credential.ts'
import { changes } from './changes.ts'
import { othersDisclosure, othersIssuer, othersVerdict, type OthersSuite } from './others.ts'
import { didKeyOf, withProof } from './signed.ts'

const seed = 20_260_302
/** A did:key of the same kind as the signer's, and another one. */
const stranger = 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH'
const change = fc.oneof(fc.constant('nothing'), fc.constantFrom(...Object.keys(changes)))
const ours = (document: JsonObject) => verifyBadge(bytesOf(document), { at, bundle: emptyBundle })

/**
 * Changes a signed credential and compares the verdicts.
 *
 * @returns whether both verified it.
 */
async function compared(signed: JsonObject, change: string, suite: OthersSuite): Promise<boolean> {
  const { make, why } = changes[change] ?? { make: whole => whole }
  const changed = make(signed)
  const theirs = await othersVerdict(changed, suite)
  const isVerified = (await ours(changed)).overall === 'verified'
  if (theirs && why !== undefined) expect(isVerified, why).toBe(false)
  else expect(isVerified, JSON.stringify(changed)).toBe(theirs)
  return isVerified && theirs
}

describe('the same verdict as @digitalbazaar/vc, or a difference with its reason', () => {
  test('eddsa-rdfc-2022, signed by Node', async () => {
    const { did, method } = didKeyOf('ed25519')
    let good = 0
    await fc.assert(
      fc.asyncProperty(anyCredential(did), change, async (credential, name) => {
        const signed = await withProof(credential, 'eddsa-rdfc-2022', method)
        if (await compared(signed, name, 'eddsa-rdfc-2022')) good += 1
      }),
      { seed, numRuns: 60 },
    )
    expect(good).toBeGreaterThan(5)
  }, 120_000)

  // The signature holds in all of these, so that nothing but the one rule can tell.
  const { did, method } = didKeyOf('ed25519')
  test.each([
    ['by somebody other than the issuer', stranger, {}],
    ['for another purpose', did, { proofPurpose: 'authentication' }],
    ['by a key that is not there', did, { verificationMethod: `${did}#z6Mk` }],
  ])(
    'signed well, and %s',
    async (_, issuer, options: JsonObject) => {
      await fc.assert(
        fc.asyncProperty(anyCredential(issuer), async credential => {
          const signed = await withProof(credential, 'eddsa-rdfc-2022', method, options)
          expect(await compared(signed, 'nothing', 'eddsa-rdfc-2022')).toBe(false)
        }),
        { seed, numRuns: 15 },
      )
    },
    120_000,
  )

  test.each(['P-256', 'P-384'] as const)(
    'ecdsa-rdfc-2019 with %s, signed by them',
    async curve => {
      const issuer = await othersIssuer(curve)
      let good = 0
      await fc.assert(
        fc.asyncProperty(anyCredential(issuer.did), change, async (credential, name) => {
          const { validFrom, issuanceDate, validUntil, expirationDate = validUntil } = credential
          const isLate = Date.parse(String(expirationDate ?? '9999-01-01')) < at
          const isEarly = Date.parse(String(validFrom ?? issuanceDate)) > at
          // They sign nothing that is not valid now.
          fc.pre(!isLate && !isEarly)
          if (await compared(await issuer.issue(credential), name, 'ecdsa-rdfc-2019')) good += 1
        }),
        { seed, numRuns: 30 },
      )
      expect(good).toBeGreaterThan(3)
    },
    120_000,
  )

  test('ecdsa-sd-2023, signed and disclosed by them', async () => {
    const issuer = await othersIssuer('P-256')
    const always = [
      '/issuer',
      '/validFrom',
      '/credentialSubject/type',
      '/credentialSubject/achievement',
    ]
    const more = ['/name', '/credentialSubject/identifier', '/evidence', '/id', '/awardedDate']
    const credential = anUnsignedBadge({
      issuer: { id: issuer.did, name: 'R' },
      status: [],
      results: [],
    })
    const base = await issuer.issueForDisclosure(credential, always)
    expect((await ours(base)).overall).toBe('not-verified')
    let good = 0
    await fc.assert(
      fc.asyncProperty(fc.subarray(more, { minLength: 1 }), change, async (pointers, name) => {
        const disclosed = await othersDisclosure(base, pointers)
        if (await compared(disclosed, name, 'ecdsa-sd-2023')) good += 1
      }),
      { seed, numRuns: 25 },
    )
    expect(good).toBeGreaterThan(3)
  }, 120_000)
})

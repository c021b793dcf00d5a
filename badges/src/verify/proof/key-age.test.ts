import { expect, test } from 'vitest'
import { aBadge, anUnsignedBadge, at, bundleOf, bytesOf } from '../../../test/a-badge.ts'
import {
  aJws,
  aSignedAssertion,
  judgeOlder,
  signedDocuments,
  troubles,
} from '../../../test/an-older-badge.ts'
import { aJwt, claimsOf, jwkOf, multikey, withProof } from '../../../test/signed.ts'
import { utf8 } from '../../bytes/text.ts'
import { defaultPolicy, four, verifyBadge } from '../verify.ts'

const hour = 3_600_000
const within = (keyAgeMsMax: number) => ({ ...defaultPolicy, keyAgeMsMax })

test('a document that is older than the policy allows says nothing certain of its key', async () => {
  const web = 'did:web:district.example'
  const badge = await withProof(
    anUnsignedBadge({ issuer: { id: web, name: 'District' }, status: [] }),
    'eddsa-rdfc-2022',
    `${web}#k`,
  )
  const key = {
    id: '#k',
    type: 'Multikey',
    controller: web,
    publicKeyMultibase: multikey('ed25519'),
  }
  const document = { id: web, verificationMethod: [key], assertionMethod: ['#k'] }
  // It was fetched an hour before.
  const bundle = bundleOf({ 'https://district.example/.well-known/did.json': document })
  const judge = (keyAgeMsMax: number) =>
    verifyBadge(bytesOf(badge), { at, bundle, policy: within(keyAgeMsMax) })
  expect((await judge(hour)).overall).toBe('verified')
  const old = await judge(hour - 1)
  expect(old.overall).toBe('indeterminate')
  expect(four(old).signature).toMatchObject({
    outcome: 'unknown',
    code: 'KEY_STALE',
    facts: { ageMs: hour, ageMsMax: hour - 1 },
  })
  const revoked = { ...document, verificationMethod: [{ ...key, revoked: '2026-01-01T00:00:00Z' }] }
  const gone = await verifyBadge(bytesOf(badge), {
    at,
    bundle: bundleOf({ 'https://district.example/.well-known/did.json': revoked }),
    policy: within(1),
  })
  // Bad news does not age.
  expect(gone.overall).toBe('not-verified')
})

test('nor does one that vouches for a key found elsewhere, or a profile of 2.0', async () => {
  const issuer = 'https://district.example/issuer'
  const keysUrl = 'https://keys.example/1'
  const credential = anUnsignedBadge({ issuer: { id: issuer, name: 'District' }, status: [] })
  const jwt = utf8(aJwt('ES256', { kid: keysUrl }, { ...credential, ...claimsOf(credential) }))
  const method = { id: '#k', type: 'JsonWebKey', controller: issuer, publicKeyJwk: jwkOf('p256') }
  const bundle = bundleOf({
    [keysUrl]: jwkOf('p256'),
    [issuer]: { id: issuer, assertionMethod: [method] },
  })
  const judge = (keyAgeMsMax: number) =>
    verifyBadge(jwt, { at, bundle, policy: within(keyAgeMsMax) })
  expect((await judge(hour)).overall).toBe('verified')
  expect((await judge(hour - 1)).overall).toBe('indeterminate')

  const older = (keyAgeMsMax: number) =>
    judgeOlder(aJws(aSignedAssertion()), signedDocuments, within(keyAgeMsMax))
  expect((await older(24 * hour)).overall).toBe('verified')
  const old = await older(hour)
  expect(old.overall).toBe('indeterminate')
  expect(troubles(old)).toContain('unknown proof.keyCurrent KEY_STALE')
})

test('a key that is its own name does not age', async () => {
  const badge = bytesOf(await aBadge({ status: [] }))
  const report = await verifyBadge(badge, { at, bundle: bundleOf({}), policy: within(0) })
  expect(report.overall).toBe('verified')
})

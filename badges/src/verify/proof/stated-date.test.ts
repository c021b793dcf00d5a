import { expect, test } from 'vitest'
import { anUnsignedBadge, at, bundleOf, bytesOf } from '../../../test/a-badge.ts'
import { aJwt, claimsOf, jwkOf, multikey, withProof } from '../../../test/signed.ts'
import { utf8 } from '../../bytes/text.ts'
import type { JsonObject, JsonValue } from '../../json/value.ts'
import { verifyBadge } from '../verify.ts'

const web = 'did:web:district.example'
const webUrl = 'https://district.example/.well-known/did.json'
const badge = await withProof(
  anUnsignedBadge({ issuer: { id: web, name: 'District' }, status: [] }),
  'eddsa-rdfc-2022',
  `${web}#k`,
)

/** Judges a good badge whose key has these words in its owner's document. */
async function judge(words: JsonObject) {
  const key = {
    id: '#k',
    type: 'Multikey',
    controller: web,
    publicKeyMultibase: multikey('ed25519'),
  }
  const document = {
    id: web,
    verificationMethod: [{ ...key, ...words }],
    assertionMethod: ['#k'],
  }
  const report = await verifyBadge(bytesOf(badge), { at, bundle: bundleOf({ [webUrl]: document }) })
  return [report.overall, report.checks.find(({ id }) => id === 'proof.keyCurrent')?.code]
}

const day = '2026-01-01T00:00:00Z'
const stated: readonly [string, JsonValue][] = [
  ['a date that has passed', day],
  ['a text that is no date', 'yes'],
  ['an empty text', ''],
  ['seconds', 1_767_225_600],
  ['true', true],
  ['zero', 0],
  ['a list', [day]],
  ['an empty list', []],
  ['a typed value', { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@value': day }],
  ['an empty object', {}],
]

test.each(stated)('a key is revoked by %s, whatever form that has', async (_, revoked) => {
  expect(await judge({ revoked })).toEqual(['not-verified', 'KEY_REVOKED'])
})

test.each(stated)('a key has ended by %s', async (_, expires) => {
  expect(await judge({ expires })).toEqual(['not-verified', 'KEY_EXPIRED'])
})

test('null, false and a date to come end nothing', async () => {
  for (const value of [null, false, '2040-01-01T00:00:00Z'])
    expect(await judge({ revoked: value, expires: value })).toEqual(['verified', undefined])
})

test.each<[string, JsonObject, string]>([
  ['its end', { exp: 1_767_225_600 }, 'not-verified'],
  ['an end that is no number', { exp: day }, 'not-verified'],
  [
    'its revocation',
    { revoked: { revoked_at: 1_767_225_600, reason: 'compromised' } },
    'not-verified',
  ],
  ['an end to come', { exp: 2_200_000_000 }, 'verified'],
  ['neither', {}, 'verified'],
])('a key in a key set says %s', async (_, words, overall) => {
  const issuer = 'https://district.example/issuer'
  const keysUrl = 'https://district.example/keys'
  const credential = anUnsignedBadge({ issuer: { id: issuer, name: 'District' }, status: [] })
  const jwt = aJwt('ES256', { kid: keysUrl }, { ...credential, ...claimsOf(credential) })
  const bundle = bundleOf({ [keysUrl]: { keys: [{ ...jwkOf('p256'), ...words }] } })
  expect((await verifyBadge(utf8(jwt), { at, bundle })).overall).toBe(overall)
})

import { expect, test } from 'vitest'
import { anUnsignedBadge, aPng, at, bundleOf } from '../../test/a-badge.ts'
import { aJwt, claimsOf, didKeyOf, withProof } from '../../test/signed.ts'
import { bake } from '../bake/bake.ts'
import { utf8 } from '../bytes/text.ts'
import type { JsonObject, JsonValue } from '../json/value.ts'
import { verifyBadge } from '../verify/verify.ts'

const { did, method } = didKeyOf('ed25519')
const badge = anUnsignedBadge({ issuer: { id: did, name: 'District' }, status: [] })
const token = aJwt('EdDSA', { kid: method, typ: 'vc+jwt' }, { ...badge, ...claimsOf(badge) })
const envelope = (id: string, more: JsonObject = {}): JsonObject => ({
  '@context': 'https://www.w3.org/ns/credentials/v2',
  type: 'EnvelopedVerifiableCredential',
  id,
  ...more,
})
const judge = (input: JsonValue) =>
  verifyBadge(utf8(JSON.stringify(input)), { at, bundle: bundleOf({}) })

test('a badge in an envelope is the token in it, alone, in a picture and in a record', async () => {
  const good = envelope(`data:application/vc+jwt,${token}`)
  const report = await judge(good)
  expect(report).toMatchObject({ overall: 'verified', detected: { kind: 'badge', form: 'jws' } })
  const picture = bake(aPng(), JSON.stringify(good))
  const pictured = await verifyBadge(picture, { at, bundle: bundleOf({}) })
  expect(pictured).toMatchObject({ overall: 'verified', detected: { form: 'png' } })
  const record = await withProof(
    {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: 'urn:uuid:3c7d2a1f-7f0f-4a53-9f0c-0a4f3f5f9f03',
      type: ['VerifiableCredential', 'ClrCredential'],
      issuer: { id: did, type: ['Profile'], name: 'District' },
      validFrom: '2026-03-02T10:00:00Z',
      name: 'Record',
      credentialSubject: {
        type: ['ClrSubject'],
        id: 'did:example:maria',
        verifiableCredential: [good],
      },
    },
    'eddsa-jcs-2022',
    method,
  )
  const whole = await judge(record)
  expect([whole.overall, ...whole.parts.map(part => part.overall)]).toEqual([
    'verified',
    'verified',
  ])
})

test('what stands beside the token in its envelope is nobody’s word, and is not shown', async () => {
  const more = { name: 'Somebody else’s', issuer: 'did:example:famous', proof: {} }
  const report = await judge(envelope(`data:application/vc+jwt,${token}`, more))
  expect(report.overall).toBe('verified')
  expect(report.subject).toMatchObject({ name: 'Questions that open thinking', issuerId: did })
})

test('an envelope of another kind is unknown, and one that holds no token is none', async () => {
  const sealed = await judge(envelope('data:application/vc+cose;base64,2dJA'))
  expect(sealed).toMatchObject({
    overall: 'indeterminate',
    detected: { reason: { code: 'NOT_CHECKED_BY_THIS_VERSION' } },
  })
  const withheld = await judge(envelope(`data:application/vc+sd-jwt,${token}~WyJ4Il0~`))
  expect(withheld.overall).toBe('indeterminate')
  const nested = JSON.stringify(envelope(`data:application/vc+jwt,${token}`))
  for (const inside of [nested, 'https://evil.example/a.b.c', '', 'a.b', '<svg/>'])
    expect((await judge(envelope(`data:application/vc+jwt,${inside}`))).overall).toBe(
      'not-verified',
    )
  for (const id of ['urn:x', 'data:', token])
    expect((await judge(envelope(id))).overall).toBe('not-verified')
})

import { expect, test } from 'vitest'
import {
  anUnsignedBadge,
  at,
  bundleOf,
  bytesOf,
  secretKey,
  verificationMethod,
} from '../../../test/a-badge.ts'
import { aJwt, claimsOf, didKeyOf, withProof } from '../../../test/signed.ts'
import { utf8 } from '../../bytes/text.ts'
import { addProof } from '../../issue/add-proof.ts'
import { defaultPolicy, four, verifyBadge } from '../verify.ts'

const { toleranceMs } = defaultPolicy
const judge = (bytes: Uint8Array) => verifyBadge(bytes, { at, bundle: bundleOf({}) })

test('a proof of a time that is still to come leaves it open when it was signed', async () => {
  const made = (created: number) =>
    addProof(anUnsignedBadge({ status: [] }), { secretKey, verificationMethod, created })
  const soon = await judge(bytesOf(await made(at + toleranceMs)))
  expect(soon.overall).toBe('verified')
  const late = await judge(bytesOf(await made(at + 5 * 365 * 86_400_000)))
  expect(late.overall).toBe('indeterminate')
  // The arithmetic is not in doubt; the date is.
  const { signature, dates } = four(late)
  expect(signature.outcome).toBe('pass')
  expect(dates).toMatchObject({
    outcome: 'unknown',
    code: 'PROOF_FROM_FUTURE',
    facts: { created: '2031-03-02T10:00:00.000Z' },
  })
})

test('the same goes for the time in a token', async () => {
  const { did: issuer, method } = didKeyOf('p256')
  const credential = anUnsignedBadge({ issuer: { id: issuer, name: 'District' }, status: [] })
  const jwt = (iat: number) =>
    utf8(aJwt('ES256', { kid: method }, { ...credential, ...claimsOf(credential), iat }))
  expect((await judge(jwt(at / 1000))).overall).toBe('verified')
  const late = await judge(jwt(at / 1000 + 86_400))
  expect(late.overall).toBe('indeterminate')
  expect(four(late).dates.code).toBe('PROOF_FROM_FUTURE')
  expect((await judge(jwt(1e300))).overall).toBe('indeterminate')
})

test('a time of signing that is no time is an error, and one without a zone is read as UTC', async () => {
  const { did, method } = didKeyOf('ed25519')
  const unsigned = anUnsignedBadge({ issuer: { id: did, name: 'District' }, status: [] })
  const made = async (created: string) =>
    judge(bytesOf(await withProof(unsigned, 'eddsa-jcs-2022', method, { created })))
  expect((await made('2026-03-02T10:00:00')).overall).toBe('verified')
  expect(four(await made('2031-03-02T10:00:00')).dates.code).toBe('PROOF_FROM_FUTURE')
  for (const created of ['yesterday', '', '2026-02-30T10:00:00Z', '2026-03-02']) {
    const report = await made(created)
    expect(report.overall).toBe('not-verified')
    expect(four(report).dates).toMatchObject({ outcome: 'fail', code: 'MALFORMED_VALUE_ERROR' })
  }
})

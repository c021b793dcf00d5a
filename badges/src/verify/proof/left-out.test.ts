import { expect, test } from 'vitest'
import {
  anUnsignedBadge,
  aStatusList,
  at,
  bundleOf,
  bytesOf,
  did,
  listUrl,
} from '../../../test/a-badge.ts'
import { withDerivedProof } from '../../../test/derived.ts'
import { didKeyOf, withProof } from '../../../test/signed.ts'
import { sentencesOf } from '../../command/sentences.ts'
import type { JsonObject } from '../../json/value.ts'
import { defaultPolicy, four, needing, verifyBadge } from '../verify.ts'

const issuer = didKeyOf('p256')
const whole = anUnsignedBadge({ issuer: { id: issuer.did, name: 'District' } })
const { credentialStatus: _, validUntil: __, ...shown } = whole
const label = (node: number) => new Uint8Array(32).fill(node + 1)
const derived = (document: JsonObject, isFixed: (statement: string) => boolean) =>
  withDerivedProof(document, issuer.method, label, isFixed)
const judge = async (document: JsonObject, policy = defaultPolicy) =>
  verifyBadge(bytesOf(document), {
    at,
    bundle: { ...bundleOf({ [listUrl]: await aStatusList() }), issuers: [keeper] },
    policy,
  })
/** Who keeps the list of revoked badges. */
const keeper = { id: did, fetchedAt: at, source: 'test' }
const isNothing = () => false

test('a status and an end date that its holder may have left out are not known, and not fine', async () => {
  const report = await judge(await derived(shown, isNothing))
  const { signature, dates, status } = four(report)
  expect(signature.outcome).toBe('pass')
  expect(dates).toMatchObject({ outcome: 'unknown', code: 'WITHHELD' })
  expect(status).toMatchObject({ outcome: 'unknown', code: 'WITHHELD' })
  // The standard lets a holder do so: it is told beside the verdict, and an office may insist.
  expect(report.overall).toBe('verified')
  const strict = needing(defaultPolicy, 'validUntil.withheld', 'status.withheld')
  expect((await judge(await derived(shown, isNothing), strict)).overall).toBe('indeterminate')
})

test('the command says so in words', async () => {
  const text = sentencesOf(await judge(await derived(shown, isNothing)))
  expect(text).not.toContain('nobody could have revoked it')
  expect(text).not.toContain('It is valid at this time.')
  expect(text.match(/\[WITHHELD\]/g)).toHaveLength(2)
})

test('a status that is shown may be one of several, unless the issuer lets nobody leave it out', async () => {
  const policy = needing(defaultPolicy, 'status.withheld')
  const chosen = await judge(await derived(whole, isNothing), policy)
  expect(four(chosen).status).toMatchObject({ outcome: 'unknown', code: 'WITHHELD' })
  const isOfStatus = (statement: string) => statement.includes('credentialStatus>')
  const fixed = await judge(await derived(whole, isOfStatus), policy)
  expect(fixed.checks.some(check => check.code === 'WITHHELD')).toBe(false)
})

test('a stranger’s proof over what was left is not what shows that nothing was left out', async () => {
  const held = await derived(shown, isNothing)
  const { proof: own = '', ...bare } = held
  const { proof: strangers = '' } = await withProof(
    bare,
    'eddsa-rdfc-2022',
    didKeyOf('ed25519').method,
  )
  const strict = needing(defaultPolicy, 'validUntil.withheld', 'status.withheld')
  for (const proof of [
    [own, strangers],
    [strangers, own],
  ]) {
    const report = await judge({ ...bare, proof }, strict)
    expect(report.overall).toBe('indeterminate')
    expect(four(report).status).toMatchObject({ outcome: 'unknown', code: 'WITHHELD' })
    expect(four(report).dates).toMatchObject({ outcome: 'unknown', code: 'WITHHELD' })
  }
})

test('where another proof covers the whole, nothing can have been left out', async () => {
  const both = await withProof(
    await derived(shown, isNothing),
    'ecdsa-rdfc-2019 P-256',
    issuer.method,
  )
  for (const proof of [[both['proof'] ?? []].flat(), [both['proof'] ?? []].flat().toReversed()]) {
    const report = await judge({ ...both, proof })
    expect(report.overall).toBe('verified')
    expect(four(report).status).toMatchObject({ outcome: 'pass', code: 'NO_STATUS_DECLARED' })
    expect(four(report).dates.outcome).toBe('pass')
  }
})

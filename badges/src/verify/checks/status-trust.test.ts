import { expect, test } from 'vitest'
import {
  anUnsignedBadge,
  aStatusList,
  at,
  bundleOf,
  bytesOf,
  created,
  did,
  listUrl,
  secretKey,
  verificationMethod,
} from '../../../test/a-badge.ts'
import { didKeyOf, withProof } from '../../../test/signed.ts'
import { didKey, didKeyVerificationMethod } from '../../did/did.ts'
import { addProof } from '../../issue/add-proof.ts'
import { publicKeyOf } from '../../issue/issue.ts'
import type { JsonObject } from '../../json/value.ts'
import { createStatusList, issueStatusList } from '../../status/status-list.ts'
import {
  defaultPolicy,
  four,
  newestListsOf,
  verifyBadge,
  type Report,
  type TrustBundle,
} from '../verify.ts'

const day = 86_400_000
const minute = 60_000
const signing = { secretKey, verificationMethod, created }
const strangersKey = new Uint8Array(32).fill(5)
const stranger = didKey(publicKeyOf(strangersKey))

const badge = (id = 'urn:uuid:6d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f01') =>
  addProof(anUnsignedBadge({ id, status: [{ listUrl, index: 7, purpose: 'revocation' }] }), signing)

/** A list of a stranger's, signed with the stranger's own key. */
const strangersList = async (set: readonly number[], parts: JsonObject = {}) => {
  const { proof: _, ...list } = await aStatusList(set)
  return addProof(
    { ...list, issuer: stranger, ...parts },
    {
      secretKey: strangersKey,
      verificationMethod: didKeyVerificationMethod(stranger),
      created,
    },
  )
}

const judged = (document: JsonObject, bundle: TrustBundle) =>
  verifyBadge(bytesOf(document), { at, bundle })
const told = (report: Report, id: string) => {
  const check = report.checks.find(found => found.id === id)
  return check === undefined ? 'nothing' : `${check.outcome} ${check.code ?? ''}`.trim()
}

test('the silence of a list that anybody may have signed is no answer', async () => {
  const report = await judged(await badge(), bundleOf({ [listUrl]: await strangersList([]) }))
  expect(told(report, 'statusList.proof')).toBe('pass')
  expect(told(report, 'status.revocation')).toBe('unknown LIST_NOT_TIED')
  expect(report.overall).toBe('indeterminate')
  expect(four(report).status).toMatchObject({ outcome: 'unknown', code: 'LIST_NOT_TIED' })
  // Nor does its time push the issuer's own list aside as an older one.
  expect(newestListsOf([report]).size).toBe(0)
})

test('what such a list takes back is taken back all the same', async () => {
  const report = await judged(await badge(), bundleOf({ [listUrl]: await strangersList([7]) }))
  expect(told(report, 'status.revocation')).toBe('fail REVOKED')
  expect(report.overall).toBe('not-verified')
})

test('it is an answer where the bundle knows who signed it, or where the badge itself lives there', async () => {
  const bundle = bundleOf({ [listUrl]: await strangersList([]) })
  const issuers = [{ id: stranger, fetchedAt: created, source: 'district record' }]
  expect((await judged(await badge(), { ...bundle, issuers })).overall).toBe('verified')
  // Being one of thousands that a registry names makes nobody the keeper of another's list.
  const listed = issuers.map(issuer => ({ ...issuer, url: 'https://registry.example/' }))
  const unknown = await judged(await badge(), { ...bundle, issuers: listed })
  expect(told(unknown, 'status.revocation')).toBe('unknown LIST_NOT_TIED')
  const there = await badge('https://district.example/badges/1')
  expect((await judged(there, bundle)).overall).toBe('verified')
  const near = await badge('https://district.example.evil/badges/1')
  expect((await judged(near, bundle)).overall).toBe('indeterminate')
})

test('another list of the same issuer is not the one that the badge names', async () => {
  const other = await aStatusList([], { id: 'https://district.example/status/2' })
  const report = await judged(await badge(), bundleOf({ [listUrl]: other }))
  expect(told(report, 'statusList.issuer')).toBe('pass')
  expect(told(report, 'statusList.id')).toBe('unknown ID_DIFFERS')
  expect(told(report, 'status.revocation')).toBe('unknown LIST_NOT_TIED')
  expect(report.overall).toBe('indeterminate')
})

test('a place that leads on to another site ties nothing; a list may be called by where it led', async () => {
  const led = (list: JsonObject, finalUrl: string): TrustBundle => ({
    ...bundleOf({}),
    documents: new Map([[listUrl, { content: list, fetchedAt: at, source: 'fetched', finalUrl }]]),
  })
  const there = await badge('https://district.example/badges/1')
  const evil = 'https://evil.example/list'
  expect(told(await judged(there, led(await strangersList([]), evil)), 'status.revocation')).toBe(
    'unknown LIST_NOT_TIED',
  )
  const moved = 'https://lists.example/1'
  const own = await aStatusList([], { id: moved })
  expect((await judged(await badge(), led(own, moved))).overall).toBe('verified')
})

test('a list that has run out and one that has not begun say so in words of their own', async () => {
  const listOf = (validFrom: number, validUntil: number) =>
    issueStatusList(
      {
        ...{ id: listUrl, issuer: did, purpose: 'revocation', list: createStatusList() },
        ...{ validFrom, validUntil, ttlMs: minute },
      },
      { ...signing, created: validFrom },
    )
  const cases = [
    [await listOf(created, created + minute), 'unknown LIST_EXPIRED'],
    [await listOf(at + day, at + 2 * day), 'unknown LIST_NOT_YET_VALID'],
  ] as const
  for (const [list, expected] of cases) {
    const report = await judged(await badge(), bundleOf({ [listUrl]: list }))
    expect(told(report, 'status.revocation')).toBe(expected)
    expect(report.overall).toBe('indeterminate')
  }
})

test('a list signed anew while a long batch was under way is judged at the time it was fetched', async () => {
  const fetchedAt = at + 6 * minute
  const list = await issueStatusList(
    {
      ...{ id: listUrl, issuer: did, purpose: 'revocation', list: createStatusList() },
      ...{ validFrom: fetchedAt, validUntil: fetchedAt + day, ttlMs: minute },
    },
    { ...signing, created: fetchedAt },
  )
  const documents = new Map([[listUrl, { content: list, fetchedAt, source: 'fetched' }]])
  const bundle = { ...bundleOf({}), documents }
  const bytes = bytesOf(await badge())
  expect((await verifyBadge(bytes, { at, isNow: true, bundle })).overall).toBe('verified')
  // Whoever asks about a time of their own gets the answer of that time.
  expect((await verifyBadge(bytes, { at, bundle })).overall).toBe('indeterminate')
})

test('how long a list asks to be kept is told, and counts where the policy says so', async () => {
  // Fetched an hour before, and to be kept for an hour less a minute.
  const list = await aStatusList([], { ttlMs: 59 * minute })
  const bundle = bundleOf({ [listUrl]: list })
  const bytes = bytesOf(await badge())
  const usual = await verifyBadge(bytes, { at, bundle })
  expect(usual.overall).toBe('verified')
  expect(usual.checks.find(({ id }) => id === 'statusList.age')?.facts).toMatchObject({
    ttlMs: 59 * minute,
  })
  const policy = { ...defaultPolicy, isTtlKept: true }
  const strict = await verifyBadge(bytes, { at, bundle, policy })
  expect(told(strict, 'statusList.age')).toBe('unknown STALE')
  expect(strict.overall).toBe('indeterminate')
})

const own = didKeyOf('ed25519')
const revocationUrl = 'https://district.example/revocations/1'
const listedBadge = withProof(
  {
    ...anUnsignedBadge({ status: [] }),
    id: 'https://district.example/badges/1',
    issuer: own.did,
    credentialStatus: { id: revocationUrl, type: '1EdTechRevocationList' },
  },
  'eddsa-jcs-2022',
  own.method,
)

test.each<[string, JsonObject, string]>([
  ['an error with status 200', { error: 'rate limited' }, 'unknown'],
  ['an empty object', {}, 'unknown'],
  ['a list without id and issuer', { revokedCredential: [] }, 'unknown'],
  ['a list of another address', { id: listUrl, issuer: own.did }, 'unknown'],
  ['a list that names no issuer', { id: revocationUrl, revokedCredential: [] }, 'unknown'],
  [
    'a list with a misspelt member',
    { id: revocationUrl, issuer: own.did, revokedCredentials: [] },
    'unknown',
  ],
  ['a list of this address and issuer', { id: revocationUrl, issuer: own.did }, 'pass'],
  ['a list by its type', { type: '1EdTechRevocationList', revokedCredential: [] }, 'pass'],
  ['another list by its type', { id: listUrl, type: '1EdTechRevocationList' }, 'unknown'],
])('%s: its silence is %3$s', async (_, list, outcome) => {
  const report = await judged(await listedBadge, bundleOf({ [revocationUrl]: list }))
  const status = report.checks.find(check => check.id === 'status.revocation')
  expect(status?.outcome).toBe(outcome)
  expect(report.overall).toBe(outcome === 'pass' ? 'verified' : 'indeterminate')
})

import { expect, test } from 'vitest'
import {
  anUnsignedBadge,
  aStatusList,
  at,
  bundleOf,
  bytesOf,
  created,
  listUrl,
  secretKey,
  verificationMethod,
} from '../../../test/a-badge.ts'
import { aJwt, claimsOf, didKeyOf, withProof } from '../../../test/signed.ts'
import { base64url } from '../../bytes/base64url.ts'
import { gzip } from '../../bytes/inflate.ts'
import { didKey, didKeyVerificationMethod } from '../../did/did.ts'
import { addProof } from '../../issue/add-proof.ts'
import { publicKeyOf } from '../../issue/issue.ts'
import type { JsonObject, JsonValue } from '../../json/value.ts'
import { createStatusList, encodeStatusList, withBit } from '../../status/status-list.ts'
import {
  defaultPolicy,
  four,
  newestListsOf,
  verifyBadge,
  type Report,
  type TrustBundle,
} from '../verify.ts'

const day = 86_400_000
const signing = { secretKey, verificationMethod, created }

const anEntry = (parts: JsonObject = {}): JsonObject => ({
  id: `${listUrl}#7`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '7',
  statusListCredential: listUrl,
  ...parts,
})

/** A signed badge with these entries of status. */
const badgeWith = (status: JsonValue, parts: JsonObject = {}) =>
  addProof({ ...anUnsignedBadge({ status: [] }), credentialStatus: status, ...parts }, signing)

/** A signed list whose subject, and whose own words, are as given. */
async function aList(subject: JsonObject, parts: JsonObject = {}): Promise<JsonObject> {
  const { proof: _, ...list } = await aStatusList()
  const own = list['credentialSubject']
  const credentialSubject = { ...(typeof own === 'object' ? own : {}), ...subject }
  return addProof({ ...list, credentialSubject, ...parts }, signing)
}

const judged = (badge: JsonObject, bundle: TrustBundle, time = at) =>
  verifyBadge(bytesOf(badge), { at: time, bundle })
const of = (report: Report, id: string) => report.checks.find(check => check.id === id)
const told = (report: Report, id: string) => {
  const check = of(report, id)
  return check === undefined ? 'nothing' : `${check.outcome} ${check.code ?? ''}`.trim()
}

test('every entry counts, and each of several purposes of one entry', async () => {
  const list = createStatusList()
  const both = ['revocation', 'suspension']
  const badge = await badgeWith([
    anEntry({ id: `${listUrl}#1`, statusListIndex: '1' }),
    anEntry({ statusPurpose: both }),
  ])
  const clear = await aList({ statusPurpose: both })
  const good = await judged(badge, bundleOf({ [listUrl]: clear }))
  expect(good.overall).toBe('verified')
  expect(good.checks.filter(({ id }) => id.startsWith('status.')).map(({ id }) => id)).toEqual([
    'status.revocation',
    'status.revocation',
    'status.suspension',
  ])
  const set = await aList({
    statusPurpose: both,
    encodedList: encodeStatusList(withBit(list, 7, true)),
  })
  const bad = await judged(badge, bundleOf({ [listUrl]: set }))
  expect(told(bad, 'status.suspension')).toBe('fail SUSPENDED')
  expect(bad.overall).toBe('not-verified')
})

test('a message has the width it says, and a text from the badge or from the list', async () => {
  const messages = [
    { status: '0x0', message: 'current' },
    { status: '0x2', message: 'under review' },
  ]
  // Entry 7 of two bits is bits 14 and 15: set to 2.
  const encodedList = encodeStatusList(withBit(createStatusList(262_144), 14, true))
  const entry = anEntry({ statusPurpose: 'message', statusSize: 2 })
  const list = await aList({ statusPurpose: 'message', encodedList })
  const withText = await badgeWith({ ...entry, statusMessage: messages })
  const report = await judged(withText, bundleOf({ [listUrl]: list }))
  expect(of(report, 'status.message')).toMatchObject({
    outcome: 'pass',
    facts: { value: 2, text: 'under review' },
  })
  expect(report.overall).toBe('verified')
  const silent = await judged(await badgeWith(entry), bundleOf({ [listUrl]: list }))
  expect(told(silent, 'status.message')).toBe('unknown STATUS_NOTED')
  // As many bits as the standard asks for, and half as many entries of two.
  const short = await aList({
    statusPurpose: 'message',
    encodedList: encodeStatusList(createStatusList()),
  })
  const half = await judged(withText, bundleOf({ [listUrl]: short }))
  expect(told(half, 'statusList.length')).toBe('fail STATUS_LIST_LENGTH_ERROR')
})

test('a newer issue, and what nobody gave a meaning, are noted and never passed over', async () => {
  const encodedList = encodeStatusList(withBit(createStatusList(), 7, true))
  const said = { refresh: 'NEWER_EXISTS', 'https://issuer.example/odd': 'STATUS_NOTED' }
  for (const [statusPurpose, code] of Object.entries(said)) {
    const badge = await badgeWith(anEntry({ statusPurpose }))
    const id = statusPurpose === 'refresh' ? 'status.refresh' : 'status.other'
    const noted = await judged(
      badge,
      bundleOf({ [listUrl]: await aList({ statusPurpose, encodedList }) }),
    )
    expect(told(noted, id)).toBe(`unknown ${code}`)
    expect(noted.overall).toBe('verified')
    expect(four(noted).status.code).toBe(code)
    const clear = await judged(badge, bundleOf({ [listUrl]: await aList({ statusPurpose }) }))
    expect(told(clear, id)).toBe('pass')
  }
})

const strange = new Uint8Array(32).fill(5)
const stranger = didKey(publicKeyOf(strange))

test('a list of another issuer is told, unless its place or the bundle ties it to the badge', async () => {
  const { proof: _, ...own } = await aStatusList()
  const list = await addProof(
    { ...own, issuer: stranger },
    { secretKey: strange, verificationMethod: didKeyVerificationMethod(stranger), created },
  )
  const bundle = bundleOf({ [listUrl]: list })
  const badge = await badgeWith(anEntry())
  const untied = await judged(badge, bundle)
  expect(told(untied, 'statusList.issuer')).toBe('unknown CONTROLLER_MISMATCH')
  const known = { id: stranger, fetchedAt: created, source: 'registry' }
  const vouched = await judged(badge, { ...bundle, issuers: [known] })
  expect(of(vouched, 'statusList.issuer')?.facts).toMatchObject({ tie: 'bundle' })
  const here = await badgeWith(anEntry(), { id: 'https://district.example/badges/1' })
  expect(of(await judged(here, bundle), 'statusList.issuer')?.facts).toMatchObject({
    tie: 'origin',
  })
  const near = await badgeWith(anEntry(), { id: 'https://district.example.evil/badges/1' })
  expect(told(await judged(near, bundle), 'statusList.issuer')).toBe('unknown CONTROLLER_MISMATCH')
})

test('a list that anybody wrote in the issuer’s name is no evidence, whatever it says', async () => {
  const { proof: _, ...own } = await aStatusList([7])
  const list = await addProof(own, {
    secretKey: strange,
    verificationMethod: didKeyVerificationMethod(stranger),
    created,
  })
  const report = await judged(await badgeWith(anEntry()), bundleOf({ [listUrl]: list }))
  expect(told(report, 'status.revocation')).toBe('unknown STATUS_VERIFICATION_ERROR')
  expect(report.overall).toBe('indeterminate')
})

test('a list shorter than the standard’s minimum is told, and an index past its end is no answer', async () => {
  const encodedList = encodeStatusList(new Uint8Array(12_500))
  const bundle = bundleOf({ [listUrl]: await aList({ encodedList }) })
  const inside = await judged(await badgeWith(anEntry()), bundle)
  expect(told(inside, 'statusList.length')).toBe('fail STATUS_LIST_LENGTH_ERROR')
  expect(told(inside, 'status.revocation')).toBe('pass')
  const outside = await judged(await badgeWith(anEntry({ statusListIndex: '100000' })), bundle)
  expect(told(outside, 'status.revocation')).toBe('unknown RANGE_ERROR')
  expect(outside.overall).toBe('indeterminate')
})

test('a bomb in a list is not inflated, and nothing is read from it', async () => {
  const encodedList = `u${base64url(gzip(new Uint8Array(17 * 1024 * 1024)))}`
  const report = await judged(
    await badgeWith(anEntry()),
    bundleOf({ [listUrl]: await aList({ encodedList }) }),
  )
  expect(told(report, 'status.revocation')).toBe('unknown STATUS_VERIFICATION_ERROR')
  expect(report.overall).toBe('indeterminate')
})

test('sizes and numbers of entries past the limit are told', async () => {
  const bundle = bundleOf({ [listUrl]: await aStatusList() })
  for (const statusSize of [0, -1, 1.5, 33, 'two']) {
    const report = await judged(await badgeWith(anEntry({ statusSize })), bundle)
    expect(report.overall, String(statusSize)).not.toBe('verified')
  }
  const many = await badgeWith(Array.from({ length: 17 }, () => anEntry()))
  expect(told(await judged(many, bundle), 'status.unread')).toBe('unknown TOO_LARGE')
})

test('a list may be a JWT, and one whose signature does not hold is no evidence', async () => {
  const { proof: _, ...own } = await aStatusList([7])
  const { did: issuer, method } = didKeyOf('p256')
  const list = { ...own, issuer }
  const jwt = aJwt('ES256', { kid: method }, { ...list, ...claimsOf(list) })
  const badge = await badgeWith(anEntry())
  const withList = (content: string): TrustBundle => ({
    ...bundleOf({}),
    documents: new Map([[listUrl, { content, fetchedAt: at, source: 'test' }]]),
  })
  expect(told(await judged(badge, withList(jwt)), 'status.revocation')).toBe('fail REVOKED')
  const [header = '', payload = ''] = jwt.split('.')
  const forged = `${header}.${payload}.${base64url(new Uint8Array(64).fill(1))}`
  expect(told(await judged(badge, withList(forged)), 'status.revocation')).toBe(
    'unknown STATUS_VERIFICATION_ERROR',
  )
})

/** A document signed as it is written, whatever its words. */
const asWritten = (document: JsonObject) =>
  withProof({ ...document, issuer: own.did }, 'eddsa-jcs-2022', own.method)
const own = didKeyOf('ed25519')

test('StatusList2021 is read with and without the multibase prefix, in either alphabet', async () => {
  const encoded = encodeStatusList(withBit(createStatusList(), 7, true))
  const badge = await asWritten({
    ...anUnsignedBadge({ status: [] }),
    issuer: own.did,
    credentialStatus: { ...anEntry(), type: 'StatusList2021Entry' },
  })
  const { proof: _, ...list } = await aStatusList()
  const usual = Buffer.from(encoded.slice(1), 'base64url').toString('base64')
  // It holds what the other alphabet has not, so that the case is one.
  expect(usual).toMatch(/[+/=]/)
  for (const encodedList of [encoded, encoded.slice(1), usual, usual.replace(/=+$/, '')]) {
    const older = await asWritten({
      ...list,
      type: ['VerifiableCredential', 'StatusList2021Credential'],
      credentialSubject: { type: 'StatusList2021', statusPurpose: 'revocation', encodedList },
    })
    const report = await judged(badge, bundleOf({ [listUrl]: older }))
    expect(told(report, 'status.revocation')).toBe('fail REVOKED')
    const asNewer: JsonObject = { ...badge, credentialStatus: anEntry() }
    const { proof: __, ...unsigned } = asNewer
    const mixed = await judged(await asWritten(unsigned), bundleOf({ [listUrl]: older }))
    expect(told(mixed, 'status.revocation')).toBe('unknown STATUS_VERIFICATION_ERROR')
  }
})

test('an older list than one that was seen is not gone back to', async () => {
  const badge = await badgeWith([anEntry()])
  const old = bundleOf({ [listUrl]: await aStatusList() })
  const begun = created + day / 2
  const newer = bundleOf({
    [listUrl]: await aList(
      { encodedList: encodeStatusList(withBit(createStatusList(), 7, true)) },
      { validFrom: new Date(begun).toISOString() },
    ),
  })
  const revoked = await judged(badge, newer)
  expect(revoked.overall).toBe('not-verified')
  const newestLists = newestListsOf([revoked])
  expect([...newestLists]).toEqual([[listUrl, begun]])
  const again = await judged(badge, { ...old, newestLists })
  expect(told(again, 'statusList.age')).toBe('unknown OLDER_THAN_SEEN')
  expect(told(again, 'status.revocation')).toBe('unknown OLDER_THAN_SEEN')
  expect(again.overall).toBe('indeterminate')
  // What is known stays known; and the newest list itself still answers.
  expect([...newestListsOf([again], newestLists)]).toEqual([[listUrl, begun]])
  expect((await judged(badge, { ...newer, newestLists })).overall).toBe('not-verified')
  // A revocation is final: an older list proves it as well.
  const oldRevoked = bundleOf({ [listUrl]: await aStatusList([7]) })
  expect((await judged(badge, { ...oldRevoked, newestLists })).overall).toBe('not-verified')
})

test('a suspension can be lifted: a list that was replaced does not prove it', async () => {
  const badge = await badgeWith(anEntry({ statusPurpose: 'suspension' }))
  const purpose = 'suspension'
  const set = bundleOf({ [listUrl]: await aStatusList([7], { purpose }) })
  expect((await judged(badge, set)).overall).toBe('not-verified')
  const lifted = bundleOf({ [listUrl]: await aStatusList([], { purpose }) })
  expect((await judged(badge, lifted)).overall).toBe('verified')
  const newestLists = new Map([[listUrl, created + 1]])
  const replaced = await judged(badge, { ...set, newestLists })
  expect(told(replaced, 'status.suspension')).toBe('unknown OLDER_THAN_SEEN')
  expect(replaced.overall).toBe('indeterminate')
})

test('a forged list, and one of tomorrow, do not become the newest seen', async () => {
  const badge = await badgeWith(anEntry())
  const list = await aStatusList()
  const forged = { ...list, validFrom: '2026-03-02T11:00:00Z' }
  expect(newestListsOf([await judged(badge, bundleOf({ [listUrl]: forged }))]).size).toBe(0)
  const tomorrow = await aList({}, { validFrom: new Date(at + day).toISOString() })
  expect(newestListsOf([await judged(badge, bundleOf({ [listUrl]: tomorrow }))]).size).toBe(0)
})

const revocationUrl = 'https://district.example/revocations/1'
const aRevocationList = (parts: JsonObject = {}): JsonObject => ({
  '@context': ['https://purl.imsglobal.org/spec/vcrl/v1p0/context.json'],
  id: revocationUrl,
  issuer: own.did,
  revokedCredential: [{ id: 'urn:uuid:decoy-1' }, { id: 'urn:uuid:decoy-2', revoked: true }],
  ...parts,
})
const here = 'https://district.example/badges/1'
const listedBadge = (id = here) =>
  asWritten({
    ...anUnsignedBadge({ status: [] }),
    id,
    credentialStatus: { id: revocationUrl, type: '1EdTechRevocationList' },
  })
const listed = (revokedCredential: JsonValue) =>
  bundleOf({ [revocationUrl]: aRevocationList({ revokedCredential }) })

test('a 1EdTech list revokes what it names, unless it says that it is not revoked', async () => {
  const badge = await listedBadge()
  const clear = await judged(badge, bundleOf({ [revocationUrl]: aRevocationList() }))
  expect(clear.overall).toBe('verified')
  expect(of(clear, 'status.revocation')?.evidence?.url).toBe(revocationUrl)
  const revoked: readonly JsonValue[] = [
    [{ id: here }],
    [{ id: here, revoked: true, revocationReason: 'lost' }],
    { id: here, revoked: true },
    [{ id: here, revoked: false }, { id: here }],
  ]
  for (const entries of revoked)
    expect(told(await judged(badge, listed(entries)), 'status.revocation')).toBe('fail REVOKED')
  for (const entries of [[], [{ id: here, revoked: false }], [{ id: `${here}1` }]])
    expect(told(await judged(badge, listed(entries)), 'status.revocation')).toBe('pass')
})

test('the silence of an unsigned list counts only on the site of the issuer or the badge', async () => {
  const elsewhere = await listedBadge('urn:uuid:6d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f02')
  const silent = await judged(elsewhere, bundleOf({ [revocationUrl]: aRevocationList() }))
  expect(told(silent, 'status.revocation')).toBe('unknown STATUS_VERIFICATION_ERROR')
  expect(silent.overall).toBe('indeterminate')
  const named = listed([{ id: 'urn:uuid:6d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f02' }])
  expect((await judged(elsewhere, named)).overall).toBe('not-verified')
})

test('a 1EdTech list that is not there, is another issuer’s, or is no list says nothing', async () => {
  const badge = await listedBadge()
  expect(told(await judged(badge, bundleOf({})), 'status.revocation')).toBe(
    'unknown STATUS_RETRIEVAL_ERROR',
  )
  const others = [
    aRevocationList({ issuer: stranger, revokedCredential: [{ id: here }] }),
    aRevocationList({ revokedCredential: 'all of them' }),
  ]
  for (const list of others) {
    const report = await judged(badge, bundleOf({ [revocationUrl]: list }))
    expect(told(report, 'status.revocation')).toBe('unknown STATUS_VERIFICATION_ERROR')
    expect(report.overall).toBe('indeterminate')
  }
})

test('a list that is older than the policy allows leaves it unknown, of either kind', async () => {
  const policy = { ...defaultPolicy, statusListAgeMsMax: 60_000 }
  const bundle = bundleOf({
    [listUrl]: await aStatusList(),
    [revocationUrl]: aRevocationList(),
  })
  for (const badge of [await badgeWith(anEntry()), await listedBadge()]) {
    const report = await verifyBadge(bytesOf(badge), { at, bundle, policy })
    expect(told(report, 'statusList.age')).toBe('unknown STALE')
    expect(report.overall).toBe('indeterminate')
  }
})

import { four, newestListsOf, verifyBadge } from 'open-badges-validator-core/verify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { healthReply } from '../../contract/sync/health.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import type { BadgeState } from '../../core/badge/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { bodyOn, earnedClaim } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined, jsonIn, send } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { trustOn } from '../trial/trust.ts'
import { freePlace } from './free-place.ts'
import { issuerOf } from './issuer.ts'

let district: TrialDistrict
let maya: TrialDevice
let ruth: TrialDevice
let jonah: TrialDevice
let desmond: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  maya = await joined(district, 'maya')
  jonah = await joined(district, 'jonah')
  ruth = await joined(district, 'ruth')
  desmond = await joined(district, 'desmond')
})
afterAll(() => district.close())

async function signedBadge(bytes: string) {
  const claim = await earnedClaim(maya, jonah, bytes)
  const approved = await ruth.act('badge.approve', { claim })
  const id = approved.id('badge')
  const credential = await maya.until(() => bodyOn(maya, BadgeRecord, id)?.credential)
  return { claim, id, credential }
}

/** What this computer's verifier says without a network, once the district's word has arrived. */
async function verdictAfter(credential: string, act: () => Promise<unknown>) {
  const before = four(await verdict(credential)).status.code
  await act()
  // A start publishes a bundle too: what is waited for is another word about this badge.
  for (;;) {
    const bundle = trustOn(maya).sha256
    await maya.until(() => (trustOn(maya).sha256 === bundle ? undefined : true))
    const after = await verdict(credential)
    if (four(after).status.code !== before) return after
  }
}

const verdict = async (credential: string, newestLists?: ReadonlyMap<string, number>) => {
  const { bundle } = trustOn(maya)
  const bytes = new TextEncoder().encode(credential)
  const known = newestLists === undefined ? bundle : { ...bundle, newestLists }
  return verifyBadge(bytes, { at: district.now(), bundle: known })
}

const stateOf = async (id: string) =>
  (await district.program().house.store.seen().get(BadgeRecord, id))?.rec.body.state

const suspensionOf = async (id: string) =>
  (await district.program().house.store.seen().get(BadgeRecord, id))?.rec.body.suspension

/** What Record health says of badges that the lists alone know to be revoked. */
async function unexplainedIn(device: TrialDevice) {
  const answer = await device.ask({ method: 'GET', target: districtPaths.health })
  const { findings } = healthReply.parse(jsonIn(answer))
  return findings.find(({ code }) => code === 'lists_unexplained')
}

const inState = (id: string, state: BadgeState) =>
  maya.until(() => (bodyOn(maya, BadgeRecord, id)?.state === state ? true : undefined))

test('a suspended badge is told as suspended, offline and online, and holds again once that is lifted', async () => {
  const { id, credential } = await signedBadge('suspended once')
  expect((await verdict(credential)).overall).toBe('verified')
  const suspended = await verdictAfter(credential, () =>
    ruth.act('badge.suspend', { badge: id, reason: 'Looked into' }),
  )
  expect(suspended.overall).toBe('not-verified')
  expect(four(suspended).status).toMatchObject({ outcome: 'fail', code: 'SUSPENDED' })
  expect(suspended.checks.find(check => check.id === 'status.revocation')?.outcome).toBe('pass')
  const old = trustOn(maya)

  const again = await verdictAfter(credential, () =>
    ruth.act('badge.resume', { badge: id, reason: 'Cleared' }),
  )
  expect(again.overall).toBe('verified')
  // The list of then, replayed to whoever saw the newer one, proves nothing any more.
  const replayed = await verifyBadge(new TextEncoder().encode(credential), {
    at: district.now(),
    bundle: { ...old.bundle, newestLists: newestListsOf([again]) },
  })
  expect(four(replayed).status).toMatchObject({ outcome: 'unknown', code: 'OLDER_THAN_SEEN' })
})

test('a clear list of yesterday does not lift a suspension for who has seen today’s', async () => {
  const { id, credential } = await signedBadge('replayed clear')
  const clear = trustOn(maya)
  const suspended = await verdictAfter(credential, () =>
    ruth.act('badge.suspend', { badge: id, reason: 'Looked into' }),
  )
  const replayed = await verifyBadge(new TextEncoder().encode(credential), {
    at: district.now(),
    bundle: { ...clear.bundle, newestLists: newestListsOf([suspended]) },
  })
  expect(replayed.overall).not.toBe('verified')
})

test('a badge that is issued anew takes the older one’s place, which is revoked and stays readable', async () => {
  const { claim, id, credential } = await signedBadge('issued anew')
  let newer = ''
  const after = await verdictAfter(credential, async () => {
    const superseded = await ruth.act('badge.supersede', { badge: id, correction: 'Her new name' })
    newer = superseded.id('badge')
  })
  await inState(newer, 'signed')
  await inState(id, 'superseded')
  await maya.until(() => (bodyOn(maya, ClaimRecord, claim)?.badge === newer ? true : undefined))
  expect(four(after).status.code).toBe('REVOKED')
  const { credential: anew = '' } = bodyOn(maya, BadgeRecord, newer) ?? {}
  expect((await verdict(anew)).overall).toBe('verified')
  const served = await send(district.address, {
    method: 'GET',
    target: `${districtPaths.badges}/${id}`,
  })
  expect(served.body.toString()).toBe(credential)
  // Once is enough, and nobody approves a third beside it.
  const twice = { badge: id, correction: 'Once more' }
  await expect(ruth.act('badge.supersede', twice)).rejects.toThrow('badge_state')
  await expect(ruth.act('badge.approve', { claim })).rejects.toThrow('badge_exists')
})

test('both lists are served under addresses of their own, each for its purpose', async () => {
  const listSchema = z.object({
    id: z.string(),
    credentialSubject: z.object({ statusPurpose: z.string() }),
  })
  for (const [name, purpose] of [
    ['1', 'revocation'],
    ['1-suspension', 'suspension'],
  ]) {
    const target = `${districtPaths.status}/${name}`
    const list = listSchema.parse(jsonIn(await send(district.address, { method: 'GET', target })))
    expect(list).toMatchObject({
      id: `${district.address}${target}`,
      credentialSubject: { statusPurpose: purpose },
    })
  }
  const target = `${districtPaths.status}/1-refresh`
  expect((await send(district.address, { method: 'GET', target })).status).toBe(404)
})

test('where badges name the list of revoked ones alone, none is suspended, and it can be revoked all the same', async () => {
  await district.restart({ canSuspend: false })
  const { id, credential } = await signedBadge('one status')
  const { credentialStatus } = z
    .object({ credentialStatus: z.object({ statusPurpose: z.string() }) })
    .parse(JSON.parse(credential))
  expect(credentialStatus.statusPurpose).toBe('revocation')
  const suspending = ruth.act('badge.suspend', { badge: id, reason: 'Looked into' })
  await expect(suspending).rejects.toThrow('badge_not_suspendable')
  const revoked = await verdictAfter(credential, () =>
    ruth.act('badge.revoke', { badge: id, reason: 'A mistake' }),
  )
  expect(four(revoked).status.code).toBe('REVOKED')
  await district.restart({ canSuspend: true })
})

// From here on after restores: for a week then, what is refused may only wait for other computers.

test('a suspension survives an older copy of the record; what was lifted since is lifted by a person again', async () => {
  const { id, credential } = await signedBadge('forgotten suspension')
  await district.keepCopy()
  await verdictAfter(credential, () =>
    ruth.act('badge.suspend', { badge: id, reason: 'Looked into' }),
  )
  district.move(2 * 86_400_000)
  await district.bringBack()
  expect(await stateOf(id)).toBe('suspended')
  await maya.pull()
  expect(four(await verdict(credential)).status.code).toBe('SUSPENDED')
  await verdictAfter(credential, () => ruth.act('badge.resume', { badge: id, reason: 'Cleared' }))
  expect((await verdict(credential)).overall).toBe('verified')
  // Started once more as restored, with nothing forgotten, nothing is suspended again.
  await district.restart({ isRestored: true })
  expect(await stateOf(id)).toBe('signed')
})

test('after an older copy came back, the officer’s own suspension takes the place of the district’s, with its lifting behind it', async () => {
  const { id, credential } = await signedBadge('suspended by somebody')
  await district.keepCopy()
  const suspendedAt = district.now()
  await verdictAfter(credential, () =>
    ruth.act('badge.suspend', { badge: id, reason: 'Looked into' }),
  )
  district.move(2 * 86_400_000)
  await district.bringBack()
  const { by } = (await suspensionOf(id)) ?? {}
  expect(by).toBe('district')
  await ruth.sendAgain()
  expect(await suspensionOf(id)).toEqual({ by: 'ruth', at: suspendedAt, reason: 'Looked into' })
  expect(await stateOf(id)).toBe('suspended')
  await ruth.act('badge.resume', { badge: id, reason: 'Cleared' })
  expect(await stateOf(id)).toBe('signed')
})

test('a badge that an older copy never knew stays suspended in the list', async () => {
  await district.keepCopy()
  const { id, credential } = await signedBadge('unknown to the copy')
  await verdictAfter(credential, () =>
    ruth.act('badge.suspend', { badge: id, reason: 'Looked into' }),
  )
  await district.bringBack()
  expect(await stateOf(id)).toBeUndefined()
  await maya.pull()
  expect(four(await verdict(credential)).status.code).toBe('SUSPENDED')
})

test('a revocation stands from the first start with an older copy of the record that knows nothing of it', async () => {
  const { id, credential } = await signedBadge('forgotten revocation')
  await district.keepCopy()
  await verdictAfter(credential, () => ruth.act('badge.revoke', { badge: id, reason: 'A mistake' }))
  expect(await unexplainedIn(desmond)).toBeUndefined()
  await district.bringBack()
  // A set bit may mean that another took its place: nothing is revoked by it, and the office is told.
  expect(await stateOf(id)).toBe('signed')
  await maya.pull()
  expect(four(await verdict(credential)).status).toMatchObject({ outcome: 'fail' })
  expect(await unexplainedIn(desmond)).toMatchObject({
    state: 'look',
    facts: { count: 1, which: expect.stringMatching(/^Maya .+: .+/) },
  })
  await ruth.sendAgain()
  expect(await stateOf(id)).toBe('revoked')
  expect(await unexplainedIn(desmond)).toBeUndefined()
})

test('what was signed after the copy gets its place in the lists again, with what they say of it', async () => {
  const claims = [await earnedClaim(maya, jonah, 'first'), await earnedClaim(maya, jonah, 'second')]
  await district.keepCopy()
  const badges: { readonly id: string; readonly credential: string; readonly place: unknown }[] = []
  for (const claim of claims) {
    const id = (await ruth.act('badge.approve', { claim })).id('badge')
    const credential = await maya.until(() => bodyOn(maya, BadgeRecord, id)?.credential)
    badges.push({ id, credential, place: bodyOn(maya, BadgeRecord, id)?.statusIndex })
  }
  const [first, second] = badges
  if (first === undefined || second === undefined) throw new Error('two were signed')
  await verdictAfter(first.credential, () =>
    ruth.act('badge.suspend', { badge: first.id, reason: 'Looked into' }),
  )
  await verdictAfter(second.credential, () =>
    ruth.act('badge.revoke', { badge: second.id, reason: 'A mistake' }),
  )
  district.move(2 * 86_400_000)
  await district.bringBack()
  const { house } = district.program()
  const issuer = issuerOf(house.secrets.issuer, undefined)
  const placeSince = async ({ id }: { readonly id: string }, since: number) =>
    (await freePlace(house, issuer, { kind: BadgeRecord.kind, id, since })).statusIndex
  const restoredAt = (await house.store.cameBack(house.clock()))?.at ?? 0
  // While nobody holds it, nothing new is given a place of which the world was told something.
  expect(await placeSince(second, restoredAt)).not.toBe(second.place)
  expect(await placeSince(second, restoredAt - 1)).toBe(second.place)

  await ruth.sendAgain('badge.suspend', 'badge.revoke')
  for (const { id, credential, place } of badges) {
    const again = await maya.until(() => bodyOn(maya, BadgeRecord, id)?.credential)
    expect(again).not.toBe(credential)
    expect(bodyOn(maya, BadgeRecord, id)?.statusIndex).toBe(place)
    const code = id === first.id ? 'SUSPENDED' : 'REVOKED'
    for (const file of [again, credential]) expect(four(await verdict(file)).status.code).toBe(code)
  }
  expect(bodyOn(maya, BadgeRecord, first.id)).toMatchObject({
    state: 'suspended',
    suspension: { by: 'district' },
  })
  expect(await unexplainedIn(desmond)).toMatchObject({ facts: { count: 1 } })
  await ruth.sendAgain()
  expect(await suspensionOf(first.id)).toMatchObject({ by: 'ruth', reason: 'Looked into' })
  expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['suspended', 'revoked'])
})

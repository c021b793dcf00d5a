import { afterAll, beforeAll, expect, test } from 'vitest'
import { four, verifyBadge } from 'open-badges-validator-core/verify'
import { BadgeRecord } from '../../core/badge/record.ts'
import { jointActMs, JointActRecord } from '../../core/joint-act/record.ts'
import { bodyOn, earnedClaim } from '../trial/claim.ts'
import type { TrialDevice } from '../trial/device.ts'
import { joined } from '../trial/device.ts'
import { entered } from '../trial/entered.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { trustOn } from '../trial/trust.ts'
import { until } from '../../test/builders/patience.ts'

let district: TrialDistrict
let maya: TrialDevice
let ruth: TrialDevice
let ruthAtHome: TrialDevice
let noor: TrialDevice
let vera: TrialDevice
let badges: string[]
beforeAll(async () => {
  district = await trialDistrict()
  maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  ruth = await joined(district, 'ruth')
  ruthAtHome = await joined(district, 'ruth')
  for (const id of ['noor', 'vera']) await entered(district, id, { roles: ['officer'] })
  noor = await joined(district, 'noor')
  vera = await joined(district, 'vera')
  badges = []
  for (const bytes of ['one', 'two', 'three', 'four']) {
    const claim = await earnedClaim(maya, jonah, bytes)
    const id = (await ruth.act('badge.approve', { claim })).id('badge')
    await maya.until(() => bodyOn(maya, BadgeRecord, id)?.credential)
    badges.push(id)
  }
})
afterAll(() => district.close())

const proposed = async (of: readonly string[]) =>
  (await ruth.act('act.propose', { badges: of, reason: 'Issued by mistake' })).id('act')
const actOn = (device: TrialDevice, id: string) => bodyOn(device, JointActRecord, id)
const stateOf = async (id: string) =>
  (await district.program().house.store.seen().get(BadgeRecord, id))?.rec.body.state

test('two officers revoke together: the second is another person, and it is done once, to the last verifier', async () => {
  const [one = '', two = ''] = badges
  const act = await proposed([one, two])
  await noor.until(() => actOn(noor, act))
  expect(actOn(noor, act)).toMatchObject({ plan: { badges: 2, people: 1 }, state: 'proposed' })
  expect(await stateOf(one)).toBe('signed')
  await expect(ruth.act('act.confirm', { act })).rejects.toThrow('act_own')
  await expect(ruthAtHome.act('act.confirm', { act })).rejects.toThrow('act_own')
  await expect(maya.act('act.confirm', { act })).rejects.toThrow('not_here')
  // Two at the same moment: one of them does it.
  const came = await Promise.allSettled([
    noor.act('act.confirm', { act }),
    vera.act('act.confirm', { act }),
  ])
  expect(came.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await ruth.until(() => (actOn(ruth, act)?.state === 'done' ? true : undefined))
  expect(actOn(ruth, act)?.came).toMatchObject({ done: 2, left: 0 })
  const revoked = await maya.until(() =>
    bodyOn(maya, BadgeRecord, two)?.state === 'revoked'
      ? bodyOn(maya, BadgeRecord, two)
      : undefined,
  )
  expect(revoked).toMatchObject({ revokedBy: 'ruth', revokedReason: 'Issued by mistake' })
  expect(['noor', 'vera']).toContain(revoked.revokedWith)
  const bytes = new TextEncoder().encode(revoked.credential)
  const told = async () => {
    await maya.pull()
    const report = await verifyBadge(bytes, { at: district.now(), bundle: trustOn(maya).bundle })
    return four(report).status.code
  }
  await until(async () => (await told()) === 'REVOKED')
  await expect(vera.act('act.decline', { act, why: '' })).rejects.toThrow('act_state')
})

test('what was declined, taken back or left too long happens to nothing', async () => {
  const [, , three = ''] = badges
  const declined = await proposed([three])
  await noor.act('act.decline', { act: declined, why: 'Not these' })
  await expect(vera.act('act.confirm', { act: declined })).rejects.toThrow('act_state')
  const back = await proposed([three])
  await ruth.act('act.decline', { act: back, why: '' })
  await expect(noor.act('act.confirm', { act: back })).rejects.toThrow('act_state')
  const late = await proposed([three])
  district.move(jointActMs)
  await expect(noor.act('act.confirm', { act: late })).rejects.toThrow('act_ended')
  expect(await stateOf(three)).toBe('signed')
})

test('what an officer proposed who is none any more is confirmed by nobody, and another ends it', async () => {
  const [, , three = ''] = badges
  const act = (await vera.act('act.propose', { badges: [three], reason: 'Mine' })).id('act')
  await noor.until(() => actOn(noor, act))
  await entered(district, 'vera', { roles: ['educator'] })
  await expect(noor.act('act.confirm', { act })).rejects.toThrow('act_asker')
  expect(await stateOf(three)).toBe('signed')
  await noor.act('act.decline', { act, why: '' })
  await entered(district, 'vera', { roles: ['officer'] })
})

test('a badge that is revoked meanwhile is counted as left, and the rest is done after a restart', async () => {
  const [, , three = '', last = ''] = badges
  const act = await proposed([three, last])
  await ruth.act('badge.revoke', { badge: three, reason: 'At once' })
  await noor.act('act.confirm', { act })
  await district.restart()
  await ruth.until(() => (actOn(ruth, act)?.state === 'done' ? true : undefined))
  expect(actOn(ruth, act)?.came).toMatchObject({ done: 1, left: 1 })
  expect(await stateOf(last)).toBe('revoked')
})

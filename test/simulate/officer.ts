import { BadgeRecord } from '../../core/badge/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import type { SimDevice } from './device.ts'
import { plan } from './educator.ts'
import { give } from './give.ts'
import type { World } from './world.ts'

/** An officer approves what was earned, revokes now and then, and gives back what stands still. */
export async function decide(world: World, device: SimDevice): Promise<void> {
  const { chance } = world
  const { seen } = device.place.store
  const draw = chance.next()
  if (draw < 0.75) {
    const earned = await seen.list(ClaimRecord, { where: { state: 'earned' } })
    const open = earned.filter(({ rec }) => rec.body.badge === undefined)
    const claim = chance.one(chance.is(0.9) ? open : earned)
    if (claim === undefined) return plan(world, device)
    await give(world, device, 'badge.approve', { claim: claim.rec.id })
  } else if (draw < 0.95) {
    const badges = await seen.list(BadgeRecord, {})
    const badge = chance.one(badges.filter(({ rec }) => rec.body.state !== 'revoked'))
    if (badge === undefined) return plan(world, device)
    const reason = 'Given for the work of somebody else.'
    await give(world, device, 'badge.revoke', { badge: badge.rec.id, reason })
  } else {
    const read = await seen.list(ClaimRecord, { where: { state: 'in_review' } })
    const claim = chance.one(read)
    if (claim !== undefined) await give(world, device, 'review.release', { claim: claim.rec.id })
  }
}

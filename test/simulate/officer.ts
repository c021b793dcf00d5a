import { BadgeRecord } from '../../core/badge/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { HoldRecord, isHeld } from '../../core/person/hold.ts'
import { actOfTwo } from './act-of-two.ts'
import type { SimDevice } from './device.ts'
import { plan } from './educator.ts'
import { give } from './give.ts'
import { rowsOf } from './rows.ts'
import type { World } from './world.ts'
import { erasable } from './world.ts'

/** How often somebody in charge does what takes two. */
const ofTwo = 0.3

/** How often they put a legal hold on somebody's record, or lift one. */
const aHold = 0.06

const inReview = `select substr(key, 7) as id from record
  where kind = 'claim' and json_extract(body, '$.state') = 'in_review' order by key`

/** An officer approves what was earned, revokes now and then, gives back what stands still, and sets aside what is to have no badge. */
export async function decide(world: World, device: SimDevice): Promise<void> {
  const { chance } = world
  if (chance.is(aHold)) return hold(world, device)
  if (chance.is(ofTwo)) return actOfTwo(world, device)
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
  } else if (draw < 0.98) {
    // The district tells an office which are read: its computer holds none of them.
    const read = rowsOf<{ id: string }>(world.dbs.record, inReview)
    const claim = chance.one(read)?.id
    if (claim !== undefined) await give(world, device, 'review.release-unseen', { claim })
  } else {
    const earned = await seen.list(ClaimRecord, { where: { state: 'earned' } })
    const claim = chance.one(earned)
    if (claim === undefined) return plan(world, device)
    const reason = 'It is not what was signed.'
    if (claim.rec.body.setAside === undefined)
      await give(world, device, 'claim.set-aside', { claim: claim.rec.id, reason })
    else await give(world, device, 'claim.take-up', { claim: claim.rec.id })
  }
}

/** A hold on the record of a teacher; not of whose record two may erase, which would then never be done. */
async function hold(world: World, device: SimDevice): Promise<void> {
  const { chance, devices } = world
  const people = devices.map(({ person }) => person).filter(person => person !== erasable)
  const person = chance.one(people)
  if (person === undefined) return
  const known = await device.place.store.seen.get(HoldRecord, person)
  if (isHeld(known?.rec.body)) await give(world, device, 'hold.lift', { person })
  else await give(world, device, 'hold.put', { person, reason: 'A letter.' })
}

import { ClaimRecord } from '../../core/claim/record.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import type { Review } from '../../core/review/record.ts'
import { ReviewRecord } from '../../core/review/record.ts'
import { finishReview } from '../../device/review/finish.ts'
import type { SimDevice } from './device.ts'
import { plan } from './educator.ts'
import { fetchFile } from './fetch-file.ts'
import { doing, give } from './give.ts'
import { bendOf } from './mistake.ts'
import type { World } from './world.ts'

const passes = 0.85
const passesCalm = 0.97

/** How often a coach looks at a file before they do anything else. */
const looksOften = 0.15

/** A coach does something: mostly what brings a reading to its end. */
export async function read(world: World, device: SimDevice): Promise<void> {
  const { chance } = world
  // While a world is prepared nobody looks: else some would have all files before a run begins.
  if (!world.isCalm && chance.is(bendOf(world.mistake).favours === 'flip' ? 0.5 : looksOften))
    await fetchFile(world, device)
  const review = chance.one(await readingOf(device))
  if (review === undefined) return take(world, device)
  if (chance.is(0.03)) {
    await give(world, device, 'review.give-back', { review: review.id })
    return
  }
  if (chance.is(0.06)) return mask(world, device, review)
  await judgeNext(world, device, review)
}

const readingOf = async (device: SimDevice): Promise<readonly Rec<Review>[]> => {
  const where = { reader: device.person, state: 'reading' }
  const rows = await device.place.store.seen.list(ReviewRecord, { where })
  return rows.map(({ rec }) => rec)
}

/** Whether somebody reads a claim whose every criterion has its level. */
export async function isJudged(device: SimDevice): Promise<boolean> {
  const reviews = await readingOf(device)
  return reviews.some(({ body }) => body.criteria.every(one => body.levels[one] !== undefined))
}

/** Goes on with what somebody reads. */
export async function judge(world: World, device: SimDevice): Promise<void> {
  for (const review of await readingOf(device)) await judgeNext(world, device, review)
}

async function take(world: World, device: SimDevice): Promise<void> {
  const rows = await device.place.store.seen.list(ClaimRecord, { where: { state: 'in_review' } })
  const others = rows.filter(({ rec }) => rec.body.owner !== device.person)
  const free = others.filter(({ rec }) => rec.body.readers.length === 0)
  // Now and then one that another has: the district must say so.
  const claim = world.chance.one(world.chance.is(0.9) ? free : others)
  if (claim === undefined) return plan(world, device)
  await give(world, device, 'review.take', { claim: claim.rec.id })
}

/** Gives the next criterion its level, with a reason where that is too low; finishes when none is left. */
export async function judgeNext(
  world: World,
  device: SimDevice,
  review: Rec<Review>,
): Promise<void> {
  const { chance } = world
  const { criteria, levels, comments, anchors, rubricVersion } = review.body
  const micro = await device.place.store.seen.get(MicroCredentialRecord, rubricVersion)
  const all = micro?.rec.body.parts.flatMap(part => part.criteria) ?? []
  for (const criterion of criteria) {
    const known = all.find(({ id }) => id === criterion)
    if (known === undefined) continue
    const rank = levels[criterion]
    if (rank === undefined) {
      // While a world is prepared it is mostly good enough: else runs would begin with hardly anything that is earned.
      const given = chance.is(world.isCalm ? passesCalm : passes) ? known.passRank : 0
      await give(world, device, 'review.rate', { review: review.id, criterion, rank: given })
      return
    }
    if (rank >= known.passRank) continue
    if ((comments[criterion] ?? '') === '') {
      const text = `line ${chance.below(1e12)}`
      const said = { review: review.id, criterion, base: '', text }
      const done = await give(world, device, 'review.comment', said)
      if (done !== undefined)
        world.ledger.typed.push({ key: done.key, record: `review/${review.id}`, line: text })
      return
    }
    if (!Object.keys(anchors).some(key => key.startsWith(`${criterion}/`))) {
      const anchor = { place: 'answer:ticket-question' }
      await give(world, device, 'review.anchor', {
        review: review.id,
        criterion,
        mark: 'm',
        anchor,
      })
      return
    }
  }
  const input = { review: review.id }
  await doing(world, device, 'review.finish', input, () => finishReview(device.place, review.id))
}

async function mask(world: World, device: SimDevice, review: Rec<Review>): Promise<void> {
  const anchor = { place: 'answer:ticket-question', quote: `name ${world.chance.below(9)}` }
  const mark = `m${world.chance.below(3)}`
  await give(world, device, 'review.mask', { review: review.id, mark, anchor })
}

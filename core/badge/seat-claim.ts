import { z } from 'zod'
import { holdsEverywhere } from '../access/reach.ts'
import { ClaimRecord } from '../claim/record.ts'
import { patch, type Change } from '../kit/change.ts'
import { command } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { each, may, must } from '../kit/loads.ts'
import type { Rec } from '../kit/record-type.ts'
import { PersonRecord } from '../person/record.ts'
import { UnitRecord } from '../person/unit.ts'
import { unitsReached } from '../person/units-reached.ts'
import { givenBack } from '../review/given-back.ts'
import { heldReading } from '../review/held-reading.ts'
import { ReviewRecord } from '../review/record.ts'
import { stillReading } from '../review/still-reading.ts'
import { BadgeRecord } from './record.ts'

/**
 * Seats a claim, its readings and its badges where its person works now, so that who moves to another school is read
 * and issued to there. What a coach reads who does not coach there (any more) goes back to the pool, their notes stay
 * theirs. Nothing changes where all of it is as it should be.
 */
export const seatClaim = command({
  name: 'claim.seat',
  where: 'district',
  input: z.object({
    claim: idInput,
    /** Every badge of the claim, also those that another took the place of. */
    badges: z.array(idInput).max(1_000),
  }),
  needs: q =>
    q
      .first(i => ({
        claim: must(ClaimRecord, i.claim),
        badges: each(BadgeRecord, i.badges),
      }))
      .next((i, s) => ({
        owner: may(PersonRecord, s.claim.body.owner),
        readers: each(PersonRecord, s.claim.body.readers),
        reading: heldReading(i.claim, s.claim.body),
        reviews: each(
          ReviewRecord,
          s.claim.body.attempts.flatMap(attempt => attempt.outcome?.review ?? []),
        ),
      }))
      .next((_i, s) => ({ units: each(UnitRecord, s.owner?.body.units ?? []) })),
  right: actor => holdsEverywhere(actor, 'system'),
  decide(s) {
    const { claim, reading } = s
    const badges = s.badges.filter(badge => badge.body.claim === claim.id)
    // What nobody was sent yet is seated when it is.
    if (claim.body.state === 'draft' || s.owner === undefined) return { changes: [] }
    const units = unitsReached(s.owner.body.units, s.units)
    const seated = { ...claim.body, units }
    const readers =
      claim.body.state === 'in_review' ? stillReading(seated, s.readers) : claim.body.readers
    const isLeft = readers.length < claim.body.readers.length
    const reviews = new Map(s.reviews.map(review => [review.id, review]))
    if (reading !== undefined) reviews.set(reading.id, reading)
    return {
      changes: [
        ...placed(claim, units),
        ...(isLeft ? [patch(claim, { readers: [...readers] }), ...givenBack(reading)] : []),
        ...[...reviews.values()].flatMap(review => placed(review, units)),
        ...badges.flatMap(badge => placed(badge, units)),
      ],
    }
  },
})

/** The record in its schools and teams; nothing where it is there. */
function placed<B extends { units?: string[] | undefined }>(
  rec: Rec<B>,
  units: string[] | undefined,
): readonly Change[] {
  const isThere = (rec.body.units ?? []).join(' ') === (units ?? []).join(' ')
  return isThere ? [] : [{ do: 'patch', key: `${rec.kind}/${rec.id}`, set: { units } }]
}

import { BadgeRecord } from '../../core/badge/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import type { Claim } from '../../core/claim/record.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import type { Person } from '../../core/person/record.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { UnitRecord } from '../../core/person/unit.ts'
import { unitsReached } from '../../core/person/units-reached.ts'
import { ReviewRecord } from '../../core/review/record.ts'
import { mayRead } from '../../core/review/rights.ts'
import { all, some } from '../../db/query.ts'
import type { House } from '../house.ts'
import type { Reaction } from '../reaction/reaction.ts'

/**
 * Follows a person who moves to another school, or who coaches there no longer: their claims are read and issued for
 * where they work now, and what they can't go on reading goes back to the pool.
 */
export function seating(house: Pick<House, 'store' | 'perform' | 'tell'>): Reaction {
  return {
    name: 'seat',
    kind: PersonRecord.kind,
    async react(id) {
      const person = (await house.store.seen().get(PersonRecord, id))?.rec
      if (person === undefined) return
      const moved = [...(await ownMoved(house, person)), ...(await readingsLeft(house, person))]
      for (const claim of new Set(moved)) {
        // A person's entry counts up with each change of it, so each change seats a claim once.
        const key = `district:seat:${claim}:${id}:${person.rev}`
        const badges = await all({ seen: house.store.seen() }, BadgeRecord, { where: { claim } })
        const input = { claim, badges: badges.map(badge => badge.id) }
        const result = await house.perform('claim.seat', input, { key })
        if (result.status === 'wait') throw new Error('seating waits')
      }
      if (moved.length > 0) house.tell.worked('claims seated', { claims: moved.length })
    },
  }
}

/** The person's claims that stand elsewhere than they work. */
async function ownMoved(
  { store }: Pick<House, 'store'>,
  { id, body }: Rec<Person>,
): Promise<readonly string[]> {
  const asker = { seen: store.seen() }
  const claims = await all(asker, ClaimRecord, { where: { owner: id } })
  const known = await some(asker, UnitRecord, body.units ?? [])
  const units = unitsReached(body.units, known) ?? []
  const isElsewhere = (claim: Claim) =>
    claim.state !== 'draft' && (claim.units ?? []).join(' ') !== units.join(' ')
  return claims.filter(claim => isElsewhere(claim.body)).map(claim => claim.id)
}

/** The claims that the person reads and may read no longer. */
async function readingsLeft(
  { store }: Pick<House, 'store'>,
  { id, body }: Rec<Person>,
): Promise<readonly string[]> {
  const asker = { seen: store.seen() }
  const readings = await all(asker, ReviewRecord, { where: { reader: id, state: 'reading' } })
  return readings.filter(reading => !mayRead(body, reading)).map(reading => reading.body.claim)
}

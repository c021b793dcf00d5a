import { BadgeRecord } from '../../core/badge/record.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import type { ErasurePlan } from '../../core/erasure/record.ts'
import { ErasureRecord } from '../../core/erasure/record.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import { GoalRecord, ActivityRecord, CheckInRecord } from '../../core/plan/record.ts'
import { ReviewRecord } from '../../core/review/record.ts'
import type { RecordType } from '../../core/kit/record-type.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { House } from '../house.ts'
import { devicesOf } from '../person/devices.ts'
import type { Reaction } from '../reaction/reaction.ts'
import { foundOf } from './found.ts'

/** Counts what erasing a person's record would come to, where somebody has begun to think of it. */
export function countingErasures(house: House): Reaction {
  return {
    name: 'count-erasure',
    kind: ErasureRecord.kind,
    async react(person) {
      const erasure = (await house.store.seen().get(ErasureRecord, person))?.rec
      if (erasure?.body.state !== 'counting') return
      const plan = await planOf(house, person)
      const key = `district:erasure-count:${person}:${erasure.rev}`
      const result = await house.perform('erasure.count', bodyOf({ person, plan }), { key })
      if (result.status === 'wait') throw new Error('counting waits')
    },
  }
}

/** What there is of a person. */
export async function planOf(
  { store, accounts, clock }: Pick<House, 'store' | 'accounts' | 'clock'>,
  person: string,
): Promise<ErasurePlan> {
  const seen = store.seen()
  const bodies = async <B>(type: RecordType<B>): Promise<readonly B[]> =>
    (await foundOf(seen, type.kind, person)).map(({ body }) => type.schema.parse(body))
  const goals = await bodies(GoalRecord)
  const goalsPublished = goals.filter(({ published }) => published === true).length
  const readings = await bodies(ReviewRecord)
  const finished = readings.filter(({ state }) => state === 'finalised').length
  const { files, bytes } = await store.keptBy(person)
  const devices = await accounts.snapshot(() => devicesOf(person, clock()))
  return {
    goals: goals.length,
    goalsPublished,
    activities: (await bodies(ActivityRecord)).length,
    checkIns: (await bodies(CheckInRecord)).length,
    evidence: (await bodies(EvidenceRecord)).filter(({ deletedAt }) => deletedAt === undefined)
      .length,
    files,
    bytes,
    claims: byState(await bodies(ClaimRecord)),
    readings: finished,
    readingsOpen: readings.length - finished,
    badges: byState(await bodies(BadgeRecord)),
    computers: devices.filter(({ revokedAt }) => revokedAt === null).length,
  }
}

function byState<S extends string>(
  bodies: readonly { readonly state: S }[],
): Partial<Record<S, number>> {
  const counts: Partial<Record<S, number>> = {}
  for (const { state } of bodies) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

import { expect, test } from 'vitest'
import { aContext, officer, tuesday } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import type { Actor } from '../kit/command.ts'
import type { Badge } from './record.ts'
import { BadgeRecord } from './record.ts'
import { revokeBadge } from './revoke.ts'
import type { RevokingPace } from './revoking-pace.ts'
import {
  revocationsLeft,
  revokedAloneMax,
  revokingPaceId,
  RevokingPaceRecord,
} from './revoking-pace.ts'

const signed: Badge = {
  claim: 'c',
  owner: 'maya',
  microCredential: 'mc',
  title: 'Questions',
  attempt: 1,
  manifestSha256: 'b'.repeat(64),
  state: 'signed',
  approvedBy: 'iris',
  approvedAt: 1,
  signedAt: 2,
}
const minuteMs = 60_000
const noor: Actor = { ...officer, person: 'noor' }

/** Revokes one badge more, and says what the pace is then, or why it was not done. */
function after(
  pace: RevokingPace | undefined,
  actor: Actor,
  now: number,
  doneAt = now,
): RevokingPace | string {
  const decision = revokeBadge.decide(
    {
      badge: aRec(BadgeRecord, 'b', signed),
      pace: pace && aRec(RevokingPaceRecord, revokingPaceId, pace),
      replaced: [],
    },
    { badge: 'b', reason: 'A mistake' },
    aContext(actor, { now, doneAt }),
  )
  if ('refusal' in decision) return decision.refusal.code
  if (!('changes' in decision)) throw new Error('a wait')
  const last = decision.changes.at(-1)
  if (last?.do === 'create') return RevokingPaceRecord.schema.parse(last.body)
  return RevokingPaceRecord.schema.parse(last?.do === 'patch' ? last.set : {})
}

function revokedBy(actor: Actor, count: number, now: number, from?: RevokingPace): RevokingPace {
  let pace = from
  for (let n = 0; n < count; n++) {
    const next = after(pace, actor, now)
    if (typeof next === 'string') throw new Error(`${n}: ${next}`)
    pace = next
  }
  if (pace === undefined) throw new Error('nothing revoked')
  return pace
}

test('one officer revokes twenty-five in an hour, and not one more', () => {
  const pace = revokedBy(officer, revokedAloneMax, tuesday)
  expect(revokedAloneMax).toBe(25)
  expect(revocationsLeft(pace, 'iris', tuesday)).toBe(0)
  expect(after(pace, officer, tuesday)).toBe('revocations_hour')
  expect(after(pace, officer, tuesday + 60 * minuteMs - 1)).toBe('revocations_hour')
  // Another officer is another person; and an hour later it begins anew.
  expect(after(pace, noor, tuesday)).toBeTypeOf('object')
  expect(after(pace, officer, tuesday + 60 * minuteMs)).toEqual({
    recent: [{ by: 'iris', at: tuesday + 60 * minuteMs }],
  })
})

test('the hour rolls: what was revoked at its beginning makes room first', () => {
  const early = revokedBy(officer, 20, tuesday)
  const pace = revokedBy(officer, 5, tuesday + 30 * minuteMs, early)
  expect(after(pace, officer, tuesday + 59 * minuteMs)).toBe('revocations_hour')
  expect(revocationsLeft(pace, 'iris', tuesday + 60 * minuteMs)).toBe(20)
})

test('a computer that dates its revocations back over many days revokes no more for it', () => {
  const pace = revokedBy(officer, revokedAloneMax, tuesday)
  expect(after(pace, officer, tuesday, tuesday - 3 * 24 * 60 * minuteMs)).toBe('revocations_hour')
})

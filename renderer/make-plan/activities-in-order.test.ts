import { expect, test } from 'vitest'
import type { Activity } from '../../core/plan/record.ts'
import { activitiesInOrder } from './activities-in-order.ts'

const one = (id: string, set: Partial<Activity>) => ({
  id,
  sight: 'record' as const,
  body: { owner: 'me', goal: 'g', title: id, addedAt: 0, ...set },
})

test('what was done stands first, then what is due, then what has no day; what was taken off is gone', () => {
  const order = activitiesInOrder([
    one('dateless', {}),
    one('later', { due: '2026-12-09' }),
    one('off', { dropped: true, doneOn: '2026-11-01' }),
    one('done second', { doneOn: '2026-11-19' }),
    one('soon', { due: '2026-12-05' }),
    one('done first', { doneOn: '2026-11-13', due: '2026-12-31' }),
  ])
  expect(order.map(activity => activity.id)).toEqual([
    ...['done first', 'done second', 'soon', 'later', 'dateless'],
  ])
})

import { expect, test } from 'vitest'
import { activity, goal, linesOf } from '../trial/today.ts'

test('activities stand here from a week before they are due until they are done', () => {
  const keys = linesOf({
    goals: [goal('g'), goal('closed', { state: 'reached' }), goal('other', { owner: 'x' })],
    activities: [
      activity('late', { due: '2026-11-01' }),
      activity('soon', { due: '2026-12-01' }),
      activity('far', { due: '2026-12-02' }),
      activity('done', { due: '2026-11-24', doneOn: '2026-11-23' }),
      activity('dropped', { due: '2026-11-24', dropped: true }),
      activity('dateless', {}),
      activity('of a closed goal', { due: '2026-11-24', goal: 'closed' }),
      activity('of another person', { due: '2026-11-24', goal: 'other' }),
    ],
  }).map(line => line.key)
  expect(keys).toEqual(['activity late', 'activity soon'])
})

test('two versions of my goal ask for a choice; those of others are not mine to settle', () => {
  const aside = { title: { text: 'x', at: 0, device: 'd' } }
  const lines = linesOf({ goals: [goal('g', { aside }), goal('o', { owner: 'x', aside })] })
  expect(lines.map(line => line.key)).toEqual(['versions g'])
})

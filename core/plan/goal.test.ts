import { expect, test } from 'vitest'
import { aContext, coach, teacher } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import { changeGoal } from './change-goal.ts'
import { linkGoal } from './link-goal.ts'
import { publishGoal } from './publish-goal.ts'
import { GoalRecord, type Goal } from './record.ts'
import { settleGoal } from './settle-goal.ts'
import { writeGoal } from './write-goal.ts'

const aGoal = (more: Partial<Goal> = {}): Goal => ({
  owner: 'maya',
  layer: 'personal',
  title: 'Ask better questions',
  why: 'one\ntwo\nthree',
  competencies: {},
  serves: {},
  state: 'open',
  addedAt: 1,
  ...more,
})
const aGoalRec = (more: Partial<Goal> = {}, clocks: Record<string, string> = {}) =>
  aRec(GoalRecord, 'g', aGoal(more), clocks)

test('two devices that edit different lines of a goal both keep their edit', () => {
  const goal = aGoalRec({ why: 'ONE\ntwo\nthree' })
  const input = { goal: 'g', field: 'why' as const, base: 'one\ntwo\nthree', text: 'one\ntwo\n3' }
  expect(writeGoal.decide({ goal }, input, aContext())).toEqual({
    changes: [{ do: 'patch', key: 'goal/g', set: { why: 'ONE\ntwo\n3' } }],
  })
})

test('two edits of the same line are both kept, and settling leaves what was chosen', () => {
  const goal = aGoalRec({ why: 'uno' })
  const input = { goal: 'g', field: 'why' as const, base: 'one', text: 'eins' }
  const kept = writeGoal.decide({ goal }, input, aContext())
  expect(kept).toMatchObject({ changes: [{ set: { 'aside.why': { text: 'eins' } } }] })
  expect(
    settleGoal.decide(
      { goal: aGoalRec({ why: 'uno', aside: { why: { text: 'eins', at: 1, device: 'd' } } }) },
      { goal: 'g', field: 'why', text: 'uno y eins', seen: { stored: 'uno', aside: 'eins' } },
      aContext(),
    ),
  ).toMatchObject({ changes: [{ set: { why: 'uno y eins', 'aside.why': undefined } }] })
})

test('typing that was not sent yet is one edit from where it began', () => {
  const stroke = (base: string, text: string) => ({ goal: 'g', field: 'why' as const, base, text })
  expect(writeGoal.fold?.(stroke('', 'a'), stroke('a', 'ab'))).toEqual(stroke('', 'ab'))
  const other = { ...stroke('', 'a'), field: 'title' as const }
  expect(writeGoal.fold?.(other, stroke('a', 'ab'))).toBeUndefined()
})

test('single fields merge by their clocks: an older edit of one field leaves a newer one alone', () => {
  const goal = aGoalRec({}, { due: '9999999999999-0000-tablet' })
  const set = { due: '2027-01-01', nowLevel: '2' }
  expect(changeGoal.decide({ goal }, { goal: 'g', set }, aContext())).toMatchObject({
    changes: [{ set: { nowLevel: '2' } }],
  })
})

test('a goal can not serve itself', () => {
  const input = { goal: 'g', to: 'serves' as const, id: 'g', on: true }
  expect(linkGoal.decide({ goal: aGoalRec() }, input, aContext())).toMatchObject({
    refusal: { code: 'goal_serves_itself' },
  })
})

test('a plan is its owner’s: nobody else writes in it, and only an administrator publishes', () => {
  const state = { goal: aGoalRec() }
  expect(writeGoal.right(coach, state, { goal: 'g', field: 'why', base: '', text: '' })).toBe(false)
  expect(publishGoal.right(teacher, state, { goal: 'g', on: true })).toBe(false)
  const administrator = { ...teacher, roles: ['educator', 'administrator'] as const }
  expect(publishGoal.right(administrator, state, { goal: 'g', on: true })).toBe(true)
})

test('what one administrator published another takes back, whatever their clocks say, and puts none of theirs up', () => {
  const shown = { goal: aGoalRec({ published: true }, { published: '9999999999999-0000-tablet' }) }
  const other = { ...coach, roles: ['educator', 'administrator'] as const }
  const back = { goal: 'g', on: false }
  expect(publishGoal.right(other, shown, back)).toBe(true)
  expect(publishGoal.decide(shown, back, aContext(other))).toMatchObject({
    changes: [{ do: 'patch', key: 'goal/g', set: { published: undefined } }],
  })
  expect(publishGoal.right(other, shown, { goal: 'g', on: true })).toBe(false)
  expect(publishGoal.right(other, { goal: aGoalRec() }, back)).toBe(false)
  expect(publishGoal.right(coach, shown, back)).toBe(false)
})

test('a goal that isn’t published reaches its owner alone', () => {
  const streams = (goal: Goal) => GoalRecord.seats('g', goal).map(seat => seat.stream)
  expect(streams(aGoal())).toEqual(['user:maya'])
  expect(streams(aGoal({ published: true }))).toEqual(['user:maya', 'catalog'])
})

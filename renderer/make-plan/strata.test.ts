import fc from 'fast-check'
import { expect, test } from 'vitest'
import { goalLayers } from '../../core/plan/record.ts'
import { columnsMax, goalBeside, litPath, strataOf, type StratumGoal } from './strata.ts'

const goal = (
  id: string,
  layer: StratumGoal['layer'],
  serves: readonly string[] = [],
): StratumGoal => ({ id, layer, serves })

const valley = [
  goal('heard', 'district'),
  goal('adults', 'district'),
  goal('talk', 'school', ['heard']),
  goal('check', 'school', ['heard']),
  goal('tickets', 'team', ['check', 'adults']),
  goal('questions', 'personal', ['talk']),
  goal('thursday', 'personal', ['check', 'tickets']),
  goal('visits', 'personal', ['adults']),
]

test('a goal stands under the nearest goal it serves, and a parent spans what stands under it', () => {
  const { cells, columns, left } = strataOf(valley)
  expect(columns).toBe(3)
  expect(left).toEqual([])
  const at = (id: string) => {
    const cell = cells.find(cell => cell.goal === id)
    return [cell?.column, cell?.span]
  }
  expect(at('heard')).toEqual([1, 2])
  expect(at('adults')).toEqual([3, 1])
  expect(at('talk')).toEqual([1, 1])
  expect(at('questions')).toEqual([1, 1])
  expect(at('tickets')).toEqual([2, 1])
  expect(at('thursday')).toEqual([2, 1])
  expect(at('visits')).toEqual([3, 1])
})

test('a layer that is skipped says so in the place of the gap', () => {
  const gaps = strataOf(valley).cells.filter(cell => cell.goal === undefined)
  expect(gaps.map(cell => [cell.layer, cell.column])).toEqual([
    ['school', 3],
    ['team', 1],
    ['team', 3],
  ])
})

test('a personal goal that serves nothing shows one gap, right above it', () => {
  const { cells } = strataOf([goal('alone', 'personal')])
  expect(cells.map(cell => [cell.layer, cell.goal])).toEqual([
    ['team', undefined],
    ['personal', 'alone'],
  ])
})

test('where the room ends, branches that lead to mine were placed first', () => {
  const many = Array.from({ length: 9 }, (_, n) => goal(`d${n}`, 'district'))
  const { cells, left, columns } = strataOf([...many, goal('mine', 'personal', ['d8'])])
  expect(columns).toBe(columnsMax)
  expect(cells.find(cell => cell.goal === 'mine')?.column).toBe(1)
  expect(cells.find(cell => cell.goal === 'd8')?.column).toBe(1)
  expect(left).toEqual(['d5', 'd6', 'd7'])
})

test('no goals make an empty picture', () => {
  expect(strataOf([])).toEqual({ columns: 0, cells: [], left: [] })
})

test('the lit path holds every goal served, near and far, also beside the tree', () => {
  expect([...litPath(valley, 'thursday')].toSorted()).toEqual([
    ...['adults', 'check', 'heard', 'thursday', 'tickets'],
  ])
  expect([...litPath(valley, 'nowhere')]).toEqual([])
})

test('goals that serve each other in a circle do not loop', () => {
  const circle = [goal('a', 'team', ['b']), goal('b', 'team', ['a'])]
  expect([...litPath(circle, 'a')]).toEqual(['a', 'b'])
  expect(strataOf(circle).cells).toHaveLength(2)
})

test('arrows follow the links and the layer', () => {
  const strata = strataOf(valley)
  expect(goalBeside(strata, 'thursday', 'ArrowUp')).toBe('tickets')
  expect(goalBeside(strata, 'visits', 'ArrowUp')).toBe('adults')
  expect(goalBeside(strata, 'heard', 'ArrowDown')).toBe('talk')
  expect(goalBeside(strata, 'questions', 'ArrowRight')).toBe('thursday')
  expect(goalBeside(strata, 'questions', 'ArrowLeft')).toBeUndefined()
  expect(goalBeside(strata, 'nowhere', 'ArrowUp')).toBeUndefined()
})

test('every goal is in the picture or in the rest, once, and cells of a layer never overlap', () => {
  const anyGoals = fc
    .array(
      fc.record({
        layer: fc.constantFrom(...goalLayers),
        serves: fc.array(fc.nat(11), { maxLength: 3 }),
      }),
      { maxLength: 12 },
    )
    .map(goals =>
      goals.map((one, n) =>
        goal(
          `g${n}`,
          one.layer,
          one.serves.map(to => `g${to}`),
        ),
      ),
    )
  fc.assert(
    fc.property(anyGoals, goals => {
      const { cells, left, columns } = strataOf(goals)
      const placed = [...cells.flatMap(cell => cell.goal ?? []), ...left]
      expect(placed.toSorted()).toEqual(goals.map(one => one.id).toSorted())
      for (const layer of goalLayers) {
        const taken = cells
          .filter(cell => cell.layer === layer)
          .flatMap(cell => Array.from({ length: cell.span }, (_, n) => cell.column + n))
        expect(new Set(taken).size).toBe(taken.length)
        expect(taken.every(column => column >= 1 && column <= columns)).toBe(true)
      }
    }),
  )
})

import { expect, test } from 'vitest'
import type { Competency } from '../../core/competency/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { competencyTree, pathTo } from './competency-tree.ts'

const one = (id: string, position: number, parent?: string): Row<Competency> => ({
  id,
  sight: 'record',
  body: {
    ...{ framework: 'f', code: id, statement: id, kind: '', position, levels: [] },
    ...(parent === undefined ? {} : { parent }),
  },
})

test('statements stand under their parents by position', () => {
  const tree = competencyTree([one('b', 1), one('a', 0), one('a2', 1, 'a'), one('a1', 0, 'a')])
  expect(tree.get(undefined)?.map(row => row.id)).toEqual(['a', 'b'])
  expect(tree.get('a')?.map(row => row.id)).toEqual(['a1', 'a2'])
})

test('a statement whose parent is missing stands at the top', () => {
  expect(
    competencyTree([one('x', 0, 'gone')])
      .get(undefined)
      ?.map(row => row.id),
  ).toEqual(['x'])
})

test('the way to a statement names what is above it, and ends where it would go round', () => {
  expect(pathTo([one('a', 0), one('b', 0, 'a'), one('c', 0, 'b')], 'c')).toEqual(['a', 'b'])
  expect(pathTo([one('a', 0, 'b'), one('b', 0, 'a')], 'a')).toEqual(['a', 'b'])
  expect(pathTo([], 'c')).toEqual([])
})

import { expect, test } from 'vitest'
import type { Group } from '../../contract/device/verifying.ts'
import { worstFirst } from './severity.ts'

const group = (standing: Group['standing'], mark: Group['mark'], count: number): Group => ({
  id: `${standing} ${mark} ${count}`,
  standing,
  mark,
  count,
  because: undefined,
  issuer: { id: undefined, host: undefined, name: undefined, isKnown: false },
  also: [],
  notFetched: undefined,
  cause: undefined,
  mayAccept: false,
  decided: undefined,
})

test('one that was changed comes before a hundred that expired; of one cause the larger first', () => {
  const groups = [
    group('holds', undefined, 500),
    group('fails', 'dates', 100),
    group('fails', 'status', 2),
    group('fails', 'signature', 1),
    group('fails', 'signature', 3),
    group('fails', 'trust', 1),
    group('fails', undefined, 900),
    group('unknown', 'status', 17),
    group('unknown', 'trust', 2),
  ]
  expect(groups.toSorted(worstFirst).map(({ id }) => id)).toEqual([
    'fails signature 3',
    'fails signature 1',
    'fails trust 1',
    'fails status 2',
    'fails dates 100',
    'fails undefined 900',
    'unknown status 17',
    'unknown trust 2',
    'holds undefined 500',
  ])
})

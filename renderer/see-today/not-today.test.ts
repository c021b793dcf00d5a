import { expect, test } from 'vitest'
import { putOff } from './not-today.ts'

test('a line put off comes back the next day, and whatever else stands in its place puts nothing off', () => {
  const stored = JSON.stringify({ day: '2026-11-24', keys: ['activity a', 'refused k'] })
  expect(putOff(stored, '2026-11-24')).toEqual(['activity a', 'refused k'])
  expect(putOff(stored, '2026-11-25')).toEqual([])
  for (const broken of [null, '', '{', '[]', '{"day":1,"keys":[]}', '{"day":"2026-11-24"}']) {
    expect(putOff(broken, '2026-11-24')).toEqual([])
  }
})

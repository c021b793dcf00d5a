import { expect, test } from 'vitest'
import { olderTimeOf } from './older-time.ts'

test.each(['2015-04-31T10:00:00Z', '2015-02-29T10:00Z', '2015-13-01T10:00:00Z', 'yesterday', ''])(
  '%s is no date in any version',
  text => {
    expect(olderTimeOf(text, '2.0')).toBeNull()
    expect(olderTimeOf(text, '1.x')).toBeNull()
  },
)

test('2.0 needs a zone; seconds may be missing, an offset may have no colon', () => {
  const noon = Date.parse('2017-10-01T12:00:00Z')
  for (const text of [
    '2017-10-01T12:00Z',
    '2017-10-01T14:00+02:00',
    '2017-10-01T12:00:00.000+0000',
  ])
    expect(olderTimeOf(text, '2.0')).toEqual({ first: noon, last: noon })
  for (const value of [
    '2017-10-01T12:00:00',
    '2017-10-01',
    '1506859200',
    1506859200,
    null,
    {},
    true,
  ])
    expect(olderTimeOf(value, '2.0')).toBeNull()
})

test('1.x also has Unix seconds of ten digits, as text or number, and no zone', () => {
  const noon = Date.parse('2017-10-01T12:00:00Z')
  for (const value of ['1506859200', 1506859200, '2017-10-01T12:00:00'])
    expect(olderTimeOf(value, '1.x')).toEqual({ first: noon, last: noon })
  for (const value of [150685920, 15068592000, 1506859200.5, -1506859200, '15068592xx'])
    expect(olderTimeOf(value, '1.x')).toBeNull()
})

test('a day alone lasts from where it begins first to where it ends last', () => {
  expect(olderTimeOf('2015-04-30', '1.x')).toEqual({
    first: Date.parse('2015-04-29T10:00:00Z'),
    last: Date.parse('2015-05-01T12:00:00Z'),
  })
  expect(olderTimeOf('2015-04-31', '1.x')).toBeNull()
})

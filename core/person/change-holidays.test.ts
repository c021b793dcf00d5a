import { expect, test } from 'vitest'
import { aContext, officer } from '../../test/builders/context.ts'
import { aRec } from '../../test/builders/rec.ts'
import { changeHolidays } from './change-holidays.ts'
import { DistrictRecord, districtId, holidaysMax, type Holiday } from './district.ts'

const context = aContext({ ...officer, roles: ['administrator'] })
const thanksgiving = { day: '2026-11-26', name: 'Thanksgiving' }
const winter = { day: '2026-12-24', name: 'Winter break' }

const decided = (before: Holiday[], input: { add: Holiday[]; remove: string[] }) => {
  const district = { name: 'Alder', timeZone: 'America/Chicago', holidays: before }
  const state = { district: aRec(DistrictRecord, districtId, district) }
  return changeHolidays.decide(state, input, context)
}
const become = (holidays: Holiday[]) => ({ changes: [{ do: 'patch', set: { holidays } }] })

test('a day is put into its place among the others, which stay', () => {
  expect(decided([winter], { add: [thanksgiving], remove: [] })).toMatchObject(
    become([thanksgiving, winter]),
  )
})

test('a day that counts again goes, and no other does', () => {
  expect(decided([thanksgiving, winter], { add: [], remove: [winter.day] })).toMatchObject(
    become([thanksgiving]),
  )
})

test('a day that stands there already gets the new name, once', () => {
  const named = { ...winter, name: 'Christmas Eve' }
  expect(decided([winter], { add: [named], remove: [] })).toMatchObject(become([named]))
})

test('what changes nothing writes nothing', () => {
  expect(decided([winter], { add: [winter], remove: ['2026-01-05'] })).toEqual({ changes: [] })
})

test('a day that there is not is none', () => {
  const asked = (day: string) => changeHolidays.input.safeParse({ add: [], remove: [day] }).success
  expect(['2026-02-28', '2028-02-29'].map(asked)).toEqual([true, true])
  expect(['2026-02-30', '2027-02-29', '2026-13-01', '26-1-1', ''].map(asked)).not.toContain(true)
})

test('more days than the record holds are refused, and nothing is dropped to make room', () => {
  const days = Array.from({ length: holidaysMax }, (_, n) => ({
    day: new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
    name: '',
  }))
  expect(decided(days, { add: [{ day: '2030-01-01', name: '' }], remove: [] })).toMatchObject({
    refusal: { code: 'holidays_full', facts: { max: holidaysMax } },
  })
})

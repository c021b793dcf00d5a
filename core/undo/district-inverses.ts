import { way } from './back.ts'
import type { InverseOf } from './back.ts'

const changeHolidays: InverseOf<'district.change-holidays'> = {
  back({ district }, { add, remove }) {
    const known = new Map(district.body.holidays.map(one => [one.day, one]))
    const was = [...remove, ...add.map(({ day }) => day)].flatMap(day => known.get(day) ?? [])
    const isNew = add.map(({ day }) => day).filter(day => !known.has(day))
    if (was.length + isNew.length === 0) return undefined
    const input = { add: was, remove: isNew }
    return way(add.length > 0 ? 'daysAdded' : 'daysRemoved', {
      name: 'district.change-holidays',
      input,
    })
  },
}

const describe: InverseOf<'district.describe'> = {
  back({ district }, { name, timeZone }) {
    if (district === undefined) return undefined
    const was = { name: district.body.name, timeZone: district.body.timeZone }
    if (was.name === name && was.timeZone === timeZone) return undefined
    return way('districtDescribed', { name: 'district.describe', input: was })
  },
}

export const districtInverses = {
  'district.change-holidays': changeHolidays,
  'district.describe': describe,
}

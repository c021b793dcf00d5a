import { textOfUtf8, utf8 } from '../../src/bytes/text.ts'
import { epochMsOf } from '../../src/verify/date-time.ts'
import { olderTimeOf } from '../../src/verify/older/older-time.ts'
import { damagedBytes } from '../damaged-bytes.ts'
import type { Random } from '../random.ts'
import type { Target } from '../target.ts'

const digits = (random: Random, values: readonly number[], width: number) =>
  String(random.oneOf(values)).padStart(width, '0')

function aDate(random: Random): string {
  const year = digits(random, [0, 1, 99, 1582, 1900, 1970, 2000, 2015, 2024, 2100, 9999, 10_000], 4)
  const month = digits(random, [0, 1, 2, 4, 6, 9, 11, 12, 13], 2)
  const day = digits(random, [0, 1, 15, 28, 29, 30, 31, 32], 2)
  const time = [
    digits(random, [0, 1, 12, 23, 24, 25], 2),
    digits(random, [0, 30, 59, 60], 2),
    digits(random, [0, 1, 59, 60, 61], 2),
  ]
  const zone = random.oneOf([
    'Z',
    'z',
    '+00:00',
    '-00:00',
    '+14:00',
    '-12:30',
    '+23:59',
    '+24:00',
    '+0100',
    '',
    ' Z',
  ])
  const fraction = random.isOneIn(3) ? `.${random.text(['0', '1', '9'], 30)}` : ''
  return random.by(
    () =>
      `${year}-${month}-${day}${random.oneOf(['T', 't', ' '])}${time.join(':')}${fraction}${zone}`,
    () => `${year}-${month}-${day}T${time.slice(0, 2).join(':')}${zone}`,
    () => `${year}-${month}-${day}`,
    () => String(random.oneOf([0, 1_772_445_600, 9_999_999_999, 99_999_999_999, -1, 1.5])),
  )
}

/** A date is a day that exists, at the instant that its parts add up to. */
export const dates: Target = {
  name: 'dates',
  cpuMsMax: 500,
  shrinksMax: 6_000,
  make: random =>
    random.isOneIn(3) ? damagedBytes(random, utf8(aDate(random))) : utf8(aDate(random)),
  judge: input => {
    const text = textOfUtf8(input) ?? ''
    for (const form of ['1.x', '2.0'] as const)
      for (const value of [text, Number(text)]) {
        const older = olderTimeOf(value, form)
        if (older !== null && !(older.first <= older.last)) return 'ends before it begins'
      }
    const ms = epochMsOf(text)
    if (ms === null) return null
    const zone = /([+-])(\d\d):(\d\d)$/.exec(text)
    const offset =
      zone === null ? 0 : Number(`${zone[1]}1`) * (Number(zone[2]) * 60 + Number(zone[3]))
    const local = new Date(ms + offset * 60_000)
    const [fields = '', written] = [
      /^[\d-]{10}T[\d:]{8}/i.exec(text)?.[0],
      local.toISOString().slice(0, 19),
    ]
    return fields.toUpperCase() === written ? null : 'means another day'
  },
}

import { isList, isObject, type JsonValue } from '../src/json/value.ts'
import type { Random } from './random.ts'

/**
 * Writes JSON as others may: with white space, escapes and other forms of numbers, and now and then with
 * what is no JSON or says one key twice.
 *
 * @param faultIn one place in so many is faulty; `Infinity` for none.
 */
export function writtenJson(random: Random, value: JsonValue, faultIn: number): string {
  const isFaulty = () => Number.isFinite(faultIn) && random.isOneIn(faultIn)
  const space = () => (random.isOneIn(6) ? random.text([' ', '\n', '\t', '\r'], 3) : '')
  const fault = () =>
    isFaulty()
      ? random.oneOf([
          ',',
          '{',
          '}',
          '[',
          ']',
          '"',
          ':',
          '\\',
          'NaN',
          '/*',
          '\u0000',
          '\ufeff',
          '1',
          "'",
        ])
      : ''
  const text = (plain: string) => {
    const quoted = JSON.stringify(plain)
    return random.isOneIn(10) ? escaped(random, quoted) : quoted
  }
  const member = ([key, item]: readonly [string, JsonValue]) =>
    `${space()}${text(key)}${space()}:${fault()}${space()}${write(item)}`
  const write = (item: JsonValue): string => {
    if (isList(item))
      return `[${item.map(one => `${fault()}${space()}${write(one)}`).join(',')}${space()}]`
    if (!isObject(item))
      return `${typeof item === 'string' ? text(item) : numeral(random, item)}${fault()}`
    const members = Object.entries(item).map(member)
    const again = members.length > 0 && isFaulty() ? [random.oneOf(members)] : []
    return `{${[...members, ...again].join(`${space()},`)}${space()}}`
  }
  return `${space()}${write(value)}${space()}${fault()}`
}

/** Signs of a JSON string as `\uXXXX`: the same text, other bytes. */
function escaped(random: Random, quoted: string): string {
  const inside = quoted.slice(1, -1)
  if (inside.includes('\\')) return quoted
  const signs = inside.split('').map(sign => {
    const hex = sign.charCodeAt(0).toString(16).padStart(4, '0')
    return random.isOneIn(3) ? `\\u${random.isOneIn(2) ? hex.toUpperCase() : hex}` : sign
  })
  return `"${signs.join('')}"`
}

function numeral(random: Random, value: JsonValue): string {
  if (typeof value !== 'number' || !random.isOneIn(8)) return JSON.stringify(value)
  return random.oneOf([
    `${value}.0`,
    `${value}e0`,
    value.toExponential(),
    `0${value}`,
    '1e999',
    '-0',
  ])
}

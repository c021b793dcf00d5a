import { canonicalJson } from '../json/jcs.ts'
import {
  isList,
  isObject,
  listOf,
  textsOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../json/value.ts'
import type { Meter } from './meter.ts'

/** Says what a keyword expects where a value is not so; null where it is, or does not apply. */
type Assertion = (stated: JsonValue, value: JsonValue, meter: Meter) => string | null

/** @returns a text that is the same for equal JSON values, and its cost. */
function textOfJson(value: JsonValue, meter: Meter): string {
  const canonical = canonicalJson(value)
  const text = canonical.ok ? canonical.value : JSON.stringify(value)
  meter.spend(1 + text.length / 8)
  return text
}

const number =
  (isGood: (value: number, stated: number) => boolean, words: string): Assertion =>
  (stated, value) =>
    typeof stated !== 'number' || typeof value !== 'number' || isGood(value, stated)
      ? null
      : `a number ${words} ${stated}`

/** What counting the characters or members of a value costs. */
function breadthOf(value: JsonValue): number {
  if (typeof value === 'string') return value.length / 8
  return isObject(value) ? Object.keys(value).length : 0
}

/** Sizes of texts (in characters), lists and objects. */
const size =
  (sizeOf: (value: JsonValue) => number | null, isLeast: boolean, noun: string): Assertion =>
  (stated, value, meter) => {
    meter.spend(breadthOf(value))
    const count = sizeOf(value)
    if (typeof stated !== 'number' || count === null) return null
    return (isLeast ? count >= stated : count <= stated)
      ? null
      : `${isLeast ? 'at least' : 'at most'} ${stated} ${noun}`
  }

const charactersOf = (value: JsonValue) =>
  typeof value === 'string' ? Array.from(value).length : null
const itemsOf = (value: JsonValue) => (isList(value) ? value.length : null)
const membersOf = (value: JsonValue) => (isObject(value) ? Object.keys(value).length : null)

/** Keywords that judge a value by itself (draft 2019-09 validation section 6). */
const assertions: Readonly<Record<string, Assertion>> = {
  type: (stated, value) =>
    textsOf(stated).some(type => isOfType(type, value)) ? null : textsOf(stated).join(' or '),
  const: (stated, value, meter) =>
    textOfJson(stated, meter) === textOfJson(value, meter)
      ? null
      : textOfJson(stated, meter).slice(0, 100),
  enum: (stated, value, meter) => {
    const text = textOfJson(value, meter)
    return listOf(stated).some(one => textOfJson(one, meter) === text)
      ? null
      : 'one of the values allowed'
  },
  multipleOf: number(isMultiple, 'that is a multiple of'),
  maximum: number((value, stated) => value <= stated, 'not above'),
  exclusiveMaximum: number((value, stated) => value < stated, 'below'),
  minimum: number((value, stated) => value >= stated, 'not below'),
  exclusiveMinimum: number((value, stated) => value > stated, 'above'),
  maxLength: size(charactersOf, false, 'characters'),
  minLength: size(charactersOf, true, 'characters'),
  maxItems: size(itemsOf, false, 'items'),
  minItems: size(itemsOf, true, 'items'),
  maxProperties: size(membersOf, false, 'properties'),
  minProperties: size(membersOf, true, 'properties'),
  uniqueItems: (stated, value, meter) => {
    if (stated !== true || !isList(value)) return null
    const seen = new Set(value.map(item => textOfJson(item, meter)))
    return seen.size === value.length ? null : 'no item twice'
  },
  required: (stated, value) => missing(textsOf(stated), value),
  dependentRequired: (stated, value) => {
    if (!isObject(stated) || !isObject(value)) return null
    const present = Object.keys(stated).filter(key => Object.hasOwn(value, key))
    return missing(
      present.flatMap(key => textsOf(stated[key])),
      value,
    )
  },
}

const everyAssertion = Object.entries(assertions)

/** @returns what the keywords of a schema expect of a value that is not as they ask. */
export function assertionProblems(
  schema: JsonObject,
  value: JsonValue,
  meter: Meter,
): readonly { readonly keyword: string; readonly expected: string }[] {
  return everyAssertion.flatMap(([keyword, assertion]) => {
    const stated = valueAt(schema, keyword)
    if (stated === undefined) return []
    meter.spend(1 + (isList(stated) ? stated.length : isObject(stated) ? breadthOf(stated) : 0))
    const expected = assertion(stated, value, meter)
    return expected === null ? [] : [{ keyword, expected }]
  })
}

function missing(keys: readonly string[], value: JsonValue): string | null {
  if (!isObject(value)) return null
  const absent = keys.filter(key => !Object.hasOwn(value, key))
  return absent.length === 0 ? null : `the property ${absent.slice(0, 5).join(', ')}`
}

function isOfType(type: string, value: JsonValue): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return isList(value)
  if (type === 'object') return isObject(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

/** Decimal fractions are not exact in binary, so a remainder smaller than their error is none. */
function isMultiple(value: number, of: number): boolean {
  if (of <= 0) return true
  if (Number.isInteger(value) && Number.isInteger(of)) return value % of === 0
  const times = value / of
  return (
    Number.isFinite(times) &&
    Math.abs(times - Math.round(times)) < 1e-9 * Math.max(1, Math.abs(times))
  )
}

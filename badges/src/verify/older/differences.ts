import { verificationOf } from './older-case.ts'
import { olderTimeOf } from './older-time.ts'
import {
  idOf,
  isList,
  isObject,
  listOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts'

/** What is not compared: words' meanings, and the id, which is looked at on its own. */
const apart: ReadonlySet<string> = new Set(['@context', 'id', 'verify', 'verification'])

const dates: ReadonlySet<string> = new Set(['issuedOn', 'issued_on', 'expires'])

/**
 * Compares a copy with the original. The original may say more (a baked copy is often shorter); what
 * the copy says it must say too, and an empty list or text says nothing. One value and a list of it are the same, as
 * are an id and the object that has it (JSON-LD), and one time in two zones.
 *
 * @returns names of the properties in which the copy says something else.
 */
export function differences(copy: JsonObject, original: JsonObject): readonly string[] {
  const names = Object.keys(copy).filter(
    key =>
      !apart.has(key) &&
      !isNothing(copy[key]) &&
      !isSaidBy(copy[key], valueAt(original, key)) &&
      !(dates.has(key) && isSameTime(copy[key], valueAt(original, key))),
  )
  const verification = verificationOf(copy)
  const isSame =
    verification === undefined ||
    isSaidBy(withPlainType(verification), withPlainType(verificationOf(original)))
  return isSame ? names : [...names, 'verification']
}

function isNothing(value: JsonValue | undefined): boolean {
  return value === null || value === '' || (isList(value) && value.length === 0)
}

function isSameTime(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  const [first, second] = [one, other].map(value => olderTimeOf(value, '1.x'))
  return first != null && first.first === second?.first && first.last === second.last
}

function isSaidBy(copy: JsonValue | undefined, original: JsonValue | undefined): boolean {
  if (isList(copy) || isList(original)) {
    const [some, all] = [listOf(copy), listOf(original)]
    return some.length === all.length && some.every((item, at) => isSaidBy(item, all[at]))
  }
  if (isObject(copy) && isObject(original))
    return Object.keys(copy).every(
      key => key === '@context' || isSaidBy(copy[key], valueAt(original, key)),
    )
  if (isObject(copy) || isObject(original))
    return idOf(copy) !== null && idOf(copy) === idOf(original)
  return copy === original || (isProfile(copy) && isProfile(original))
}

/** `Issuer` is the older name of `Profile`, and both are in use. */
function isProfile(type: JsonValue | undefined): boolean {
  return type === 'Issuer' || type === 'Profile'
}

/** `hosted` and `HostedBadge` are one type under two names. */
function withPlainType(verification: JsonValue | undefined): JsonValue | undefined {
  const type = valueAt(verification, 'type')
  return isObject(verification) && typeof type === 'string'
    ? { ...verification, type: type.replace(/badge$/i, '').toLowerCase() }
    : verification
}

import {
  isList,
  isObject,
  listOf,
  pointer,
  textsOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts'
import { isText, isUri, type Problem } from '../checks/problems.ts'

/** What a property has to be, and how it is called where it is not. */
interface Kind {
  readonly fits: (value: JsonValue) => boolean
  readonly expected: string
}

const isIri = (value: JsonValue) => isUri(value) && !/^data:/i.test(String(value))
const hasId = (value: JsonValue) => isIri(valueAt(value, 'id') ?? null)

/** Kinds of values of the older standards (OB 2.0 #datatypes). */
export const kinds = {
  text: { fits: value => isText(value), expected: 'a text' },
  /** Where nothing is asked for, an empty text is allowed. */
  anyText: { fits: value => typeof value === 'string' || isText(value), expected: 'a text' },
  iri: { fits: isIri, expected: 'an absolute IRI' },
  flag: { fits: value => typeof value === 'boolean', expected: 'true or false' },
  /** A node by its id, or the node itself. */
  node: { fits: value => isIri(value) || isObject(value), expected: 'an IRI or an object' },
  address: {
    fits: value => typeof value === 'string' && /^https?:\/\/\S+$/i.test(value),
    expected: 'an address of the web',
  },
  /** A picture by its address, or an object that has one. */
  image: {
    fits: value => isIri(value) || hasId(value),
    expected: 'the address of a picture, not its data',
  },
  imageOrData: {
    fits: value => isUri(value) || hasId(value) || isObject(value),
    expected: 'a picture: its address or its data',
  },
  email: {
    fits: value => typeof value === 'string' && /^[^@\s]+@[^@\s]+$/.test(value),
    expected: 'an e-mail address',
  },
} as const satisfies Readonly<Record<string, Kind>>

/** Property → kind. */
export type Properties = Readonly<Record<string, Kind>>

/**
 * Holds a node to its properties. One value where one is asked for; null and an empty list count as
 * absent.
 *
 * @returns what is missing among `needed`, and what is of another kind in either.
 */
export function propertyProblems(
  node: JsonObject,
  about: string,
  needed: Properties,
  allowed: Properties = {},
): readonly Problem[] {
  const at = (key: string, { expected }: Kind) => ({ about: pointer(about, key), expected })
  const stated = (key: string) => {
    const value = valueAt(node, key)
    return value === null || (isList(value) && value.length === 0) ? undefined : value
  }
  const missing = Object.entries(needed)
    .filter(([key]) => stated(key) === undefined)
    .map(([key, kind]) => at(key, kind))
  const wrong = Object.entries({ ...needed, ...allowed })
    .filter(([key, kind]) => {
      const value = stated(key)
      return value !== undefined && !listOf(value).every(item => kind.fits(item))
    })
    .map(([key, kind]) => at(key, kind))
  return [...missing, ...wrong]
}

/** @returns a problem where a node does not say that it is one of some types. */
export function typeProblems(
  node: JsonObject,
  about: string,
  types: readonly string[],
): readonly Problem[] {
  const stated = textsOf(valueAt(node, 'type'))
  if (types.some(type => stated.includes(type))) return []
  return [{ about: pointer(about, 'type'), expected: types.join(' or ') }]
}

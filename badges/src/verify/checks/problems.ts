import {
  isList,
  isObject,
  pointer,
  textsOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../../json/value.ts'

/** A breach of the data model: where, and what should be there. */
export interface Problem {
  readonly about: string
  readonly expected: string
}

/** @returns whether a text is an absolute URI without white space. */
export function isUri(value: JsonValue | undefined): boolean {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(value)
}

/** @returns whether `type` of a node holds a type. */
export function hasType(node: JsonValue | undefined, type: string): boolean {
  return textsOf(valueAt(node, 'type')).includes(type)
}

/** @returns problems of required texts that are missing or empty. */
export function missingTexts(
  node: JsonObject,
  about: string,
  keys: readonly string[],
): readonly Problem[] {
  return keys
    .filter(key => !isText(valueAt(node, key)))
    .map(key => ({ about: pointer(about, key), expected: 'a text' }))
}

/** A text may be plain, or a language value, or several of those (VCDM 2.0 section 11.1). */
export function isText(value: JsonValue | undefined): boolean {
  if (typeof value === 'string') return value !== ''
  if (isList(value)) return value.length > 0 && value.every(isText)
  if (!isObject(value)) return false
  const keys = Object.keys(value)
  const allowed = ['@value', '@language', '@direction']
  return typeof value['@value'] === 'string' && keys.every(key => allowed.includes(key))
}

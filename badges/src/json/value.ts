/** Any JSON value, read-only. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** @returns true for a JSON object (not null, not an array). */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @returns true for a JSON array. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/** @returns the array, the single value as an array, or an empty one: JSON-LD allows all three. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return []
  return isList(value) ? value : [value]
}

/** @returns the strings among one or many values. */
export function textsOf(value: JsonValue | undefined): readonly string[] {
  return listOf(value).filter(item => typeof item === 'string')
}

/** @returns the string, or null for anything else. */
export function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

/** @returns the own property of an object, so that `constructor` and the like read as absent. */
export function valueAt(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** @returns the id of a node given as a string or as an object with `id`. */
export function idOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : textOf(valueAt(value, 'id'))
}

/** @returns a JSON pointer (RFC 6901) one step further down. */
export function pointer(base: string, ...steps: readonly (string | number)[]): string {
  return (
    base +
    steps.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
  )
}

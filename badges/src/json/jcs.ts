import { found, refused, type Result } from '../refusal.ts'
import { isList, isObject, type JsonValue } from './value.ts'

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

/**
 * JSON Canonicalization Scheme (RFC 8785): keys in the order of their UTF-16 code units, numbers and
 * strings as ECMAScript writes them, no white space.
 *
 * @returns the text, or PARSING_ERROR for what I-JSON cannot say: half a surrogate pair, a number
 * past the range of a double.
 */
export function canonicalJson(value: JsonValue): Result<string> {
  const parts: string[] = []
  const problem = write(value, parts)
  return problem === null ? found(parts.join('')) : refused('PARSING_ERROR', { reason: problem })
}

function write(value: JsonValue, parts: string[]): string | null {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number without an end'
  if (typeof value === 'string' && loneSurrogate.test(value)) return 'half a surrogate pair'
  if (isList(value)) return writeAll('[', ']', value, parts, item => write(item, parts))
  if (!isObject(value)) {
    parts.push(JSON.stringify(value))
    return null
  }
  const keys = Object.keys(value).toSorted(byCodeUnits)
  return writeAll('{', '}', keys, parts, key => {
    if (loneSurrogate.test(key)) return 'half a surrogate pair'
    parts.push(JSON.stringify(key), ':')
    return write(value[key] ?? null, parts)
  })
}

function writeAll<T>(
  open: string,
  close: string,
  items: readonly T[],
  parts: string[],
  writeOne: (item: T) => string | null,
): string | null {
  parts.push(open)
  for (const [at, item] of items.entries()) {
    if (at > 0) parts.push(',')
    const problem = writeOne(item)
    if (problem !== null) return problem
  }
  parts.push(close)
  return null
}

/** Operators compare strings by code units; a locale would not. */
function byCodeUnits(first: string, second: string): number {
  return first < second ? -1 : 1
}

import { jsonBytesMax, jsonDepthMax, jsonValuesMax } from '../limits.ts'
import { found, refused, type Result } from '../refusal.ts'
import type { JsonValue } from './value.ts'

/**
 * Parses JSON strictly (RFC 8259) and refuses what makes two readers see two things: duplicate
 * keys, a `__proto__` key, nesting past `jsonDepthMax`.
 *
 * A scan in constant stack runs first, because the built-in parser keeps the last of two keys
 * silently and has no limit on depth. The scan does not judge the grammar; `JSON.parse` does.
 *
 * @param valuesMax most values, where it is read from somebody who is trusted with more.
 * @returns the value, or PARSING_ERROR, TOO_LARGE, TOO_DEEP, DUPLICATE_KEY, PROTOTYPE_KEY.
 */
export function parseJson(text: string, valuesMax = jsonValuesMax): Result<JsonValue> {
  if (text.length > jsonBytesMax) return refused('TOO_LARGE', { charactersMax: jsonBytesMax })
  const problem = scan(text, valuesMax)
  if (problem !== null) return problem
  try {
    const value: JsonValue = JSON.parse(text)
    return found(value)
  } catch (error) {
    return refused('PARSING_ERROR', { reason: error instanceof Error ? error.message : 'not JSON' })
  }
}

function scan(text: string, valuesMax: number): ReturnType<typeof refused> | null {
  /** One entry per open bracket: the keys seen in an object, null for an array. */
  const open: (Set<string> | null)[] = []
  let values = 1
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') {
      const end = endOfString(text, at)
      if (end === -1) return refused('PARSING_ERROR', { reason: 'a string without an end' })
      const problem = isKey(text, end) ? seeKey(text.slice(at, end), open.at(-1) ?? null) : null
      if (problem !== null) return problem
      at = end - 1
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : null)
      values += 1
      if (open.length > jsonDepthMax) return refused('TOO_DEEP', { depthMax: jsonDepthMax })
    } else if (sign === '}' || sign === ']') {
      open.pop()
    } else if (sign === ',') {
      values += 1
    }
    if (values > valuesMax) return refused('TOO_LARGE', { valuesMax })
  }
  return null
}

/** @returns the index after the closing quote, or -1. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '"') return at + 1
  }
  return -1
}

function isKey(text: string, end: number): boolean {
  let at = end
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1
  return text[at] === ':'
}

function seeKey(token: string, keys: Set<string> | null): ReturnType<typeof refused> | null {
  let key: string
  try {
    key = JSON.parse(token)
  } catch {
    return refused('PARSING_ERROR', { reason: 'a key that is no JSON string' })
  }
  if (key === '__proto__') return refused('PROTOTYPE_KEY', { key })
  if (keys?.has(key) === true) return refused('DUPLICATE_KEY', { key: key.slice(0, 100) })
  keys?.add(key)
  return null
}

import { textOfUtf8, utf8 } from '../../src/bytes/text.ts'
import { parseJson } from '../../src/json/parse.ts'
import { isList, isObject, type JsonValue } from '../../src/json/value.ts'
import { jsonDepthMax } from '../../src/limits.ts'
import { damagedBytes } from '../damaged-bytes.ts'
import { anyValue } from '../damaged-json.ts'
import { writtenJson } from '../written-json.ts'
import type { Random } from '../random.ts'
import type { Target } from '../target.ts'

/** @returns a JSON text with faults, deep or wide now and then. */
function aJsonText(random: Random): string {
  const text = writtenJson(random, anyValue(random), random.oneOf([Infinity, 40, 8]))
  if (random.isOneIn(30)) {
    const deep = random.under(jsonDepthMax * 2)
    const [open, close] = random.oneOf([
      ['[', ']'],
      ['{"a":', '}'],
    ])
    return open.repeat(deep) + text + close.repeat(random.isOneIn(3) ? random.under(200) : deep)
  }
  return random.isOneIn(200) ? `[${`${text},`.repeat(random.under(3000))}0]` : text
}

/**
 * A strict parser against the built-in one, which judges the grammar but keeps the last of two keys.
 *
 * @param parse ours; a test puts in one with a fault to see that it is found.
 */
export function jsonTarget(parse: typeof parseJson): Target {
  return {
    name: 'json',
    cpuMsMax: 1_500,
    shrinksMax: 6_000,
    make: random => {
      const bytes = utf8(aJsonText(random))
      return random.isOneIn(3) ? damagedBytes(random, bytes) : bytes
    },
    judge: input => {
      const text = textOfUtf8(input)
      return text === null ? null : complaintOf(text, parse(text))
    },
  }
}

export const json = jsonTarget(parseJson)

function complaintOf(text: string, read: ReturnType<typeof parseJson>): string | null {
  const value = builtIn(text)
  if (!read.ok) {
    const isGrammar = read.refusal.code === 'PARSING_ERROR'
    return isGrammar && value !== undefined ? 'calls good JSON broken' : null
  }
  if (value === undefined) return 'reads what is no JSON'
  if (JSON.stringify(read.value) !== JSON.stringify(value)) return 'reads another value'
  if (depthOf(read.value) > jsonDepthMax) return 'reads too deep'
  if (keysIn(read.value).includes('__proto__')) return 'lets a prototype key through'
  return keysIn(read.value).length === colonsOf(text) ? null : 'loses one of two keys'
}

function builtIn(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON, says the built-in parser; that is the answer.
    return undefined
  }
}

function depthOf(value: JsonValue): number {
  if (!isObject(value) && !isList(value)) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

function keysIn(value: JsonValue): readonly string[] {
  if (isList(value)) return value.flatMap(keysIn)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, item]) => [key, ...keysIn(item)])
}

/** Each key of a JSON text is followed by a colon outside of strings, and nothing else is. */
function colonsOf(text: string): number {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"/gs, '').split(':').length - 1
}

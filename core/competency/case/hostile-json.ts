import { caseLimits } from './limits.ts'
import type { Problems } from './problem.ts'
import { readUtf8 } from './utf8.ts'

/**
 * The JSON value of a stranger's bytes or text, or `undefined` after an error was told. Size, depth and number of
 * values are checked before anything is built on them; a byte order mark is dropped. A value that was parsed
 * elsewhere passes the same depth and size checks.
 */
export function readHostileJson(input: unknown, problems: Problems): unknown {
  const text = textOf(input, problems)
  if (text === undefined) return undefined
  if (text.given) return withinLimits(input, problems) ? input : undefined
  if (text.value.length > caseLimits.charactersMax) {
    problems.add('error', 'too-large', 'line 1', String(text.value.length))
    return undefined
  }
  const scan = scanned(text.value)
  if (scan.depth > caseLimits.jsonDepthMax) {
    problems.add('error', 'too-deep', `line ${scan.deepLine}`, String(scan.depth))
    return undefined
  }
  let value: unknown
  try {
    value = JSON.parse(text.value)
  } catch {
    problems.add('error', 'not-json', `line ${scan.lastLine}`, whyNotJson(text.value, scan.open))
    return undefined
  }
  return withinLimits(value, problems) ? value : undefined
}

type Text = { readonly given: true } | { readonly given: false; readonly value: string }

function textOf(input: unknown, problems: Problems): Text | undefined {
  if (input instanceof Uint8Array) {
    if (input.length > caseLimits.charactersMax) {
      problems.add('error', 'too-large', 'line 1', String(input.length))
      return undefined
    }
    const utf16 =
      (input[0] === 0xff && input[1] === 0xfe) || (input[0] === 0xfe && input[1] === 0xff)
    const read = readUtf8(input)
    if ('badLine' in read) {
      problems.add('error', 'encoding', `line ${read.badLine}`, utf16 ? 'UTF-16' : undefined)
      return undefined
    }
    return decoded(read.text, problems)
  }
  return typeof input === 'string' ? decoded(input, problems) : { given: true }
}

function decoded(text: string, problems: Problems): Text | undefined {
  // A replacement character says that somebody read the file in the wrong encoding before us: the letter is gone.
  const lost = text.indexOf('\uFFFD')
  if (lost >= 0) {
    problems.add('error', 'encoding', `line ${text.slice(0, lost).split('\n').length}`, '\uFFFD')
    return undefined
  }
  return { given: false, value: text.startsWith('\uFEFF') ? text.slice(1) : text }
}

interface Scan {
  /** Deepest nesting, and the line where it is first reached. */
  readonly depth: number
  readonly deepLine: number
  readonly lastLine: number
  /** Brackets that are still open at the end: the file was cut. */
  readonly open: number
}

/** Walks the characters once, outside of strings. Stops where nesting passes the limit: no parser sees the rest. */
function scanned(text: string): Scan {
  let [depth, deepest, line, deepLine] = [0, 0, 1, 1]
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === 10) line += 1
    if (inString) {
      if (unit === 0x5c) at += 1
      else if (unit === 0x22) inString = false
    } else if (unit === 0x22) inString = true
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1
      if (depth > deepest) [deepest, deepLine] = [depth, line]
      if (deepest > caseLimits.jsonDepthMax) break
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1
  }
  return { depth: deepest, deepLine, lastLine: line, open: inString ? depth + 1 : depth }
}

function whyNotJson(text: string, open: number): string | undefined {
  const start = text.trimStart().slice(0, 200).toLowerCase()
  if (start === '') return 'empty'
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'HTML page'
  if (start.startsWith('<')) return 'XML'
  if (start.startsWith('pk\u0003\u0004')) return 'ZIP'
  return open > 0 ? 'truncated' : undefined
}

/** Walks a value without recursion, so that neither depth, a loop nor sheer number can hang the caller. */
function withinLimits(value: unknown, problems: Problems): boolean {
  let row: unknown[] = [value]
  let seen = 0
  for (let depth = 0; row.length > 0; depth += 1) {
    const next: unknown[] = []
    for (const one of row) {
      if (typeof one !== 'object' || one === null) continue
      if (depth >= caseLimits.jsonDepthMax) {
        problems.add('error', 'too-deep', '', String(depth + 1))
        return false
      }
      for (const inner of Object.values(one)) next.push(inner)
      if (seen + next.length > caseLimits.valuesMax) {
        problems.add('error', 'too-many', '', String(seen + next.length))
        return false
      }
    }
    seen += next.length
    row = next
  }
  return true
}

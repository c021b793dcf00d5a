import type { Problems } from './problem.ts'

/** A JSON object of a stranger: own properties only, every value unknown. */
export type Fields = Readonly<Record<string, unknown>>

/** Reads single fields of objects in which anything may stand; what is wrong is told, never thrown. */
export interface FieldReader {
  /** A cleaned, trimmed string; absent for null, missing, empty or another type. Numbers become text. */
  text(from: Fields, name: string, path: string, most: number): string | undefined
  /** The same on one line: CASE's NormalizedString, runs of white space made one space. */
  line(from: Fields, name: string, path: string, most: number): string | undefined
  /** A finite number, also one written as a string. */
  number(from: Fields, name: string, path: string): number | undefined
  /** The objects of an array; null, missing and `{}` in its place count as none. */
  objects(from: Fields, name: string, path: string): readonly Placed[]
  /** Tells when a date and time is not ISO 8601; one without an offset is UTC (interop.md §4). */
  dateTime(from: Fields, name: string, path: string): void
}

export interface Placed {
  readonly path: string
  readonly fields: Fields
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An own property; what stands on a prototype, or under `__proto__`, is nobody's data. */
export function own(from: Fields, name: string): unknown {
  return Object.hasOwn(from, name) ? from[name] : undefined
}

const dateTimeShape =
  /^\d{4}-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?$/

function isDateTime(text: string): boolean {
  const parts = dateTimeShape.exec(text)
  if (parts === null) return false
  const [month, day, hour, minute, second] = parts.slice(1).map(part => Number(part ?? 0))
  return (
    within(month, 1, 12) &&
    within(day, 1, 31) &&
    within(hour, 0, 24) &&
    within(minute, 0, 59) &&
    within(second, 0, 60)
  )
}

const within = (value: number | undefined, least: number, most: number) =>
  value !== undefined && value >= least && value <= most

const unwanted = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFD]/gu
// Bounded, so that a long line of `<` costs one pass. Finds tags and the links that run; a note, never a refusal.
const markup =
  /<\/?[a-z][a-z0-9-]{0,20}[\s>/]|<!--|(?:javascript|vbscript)\s{0,8}:|\]\(\s{0,8}data:/iu

/** At most so many UTF-16 units, without half a character at the end. */
export function clipped(text: string, most: number): string {
  return text
    .slice(0, most)
    .replaceAll(/\p{Cs}/gu, '')
    .trim()
}

export function fieldReader(problems: Problems): FieldReader {
  function clean(raw: string, path: string, most: number, oneLine: boolean): string | undefined {
    const kept = raw.replaceAll(unwanted, '')
    if (kept !== raw) problems.add('warning', 'control-characters', path, kept)
    let text = oneLine ? kept.trim().replaceAll(/\s+/gu, ' ') : kept.trim()
    if (text.length > most) {
      problems.add('warning', 'too-long', path, String(text.length))
      text = clipped(text, most)
    }
    if (markup.test(text)) problems.add('note', 'markup', path, text)
    return text === '' ? undefined : text
  }
  function string(from: Fields, name: string, path: string, most: number, oneLine: boolean) {
    const value = own(from, name)
    const at = `${path}/${name}`
    if (typeof value === 'string') return clean(value, at, most, oneLine)
    if (typeof value === 'number') return clean(String(value), at, most, oneLine)
    if (value !== undefined && value !== null) problems.add('warning', 'wrong-type', at, value)
    return undefined
  }
  return {
    text: (from, name, path, most) => string(from, name, path, most, false),
    line: (from, name, path, most) => string(from, name, path, most, true),
    number(from, name, path) {
      const value = own(from, name)
      if (value === undefined || value === null || value === '') return undefined
      const read = typeof value === 'string' ? Number(value) : value
      if (typeof read === 'number' && Number.isFinite(read)) return read
      problems.add('warning', 'wrong-type', `${path}/${name}`, value)
      return undefined
    },
    objects(from, name, path) {
      const value = own(from, name)
      if (value === undefined || value === null) return []
      if (!Array.isArray(value)) {
        if (!isFields(value) || Object.keys(value).length > 0) {
          problems.add('warning', 'wrong-type', `${path}/${name}`, value)
        }
        return []
      }
      return value.flatMap((one: unknown, n): Placed[] => {
        if (isFields(one)) return [{ path: `${path}/${name}/${n}`, fields: one }]
        problems.add('error', 'wrong-type', `${path}/${name}/${n}`, one)
        return []
      })
    },
    dateTime(from, name, path) {
      const value = own(from, name)
      if (value === undefined || value === null) return
      if (typeof value === 'string' && isDateTime(value.trim())) return
      problems.add('warning', 'bad-datetime', `${path}/${name}`, value)
    },
  }
}

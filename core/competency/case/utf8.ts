/** The text, or the line (from 1) on which the bytes stop being UTF-8. */
export type Utf8Result = { readonly text: string } | { readonly badLine: number }

const unitsMax = 8_192

/**
 * Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing replaced. Written here because core runs
 * where no decoder is promised, and because a replacement character must never be stored in place of a letter.
 */
export function readUtf8(bytes: Uint8Array): Utf8Result {
  const parts: string[] = []
  let units: number[] = []
  let line = 1
  let at = 0
  while (at < bytes.length) {
    const first = bytes[at] ?? 0
    const length = sequenceLength(first)
    const point = length === 0 ? -1 : codePoint(bytes, at, length)
    if (point < 0) return { badLine: line }
    if (point === 10) line += 1
    if (point > 0xffff) {
      units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff))
    } else units.push(point)
    if (units.length >= unitsMax) {
      parts.push(String.fromCharCode(...units))
      units = []
    }
    at += length
  }
  parts.push(String.fromCharCode(...units))
  return { text: parts.join('') }
}

function sequenceLength(first: number): number {
  if (first < 0x80) return 1
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (first >= 0xe0 && first <= 0xef) return 3
  if (first >= 0xf0 && first <= 0xf4) return 4
  return 0
}

const leastPoint = [0, 0, 0x80, 0x800, 0x10000]

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at] ?? 0
  if (length === 1) return first
  let point = first & (0xff >> (length + 1))
  for (let n = 1; n < length; n += 1) {
    const next = bytes[at + n]
    if (next === undefined || (next & 0xc0) !== 0x80) return -1
    point = (point << 6) | (next & 0x3f)
  }
  const overlong = point < (leastPoint[length] ?? 0)
  const surrogate = point >= 0xd800 && point <= 0xdfff
  return overlong || surrogate || point > 0x10ffff ? -1 : point
}

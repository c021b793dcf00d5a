/** A part of a file, ends included. */
export interface Part {
  readonly start: number
  readonly end: number
}

/**
 * Reads a `Range` header (RFC 9110 section 14.2): one part in bytes. Anything else is the whole file, as the standard
 * allows; `unsatisfiable` for a part that begins behind the end.
 */
export function readRange(
  header: string | undefined,
  sizeBytes: number,
): Part | 'whole' | 'unsatisfiable' {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return 'whole'
  if (from === '') {
    const length = Math.min(Number(to), sizeBytes)
    return length === 0 ? 'unsatisfiable' : { start: sizeBytes - length, end: sizeBytes - 1 }
  }
  const start = Number(from)
  if (start >= sizeBytes) return 'unsatisfiable'
  const end = to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1)
  return end < start ? 'whole' : { start, end }
}

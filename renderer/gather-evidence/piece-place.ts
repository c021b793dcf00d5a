/** A place in a file, as an address names it. Pages from 1, times in ms from the start. */
export interface PiecePlace {
  readonly page?: number
  readonly startMs?: number
  readonly endMs?: number
}

/** Reads `?page=3`, `?t=134` or `?t=134,185` (seconds); what is no number is left out. */
export function placeInAddress(search: URLSearchParams): PiecePlace {
  const page = whole(search.get('page'))
  const [from, to] = (search.get('t') ?? '').split(',').map(whole)
  return {
    ...(page === undefined || page < 1 ? {} : { page }),
    ...(from === undefined ? {} : { startMs: from * 1_000 }),
    ...(from === undefined || to === undefined || to <= from ? {} : { endMs: to * 1_000 }),
  }
}

/** Eight digits: more seconds or pages than any file has. */
const whole = (text: string | null | undefined): number | undefined =>
  text !== null && text !== undefined && /^\d{1,8}$/.test(text) ? Number(text) : undefined

import type { Refusal } from '../refusal.ts'

/** What a badge image holds: the text as it was baked, and what was odd about it. */
export interface Baked {
  /** Keyword of the PNG chunk, or `namespace|local name` of the SVG element. */
  readonly container: string
  /** JSON, a compact JWS, or (old badges) a URL. */
  readonly text: string
  /** DUPLICATE_CHUNK, OTHER_CHUNK, CRC_MISMATCH, COMPRESSED. */
  readonly notes: readonly Refusal[]
}

import type { Refusal } from '../refusal.ts'

/** What a thing is, in the words of the standards' families. */
export type Kind =
  | 'badge'
  | 'endorsement'
  | 'clr'
  | 'credential'
  | 'presentation'
  | 'status-list'
  | 'profile'
  | 'badge-class'
  | 'none'

/** What it came as: told by the bytes, never by a file name. */
export type Form = 'json' | 'jws' | 'png' | 'svg' | 'url' | 'none'

/** The answer of `detect`: what this is, and if it is no badge, why not. */
export interface Detected {
  readonly kind: Kind
  /** Version of its family (`0.5` to `3.0`, CLR `1.0`, `2.0`), or null where it has none. */
  readonly version: string | null
  /** W3C Verifiable Credentials data model, told by the first context; null for older badges. */
  readonly dataModel: '1.1' | '2.0' | null
  readonly form: Form
  /** How people call it: `Open Badges 2.0 assertion`. English, for logs and lists. */
  readonly name: string
  /** How it is secured, as it says itself: cryptosuites, `RS256`, `hosted`, `signed`. */
  readonly securing: readonly string[]
  /** Why it is not a badge, or why it could not be read; null where it was read. */
  readonly reason: Refusal | null
  /** Oddities of the picture it was in: DUPLICATE_CHUNK, OTHER_CHUNK, CRC_MISMATCH, COMPRESSED. */
  readonly notes: readonly Refusal[]
}

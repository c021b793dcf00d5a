import type { JsonValue } from '../../json/value.ts'
import type { Code, Facts } from '../../refusal.ts'
import type { Evidence, Finding } from '../report.ts'

/** A status list as far as it may be read: bits only where its own proof is good. */
export interface ReadList {
  readonly list: Uint8Array | null
  /** Why there are no bits to read. */
  readonly code: Code
  readonly facts: Facts
  /** Whether it is valid, not yet, or no longer by its own dates: then a clear bit is no evidence. */
  readonly standing: 'current' | 'early' | 'over'
  /**
   * Whether something ties the list to the badge: its issuer or its place. What anybody else has signed
   * is no evidence of silence.
   */
  readonly isTied: boolean
  /** Whether a newer list than this one was seen before. */
  readonly isSuperseded: boolean
  /** What the values of a list of messages mean, where the list says it and not the badge. */
  readonly messages: JsonValue | undefined
  readonly findings: readonly Finding[]
  readonly known: { readonly evidence?: Evidence; readonly asOf?: number }
}

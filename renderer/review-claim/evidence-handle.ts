import type { Anchor } from '../../core/claim/record.ts'

/** What the desk may ask of the evidence that is open. */
export interface EvidenceHandle {
  /** Where the reader is pointing now; `undefined` where that isn't told. */
  point(): Anchor | undefined
  /** The film's own place now (ms). */
  timeMs(): number | undefined
  play(): void
  back(): void
}

/** A place to go to; a new object each time, so that going twice is going twice. */
export interface Going {
  readonly anchor: Anchor
}

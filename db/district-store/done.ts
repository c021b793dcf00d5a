import type { Side } from '../engine/store.ts'
import type { Write } from '../records/apply.ts'
import type { Result } from '../wire.ts'

/** The kind under which a command's result stands in its device's stream. */
export const resultKind = 'result'

/** The stream in which a device finds what its commands came to. */
export const deviceStream = (device: string): string => `device:${device}`

/** What one command came to. */
export interface Done {
  readonly side: Side
  readonly result: Result
  readonly writes: readonly Write[]
  /** Random, hex: without it nobody can guess from the audit what was written. */
  readonly salt: string
}

import type { ErasureState } from './states.ts'

export interface ErasureRefusals {
  erasure_state: { state: ErasureState }
  /** It is about the record of who would do it. */
  erasure_own: { person: string }
  /** Who asked does not agree, on whatever computer. */
  erasure_same: { person: string }
  /** Nobody agreed in time (epoch ms). */
  erasure_ended: { at: number }
  /** Who asked holds no role any more by which they could. */
  erasure_asker: { by: string }
  /** The district is erasing it since then (epoch ms): what is left would be half of a record. */
  erasure_begun: { at: number }
  /** A legal hold is in force. Its reason is no fact of it: what a command came to outlives a record. */
  erasure_held: { by: string; at: number }
  /** They hold a role beside that of an educator, so others still depend on them. */
  erasure_role: { person: string }
  /** The record of this person was erased: their id names nobody any more. */
  person_erased: { at: number }
}

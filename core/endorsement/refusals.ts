export interface EndorsementRefusals {
  endorsement_state: { state: string }
  /** Nobody endorses on the ground of a badge that does not hold; `code` of the verifier. */
  endorses_failing: { what: string; code: string }
  /** Something about that badge can't be told, and nobody said that they know. */
  endorses_unsure: { what: string; code: string }
  /** Without a word. */
  endorses_nothing: { what: string }
  /** The end has passed already (epoch ms). */
  endorses_ended: { what: string; at: number }
}

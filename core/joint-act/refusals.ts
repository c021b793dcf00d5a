export interface JointActRefusals {
  /** Who proposed it does not confirm it, on whatever computer. */
  act_own: { what: string }
  act_state: { state: string }
  /** Nobody confirmed it in time (epoch ms). */
  act_ended: { at: number }
  act_empty: { what: string }
}

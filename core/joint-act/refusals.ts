export interface JointActRefusals {
  /** Who proposed it does not confirm it, on whatever computer. */
  act_own: { what: string }
  act_state: { state: string }
  /** Who proposed it is no officer of the district any more. */
  act_asker: { what: string }
  act_empty: { what: string }
  /** Who asked for a change of keys does not agree to it, on whatever computer. */
  key_change_own: { what: string }
  /** Who asked for it holds no role any more by which they could. */
  key_change_asker: { what: string }
  key_reason_missing: { what: string }
}

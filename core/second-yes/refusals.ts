export interface SecondYesRefusals {
  /** Nobody said the second yes in time (epoch ms). */
  act_ended: { at: number }
  /** The computer was let in by who asked, and too lately to agree with them (epoch ms from when it may). */
  yes_too_young: { at: number }
}

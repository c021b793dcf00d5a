/** What waited on another computer of the same person, read from a file. */
export const waitingPaths = {
  /** POST the file's bytes → WaitingSaid: what is in it; nothing is taken in */
  look: '/api/waiting',
  /** POST the file's bytes → WaitingTaken */
  take: '/api/take-waiting',
} as const

/** What commands are about. */
export type WaitingGroup = 'plan' | 'evidence' | 'claim' | 'review' | 'office' | 'other'

export interface WaitingSaid {
  /** Epoch ms, by that computer's clock. */
  readonly savedAt: number
  /** All commands in it. */
  readonly count: number
  /** Those that are not here yet, by what they are about. */
  readonly groups: readonly { readonly group: WaitingGroup; readonly n: number }[]
  readonly known: number
  /** Not here yet, and refused by the district there. */
  readonly refused: number
  /** Files of evidence that they name and that are not on this computer. */
  readonly filesElsewhere: number
}

export interface WaitingTaken {
  readonly taken: number
  readonly refused: number
  readonly known: number
}

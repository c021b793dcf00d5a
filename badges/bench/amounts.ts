/** What one run is made of. */
export const amounts = {
  /** Badges that each contender judges in one turn, all different. */
  badges: 300,
  /** Judged before the clock starts, so that nobody is measured cold. */
  warmUp: 40,
  /** Turns of each contender; a ratio is taken within each. */
  turns: 5,
} as const

/** Time as it passes for a program: nobody can set it, unlike a clock. */
export interface Timers {
  /** How long it has been (ms) since some beginning. */
  passedMs(): number
  /** Does something once, after so long (ms). Returns how to leave it undone. */
  after(ms: number, work: () => void): () => void
  /** Does something again and again, each time after so long (ms); keeps no program running. Returns how to end it. */
  every(ms: number, work: () => void): () => void
}

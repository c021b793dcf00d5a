import type { Terminal } from './terminal.ts'

/** What a command is run with: nothing here reads a clock or listens for signals by itself. */
export interface Surroundings {
  readonly terminal: Terminal
  readonly now: () => number
  /** Ctrl-C: what there is so far is still told. */
  readonly signal: AbortSignal
  readonly version: string
}

import type { CommandInput, CommandName, commands } from '../commands.ts'

/** What was done, as the foot names it; the sentences are in `words`. */
export type DidCode =
  | 'trashed'
  | 'untrashed'
  | 'kept'
  | 'described'
  | 'linked'
  | 'unlinked'
  | 'goalAdded'
  | 'goalChanged'
  | 'activityAdded'
  | 'activityChanged'
  | 'activityDone'
  | 'activityDropped'
  | 'slotFilled'
  | 'slotEmptied'
  | 'moved'
  | 'wordGiven'
  | 'wordTaken'
  | 'rated'
  | 'pointed'
  | 'unpointed'
  | 'readingTaken'
  | 'masked'
  | 'unmasked'
  | 'daysAdded'
  | 'daysRemoved'
  | 'districtDescribed'

/** One use of a command: its name and what goes in. */
export type Step = {
  readonly [N in CommandName]: { readonly name: N; readonly input: CommandInput<N> }
}[CommandName]

/** The way back from something that was done. */
export interface Back {
  readonly did: DidCode
  readonly step: Step
  /** What was done was itself a way back, and left alone what had been changed since. */
  readonly isPart?: true
}

/** A way back, typed by the command that goes it. */
export const way = (did: DidCode, step: Step, isPart = false): Back =>
  isPart ? { did, step, isPart } : { did, step }

/** The records that a command loads. */
type StateOf<N extends CommandName> = Parameters<(typeof commands)[N]['decide']>[0]

/** The way back from a command: from the records as they were before it. `undefined`: it changed nothing. */
export interface Inverse<S, I> {
  back(before: S, input: I, id: (name: string) => string): Back | undefined
}

/** The inverse of a command, by its name. */
export type InverseOf<N extends CommandName> = Inverse<StateOf<N>, CommandInput<N>>

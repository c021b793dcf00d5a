import type { Erasure } from './record.ts'

/** Whether two agreed to it and its days are over. */
export const isDue = ({ state, dueAt }: Erasure, now: number): boolean =>
  state === 'agreed' && dueAt !== undefined && dueAt <= now

/**
 * Whether it goes on to its end whatever is said now: what was erased came back with an older copy, or the person has no
 * entry in the directory any more, which goes first.
 */
export const hasBegun = ({ isReplayed }: Erasure, entry: object | undefined): boolean =>
  isReplayed === true || entry === undefined

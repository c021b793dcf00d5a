import type { Claim } from './record.ts'

/** Whether a claim still goes on: of one micro-credential a person has one such at most (`ClaimRecord.unique`). */
export const isUnfinished = ({ state }: Pick<Claim, 'state'>): boolean =>
  state !== 'earned' && state !== 'withdrawn'

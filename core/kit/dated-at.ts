import type { Context } from './command.ts'

/**
 * The date of what others rest on (epoch ms): when the person did it, but no earlier than what it rests on
 * (`notBefore`), and not later than it is decided. So neither a clock that is wrong nor a program that lies dates a
 * badge further back than the district itself has seen it could be.
 */
export const datedAt = (
  { doneAt, now }: Pick<Context, 'doneAt' | 'now'>,
  notBefore: number,
): number => Math.max(notBefore, Math.min(doneAt, now))

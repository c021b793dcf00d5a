/** What a process ends with. 64 is EX_USAGE of sysexits. */
export const exit = { good: 0, bad: 1, undecided: 2, usage: 64 } as const
export type Exit = (typeof exit)[keyof typeof exit]

/** Thrown for what the person at the keyboard has to change: one clear sentence, no trace. */
export class WrongUse extends Error {}

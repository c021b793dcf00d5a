/**
 * The key of a command: its device, its number, and the opening of the store in which it was given. Two computers that
 * go on from one copy of a folder, or a folder that was put back from a copy, count on from the same number; the
 * opening is random, so they never give one key twice.
 */
export const commandKey = (device: string, n: number, opening: string): string =>
  `${device}:${n}:${opening}`

/** Whether a key was given in this very opening. */
export const isGivenIn = (key: string, opening: string): boolean => key.endsWith(`:${opening}`)

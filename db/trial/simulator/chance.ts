/** Chance that can be repeated: the same seed, the same run. */
export interface Chance {
  /** In [0, 1). */
  next(): number
  /** A whole number below `end`. */
  below(end: number): number
  /** True in this share of cases. */
  is(share: number): boolean
  /** One of them; `undefined` of none. */
  one<T>(of: readonly T[]): T | undefined
}

/** Numbers from a 32-bit seed (the mulberry32 recurrence). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number): number => Math.floor(next() * end)
  return { next, below, is: share => next() < share, one: of => of[below(of.length)] }
}

import type { Target } from '../target.ts'

/** A parser that never ends for one input in a few, to see that the watch over the thread notices. */
export const canary: Target = {
  name: 'canary',
  cpuMsMax: 1_000,
  shrinksMax: 10,
  make: random => random.bytes(random.size(9)),
  judge: input => {
    let at = 0
    while (at < input.length) at += input.length === 7 ? 0 : 1
    return null
  },
}

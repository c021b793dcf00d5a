import { joinBytes } from '../src/bytes/text.ts'

/** Up to this many bytes, two that belong together, such as brackets, are left out at once. */
const pairsBytesMax = 80
const plain = 0x30

/**
 * Makes an input smaller while it stays bad: leaves out halves, quarters and so on down to single bytes,
 * then pairs, then makes what is left plainer; again and again until nothing helps.
 *
 * @param isBad whether an input still shows the same fault.
 * @param attemptsMax most inputs tried on the way.
 * @returns the smallest bad input that was met.
 */
export async function shrink(
  input: Uint8Array,
  isBad: (input: Uint8Array) => Promise<boolean>,
  attemptsMax: number,
): Promise<Uint8Array> {
  let smallest = input
  let attempts = 0
  const take = async (candidate: Uint8Array) => {
    if (attempts >= attemptsMax) return false
    attempts += 1
    if (!(await isBad(candidate))) return false
    smallest = candidate
    return true
  }
  const without = (at: number, size: number, from = smallest) =>
    joinBytes(from.subarray(0, at), from.subarray(at + size))

  for (let before = -1; before !== smallest.length;) {
    before = smallest.length
    for (let size = before >> 1; size >= 1; size >>= 1)
      for (let at = 0; at < smallest.length && attempts < attemptsMax;)
        if (!(await take(without(at, size)))) at += size
    for (let at = 0; smallest.length <= pairsBytesMax && at < smallest.length; at += 1)
      for (let other = smallest.length - 1; other > at; other -= 1)
        if (await take(without(at, 1, without(other, 1)))) break
  }
  for (let at = 0; at < smallest.length && attempts < attemptsMax; at += 1)
    if (smallest[at] !== plain) await take(smallest.with(at, plain))
  return smallest
}

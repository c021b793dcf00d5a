import { RequestRefused } from '../door/refused.ts'

/** Pulls that are held open at once. */
export const heldMax = {
  /** Of one computer: its network changed, and it asks again before the earlier one is known to be gone. */
  ofDevice: 4,
  inAll: 20_000,
} as const

/** Pulls that wait for something new. */
export interface Held {
  /**
   * Holds one more; `letGo` is called when its computer holds newer ones, and it is to be answered as it is. Returns what
   * ends the holding. Throws `busy` where there are too many in all.
   */
  hold(device: string, letGo: () => void): () => void
}

/** Nothing is held yet. */
export function heldOf(max: { readonly ofDevice: number; readonly inAll: number } = heldMax): Held {
  const held = new Map<string, Set<() => void>>()
  let count = 0
  return {
    hold(device, letGo) {
      if (count >= max.inAll) throw new RequestRefused('busy')
      const own = held.get(device) ?? new Set()
      held.set(device, own)
      // A function of its own, so that the same one may hold twice.
      const one = () => letGo()
      own.add(one)
      count++
      const end = () => {
        if (!own.delete(one)) return
        count--
        if (own.size === 0) held.delete(device)
      }
      const [oldest] = own
      if (own.size > max.ofDevice && oldest !== undefined) {
        own.delete(oldest)
        count--
        oldest()
      }
      return end
    },
  }
}

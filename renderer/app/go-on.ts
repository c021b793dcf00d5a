import { useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { moves, onMove } from './moves.ts'

/**
 * The way on after something was done: to the goal that was added, back to the queue.
 * Taken only while the person is still where they pressed, whatever the screen shows there by now: whoever went
 * elsewhere while the answer was on its way is not pulled away from there.
 */
export function useGoOn(): (to: string) => void {
  const [, go] = useLocation()
  const here = useSyncExternalStore(onMove, moves)
  return to => {
    if (moves() === here) go(to)
  }
}

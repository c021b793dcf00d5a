import type { Part } from '../micro-credential/record.ts'
import { filledKey, inSlot } from './filled.ts'

/**
 * Which of the pieces in `brought` go into a draft that holds `filled`: those that are not there yet, in their order,
 * as long as their slot is open and has room. `slot/evidence` → the place behind what is there.
 */
export function freePlaces(
  open: readonly Part[],
  filled: Readonly<Record<string, number>>,
  brought: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const places: Record<string, number> = {}
  for (const slot of open.flatMap(part => part.slots)) {
    const here = inSlot(filled, slot.id)
    const last = Math.max(-1, ...here.map(id => filled[filledKey(slot.id, id)] ?? 0))
    inSlot(brought, slot.id)
      .filter(id => !here.includes(id))
      .slice(0, Math.max(0, slot.maxFiles - here.length))
      .forEach((id, n) => {
        places[filledKey(slot.id, id)] = last + 1 + n
      })
  }
  return places
}

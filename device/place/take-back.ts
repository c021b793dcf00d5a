import { DoorRefusal } from '../door/refused.ts'
import { keeping } from './act.ts'
import type { Place } from './place.ts'

/**
 * Takes back what is held on this computer, with all that was done as one with it. Throws the door's refusal where it
 * has gone, or where something done since would fall without it.
 */
export function takeBack(place: Place, key: string): void {
  if (place.readOnly !== undefined) throw new DoorRefusal('read_only')
  const taken = keeping(() => place.store.takeBack(key))
  if (taken.took === 'gone') throw new DoorRefusal('gone_already')
  if (taken.took === 'needed') throw new DoorRefusal('needed_since', { command: taken.by })
  place.parts.onChanged(taken.changed)
  place.sync.nudge()
}

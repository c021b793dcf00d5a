import type { Refusal } from '../../core/kit/refusal.ts'
import type { Asked } from '../../db/device-store/perform-all.ts'
import { DoorRefusal } from '../door/refused.ts'
import { tooLargeToSend } from '../sync/command-size.ts'
import { keeping } from './act.ts'
import type { Place } from './place.ts'

/**
 * Does several commands on this computer as one: when it returns nothing, all of them are on disk; with a refusal, or
 * when it throws, none is. Throws as `act` does.
 */
export function actAll(place: Place, asked: readonly Asked[]): Refusal | undefined {
  if (place.readOnly !== undefined) throw new DoorRefusal('read_only')
  for (const { input } of asked) {
    const refusal = tooLargeToSend(input)
    if (refusal !== undefined) return refusal
  }
  const performed = keeping(() => place.store.performAll(asked, place.parts.clock()))
  if (performed.did === 'none') return performed.refusal
  place.parts.onChanged(performed.wrote)
  place.sync.nudge()
  return undefined
}

import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { asking, quiet } from '../design/text.css.ts'
import type { WhyNot } from './arrival.ts'
import type { SlotPlace } from './slot-place.ts'
import { useWhyNot } from './why-not-said.ts'

interface Saying {
  readonly slot: SlotPlace
  readonly refused: WhyNot | 'in trash' | undefined
}

/** Whether a piece is in the slot that it was meant for, and why not. */
export function SlotSaid({ slot, refused }: Saying) {
  const words = useWords()
  const whyNot = useWhyNot()
  const rows = useRows('claim', { claim: slot.claim })
  const said = words.evidence.add
  if (refused === 'in trash') return null
  if (refused !== undefined)
    return <span className={asking}>{said.notInSlot({ said: whyNot(refused).said })}</span>
  const found = rows?.micro?.body.parts
    .flatMap(part => part.slots)
    .find(one => one.id === slot.slot)
  return found === undefined ? null : (
    <span className={quiet}>{said.inSlot({ slot: found.label })}</span>
  )
}

import { useRows } from '../app/rows.ts'
import { useWords } from '../app/words.tsx'
import { TextLink } from '../design/link.tsx'
import * as look from './add.css.ts'
import type { SlotPlace } from './slot-place.ts'

/** Which slot waits for what is kept here, and the way back to its claim. */
export function SlotNote({ slot }: { readonly slot: SlotPlace }) {
  const words = useWords()
  const said = words.evidence.add
  const rows = useRows('claim', { claim: slot.claim })
  const claim = rows?.claim?.body.title
  const label = rows?.micro?.body.parts
    .flatMap(part => part.slots)
    .find(one => one.id === slot.slot)?.label
  if (claim === undefined || label === undefined) return null
  return (
    <p className={look.slotNote}>
      <span>{said.forSlot({ slot: label, claim })}</span>
      <TextLink to={`/claims/${slot.claim}`}>{said.backToClaim({ claim })}</TextLink>
    </p>
  )
}

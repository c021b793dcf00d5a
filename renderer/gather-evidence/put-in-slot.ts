import { filledKey, inSlot } from '../../core/claim/filled.ts'
import { undos } from '../app/undo.ts'
import { door } from '../door/door.ts'
import type { WhyNot } from './arrival.ts'
import { nextPlace, type SlotPlace } from './slot-place.ts'

/**
 * Puts a piece into the slot that waited for it, as long as it has room; Ctrl+Z takes it out again. Returns why not,
 * where the claim does not take it.
 */
export async function putInSlot(
  evidence: string,
  to: SlotPlace | undefined,
): Promise<{ readonly slotRefused?: WhyNot }> {
  if (to === undefined) return {}
  const { draft, micro } = await door.query('claim', { claim: to.claim })
  const filled = draft?.body.filled ?? {}
  // What is in the slot already keeps its place.
  if (filled[filledKey(to.slot, evidence)] !== undefined) return {}
  const slots = micro?.body.parts.flatMap(part => part.slots) ?? []
  const most = slots.find(({ id }) => id === to.slot)?.maxFiles
  if (most !== undefined && inSlot(filled, to.slot).length >= most)
    return { slotRefused: { by: 'slot', most } }
  const answer = await door.command('claim.fill', {
    ...to,
    evidence,
    place: nextPlace(filled, to.slot),
  })
  if (answer.status === 'refused') return { slotRefused: { by: 'rules', refusal: answer.refusal } }
  undos.done(answer)
  return {}
}

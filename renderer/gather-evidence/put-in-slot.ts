import { filledKey } from '../../core/claim/filled.ts'
import { undos } from '../app/undo.ts'
import { door } from '../door/door.ts'
import type { WhyNot } from './arrival.ts'
import { nextPlace, type SlotPlace } from './slot-place.ts'

/** Puts a piece into the slot that waited for it; Ctrl+Z takes it out again. Returns why not, where the claim does not take it. */
export async function putInSlot(
  evidence: string,
  to: SlotPlace | undefined,
): Promise<{ readonly slotRefused?: WhyNot }> {
  if (to === undefined) return {}
  const { draft } = await door.query('claim', { claim: to.claim })
  const filled = draft?.body.filled ?? {}
  // What is in the slot already keeps its place.
  if (filled[filledKey(to.slot, evidence)] !== undefined) return {}
  const answer = await door.command('claim.fill', {
    ...to,
    evidence,
    place: nextPlace(filled, to.slot),
  })
  if (answer.status === 'refused') return { slotRefused: { by: 'rules', refusal: answer.refusal } }
  undos.done(answer)
  return {}
}

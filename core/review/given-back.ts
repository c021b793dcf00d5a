import type { Change } from '../kit/change.ts'
import { patch } from '../kit/change.ts'
import { step } from '../kit/machine.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Review } from './record.ts'
import { reviewMachine } from './record.ts'

/** Ends a reading for a reader who doesn't end it: their notes stay with them. Nothing, where none is open or seen. */
export function givenBack(
  reading: Rec<Review> | undefined,
  why: Pick<Review, 'withdrawnAt'> = {},
): readonly Change[] {
  if (reading === undefined) return []
  const state = step(reviewMachine, reading.body.state, 'return')
  return state === undefined ? [] : [patch(reading, { state, ...why })]
}

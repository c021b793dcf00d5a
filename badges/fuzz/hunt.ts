import { judged, kindOf } from './judged.ts'
import { randomOfTurn } from './random.ts'
import { shrink } from './shrink.ts'
import type { Found, Target } from './target.ts'

export interface Hunt {
  readonly seed: number
  /** Asked before each turn. */
  readonly isOver: (turn: number) => boolean
  /** Told each input before the parser gets it: after a hang or a crash it is all that is left. */
  readonly onInput?: (turn: number, input: Uint8Array) => void
  readonly onFound: (found: Found) => void
}

/**
 * Makes inputs and gives them to a parser, turn by turn. Each kind of fault is made small and told
 * once.
 *
 * @returns how many turns there were.
 */
export async function hunt(target: Target, { seed, isOver, onInput, onFound }: Hunt) {
  const kinds = new Set<string>()
  let turn = 0
  for (; !isOver(turn); turn += 1) {
    const input = target.make(randomOfTurn(seed, turn))
    onInput?.(turn, input)
    const complaint = await judged(target, input)
    if (complaint === null || kinds.has(kindOf(complaint))) continue
    kinds.add(kindOf(complaint))
    const small = await shrink(
      input,
      async smaller => {
        onInput?.(turn, smaller)
        const said = await judged(target, smaller)
        return said !== null && kindOf(said) === kindOf(complaint)
      },
      target.shrinksMax,
    )
    const said = (await judged(target, small)) ?? complaint
    onFound({ parser: target.name, complaint: said, seed, turn, input: small })
  }
  return turn
}

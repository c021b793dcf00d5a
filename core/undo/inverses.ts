import type { CommandName } from '../commands.ts'
import type { Back, Inverse, InverseOf } from './back.ts'
import { claimInverses } from './claim-inverses.ts'
import { districtInverses } from './district-inverses.ts'
import { evidenceInverses } from './evidence-inverses.ts'
import { planInverses } from './plan-inverses.ts'
import { reviewInverses } from './review-inverses.ts'

/**
 * Commands that can be taken back by another command: the sum of the nouns' own. Those that aren't here can't be: a
 * text has its own undo in its field, a check-in is never changed, and what leaves the house is held instead.
 */
export const inverses: { readonly [N in CommandName]?: InverseOf<N> } = {
  ...evidenceInverses,
  ...planInverses,
  ...claimInverses,
  ...reviewInverses,
  ...districtInverses,
}

const byName: ReadonlyMap<string, Inverse<unknown, unknown>> = new Map<
  string,
  Inverse<unknown, unknown>
>(Object.entries(inverses))

/** Whether a command can be taken back by another. */
export const hasInverse = (name: string): boolean => byName.has(name)

/** The way back from a command that was decided on `before`; `id` makes the ids it gave. */
export const backFrom = (
  name: string,
  before: unknown,
  input: unknown,
  id: (name: string) => string,
): Back | undefined => byName.get(name)?.back(before, input, id)

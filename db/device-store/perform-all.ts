import type { Key } from '../../core/kit/record-type.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import type { Steps } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { perform } from './perform.ts'

/** One of several things that are asked as one. */
export interface Asked {
  readonly name: string
  readonly input: unknown
}

/** What several commands came to as one: all of them, or, where one is refused, none. */
export type PerformedAll =
  | { readonly did: 'all'; readonly wrote: readonly Key[] }
  | { readonly did: 'none'; readonly refusal: Refusal }

/**
 * Does commands in their order, each on what those before it have made, up to the first that is refused. The caller's
 * transaction keeps what came of it only when it did `all`.
 */
export function* performAll(
  asked: readonly Asked[],
  doneAt: number,
  base: Base,
): Steps<PerformedAll> {
  const wrote: Key[] = []
  for (const { name, input } of asked) {
    const performed = yield* perform(name, input, { doneAt }, base)
    if (performed.did === 'refused') return { did: 'none', refusal: performed.refusal }
    for (const key of performed.wrote) wrote.push(key)
  }
  return { did: 'all', wrote }
}

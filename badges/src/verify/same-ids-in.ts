import type { ManyInput } from './many-input.ts'
import { pause } from './pause.ts'
import { saidBy, SeenIds, type SameIds } from './same-id.ts'

/**
 * Goes through the inputs of a batch beforehand and finds ids that stand for different things, so that
 * `verifyMany` can say so of each of them: in one pass it can say so of all but the first. Nothing is
 * verified here, and what cannot be read is passed over.
 *
 * @param signal ends it; what was found so far is returned.
 */
export async function sameIdsIn(
  inputs: Iterable<ManyInput> | AsyncIterable<ManyInput>,
  signal?: AbortSignal,
): Promise<SameIds> {
  const seen = new SeenIds()
  for await (const { input, bytes } of inputs) {
    if (signal?.aborted === true) break
    try {
      const said = saidBy(typeof bytes === 'function' ? await bytes() : bytes)
      if (said !== null) seen.see(input, said)
    } catch {
      // It has a report of its own when its turn comes.
    }
    await pause()
  }
  return seen.differing
}

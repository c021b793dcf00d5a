import type { Inputs, WaitingRow } from '../../db/verifying-store/inputs.ts'

/** So many inputs, and so many bytes of them, are with the worker at once. */
export const windowMax = 64
const windowBytesMax = 33_554_432
/** So many of a batch that has nothing with the worker are sent past a window that is full. */
const newcomersMax = 4

/** An input that is with the worker. */
export interface InFlight extends WaitingRow {
  readonly id: string
}

/**
 * What goes to the worker next: of every batch in turn, so that one badge does not wait behind hundreds of another
 * list. `isAlone`: one at a time.
 */
export function nextInputs(
  inputs: Pick<Inputs, 'waiting' | 'waitingBatches'>,
  inFlight: ReadonlyMap<string, InFlight>,
  isAlone: boolean,
): readonly InFlight[] {
  const held = new Map<string, number>()
  for (const { batch } of inFlight.values()) held.set(batch, (held.get(batch) ?? 0) + 1)
  const heldOf = (batch: string) => held.get(batch) ?? 0
  const waiting = inputs.waitingBatches()
  const newcomers = isAlone ? [] : waiting.filter(batch => !held.has(batch))
  const most = isAlone ? 1 : windowMax
  // Filled up again when half of it has gone: each look costs.
  const isHalfFull = inFlight.size > most / 2
  const batches = isHalfFull ? newcomers : waiting
  let room = isHalfFull ? newcomers.length * newcomersMax : most - inFlight.size
  const queues = new Map(
    batches.map(batch => [
      batch,
      inputs
        .waiting(batch, room + heldOf(batch))
        .map(row => ({ ...row, id: `${row.batch}/${row.n}` }))
        .filter(({ id }) => !inFlight.has(id)),
    ]),
  )
  let bytes = [...inFlight.values()].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  const next: InFlight[] = []
  for (; room > 0; room -= 1) {
    const input = leastServed(queues, heldOf)
    if (input === undefined) break
    bytes += input.sizeBytes
    if (bytes > windowBytesMax && inFlight.size + next.length > 0) break
    held.set(input.batch, heldOf(input.batch) + 1)
    next.push(input)
  }
  return next
}

/** The first of the batch of which the fewest are under way. */
function leastServed(
  queues: ReadonlyMap<string, InFlight[]>,
  heldOf: (batch: string) => number,
): InFlight | undefined {
  let least: string | undefined
  for (const [batch, queue] of queues)
    if (queue.length > 0 && (least === undefined || heldOf(batch) < heldOf(least))) least = batch
  return least === undefined ? undefined : queues.get(least)?.shift()
}

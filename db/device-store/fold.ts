import type { AnyCommand } from '../../core/kit/command.ts'
import { int } from '../sql/row.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { isGivenIn } from './command-key.ts'
import type { Pending, Touch } from './outbox.ts'
import { outboxRow, touching } from './outbox.ts'

/** How many of the latest unsent uses of a command are tried: one per text that is open at a time. */
const foldTriesMax = 16

/** An unsent edit that the new one continues, and the input that says both. */
export interface Foldable {
  readonly pending: Pending
  readonly input: unknown
}

/**
 * The latest unsent, shown use of the command with which this one can be folded. What was sent stays as it was sent,
 * and so does what was given before this opening: had the folder been put back from a copy, it may long have gone. What
 * is held isn't marked before it goes, so nothing is folded into it.
 */
export function* foldable(
  command: AnyCommand,
  input: unknown,
  { opening }: Base,
): Steps<Foldable | undefined> {
  if (!command.fold) return undefined
  const later = command.input.safeParse(input)
  if (!later.success) return undefined
  const rows = yield* query(
    `select n from outbox where name = ? and state = 'queued' and sight = 'shown'
       and goes_with is null
     order by n desc limit ?`,
    command.name,
    foldTriesMax,
  )
  for (const row of rows) {
    const pending = yield* outboxRow(int(row, 'n'))
    if (pending && !isGivenIn(pending.key, opening)) return undefined
    const earlier = command.input.safeParse(pending?.input)
    const folded = pending && earlier.success ? command.fold(earlier.data, later.data) : undefined
    if (pending && folded !== undefined) return { pending, input: folded }
  }
  return undefined
}

/** Folding moves the new edit before everything that came between: only where none of it minds. */
export function* mayFold(pending: Pending, touches: readonly Touch[]): Steps<boolean> {
  const touched = yield* touching(touches.map(({ key }) => key))
  return touches.every(({ key, wrote }) => {
    const between = (touched.get(key) ?? []).filter(other => other.n > pending.n)
    return !between.some(other => wrote || other.wrote)
  })
}

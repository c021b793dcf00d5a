import type { Json, Key } from '../../core/kit/record-type.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { markDirty } from './dirty.ts'
import { outboxRowOf, putOutbox, putTouches } from './outbox.ts'
import { decidedHere, show } from './perform.ts'
import { stand, standingOf } from './standing.ts'
import { touchesIn } from './touches.ts'

/** A command as it waited on another computer, under the key it was given there. */
export interface WaitingCommand {
  readonly key: string
  readonly name: string
  readonly input: Json
  readonly stamp: string
  /** Epoch ms. */
  readonly doneAt: number
  /** The district refused it there: it is kept, with its reason, and is not sent. */
  readonly refusal?: Refusal
}

/** What was taken in. */
export interface ReadBack {
  /** How many go to the district from here. */
  readonly taken: number
  /** Refused there, shown here. */
  readonly refused: number
  /** Here already, waiting or acknowledged. */
  readonly known: number
  /** Records that may look different. */
  readonly changed: readonly Key[]
}

/**
 * Takes in what waited on another computer of the same person, in its order. Each keeps its key: the district decides
 * it once, from wherever it comes, and the ids that later commands name are the same. What is refused on what is here
 * goes all the same, unshown: the district has the last word.
 */
export function* readBack(commands: readonly WaitingCommand[], base: Base): Steps<ReadBack> {
  const counted = { taken: 0, refused: 0, known: 0 }
  const changed = new Set<Key>()
  for (const waiting of commands) {
    if (yield* isHere(waiting.key)) counted.known++
    else if (waiting.refusal !== undefined) {
      yield* keep(waiting, { state: 'refused', refusal: waiting.refusal, sight: 'unshown' })
      counted.refused++
    } else {
      for (const key of yield* takeIn(waiting, base)) changed.add(key)
      counted.taken++
    }
  }
  return { ...counted, changed: [...changed] }
}

/** Those of the keys that this computer has given, taken in, or seen acknowledged. */
export function* keysHere(keys: readonly string[]): Steps<ReadonlySet<string>> {
  const here = new Set<string>()
  for (const key of keys) if (yield* isHere(key)) here.add(key)
  return here
}

function* isHere(key: string): Steps<boolean> {
  if ((yield* outboxRowOf(key)) !== undefined) return true
  return (yield* query('select n from archive where key = ?', key)).length > 0
}

function* takeIn(waiting: WaitingCommand, base: Base): Steps<readonly Key[]> {
  const { key, input, stamp, doneAt } = waiting
  const standing = yield* standingOf()
  const command = base.commands.get(waiting.name)
  if (command === undefined) {
    // Of a newer program: the district may know it.
    yield* keep(waiting, { state: 'queued', sight: 'unshown' })
    return []
  }
  const call = { key, input, actor: standing.actor, doneAt, now: doneAt, stamp }
  const verdict = yield* decidedHere(command, call, base)
  const isShown = 'writes' in verdict.outcome && command.where === 'both'
  const n = yield* keep(waiting, { state: 'queued', sight: isShown ? 'shown' : 'unshown' })
  const touches = touchesIn(verdict, [], base.kinds)
  yield* putTouches(n, touches)
  if (isShown && 'writes' in verdict.outcome) {
    yield* show(verdict.outcome.writes, standing, base)
    return verdict.outcome.writes.map(write => write.key)
  }
  // Half of a pull may be what it lacks: once that is complete it is decided again.
  if (standing.midPull) yield* markDirty(touches.map(touch => touch.key))
  return []
}

type Kept =
  | { readonly state: 'queued'; readonly sight: 'shown' | 'unshown' }
  | { readonly state: 'refused'; readonly sight: 'unshown'; readonly refusal: Refusal }

function* keep({ key, name, input, stamp, doneAt }: WaitingCommand, kept: Kept): Steps<number> {
  const n = (yield* standingOf()).n + 1
  yield* stand({ n })
  yield* putOutbox({ n, key, name, input, stamp, doneAt, ...kept })
  return n
}

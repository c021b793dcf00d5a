import type { AnyCommand } from '../../core/kit/command.ts'
import { refuse } from '../../core/kit/command.ts'
import type { Key } from '../../core/kit/record-type.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import type { Back } from '../../core/undo/back.ts'
import { tick } from '../../core/merge/clock.ts'
import type { Call, Verdict } from '../engine/decide.ts'
import { deciding } from '../engine/decide.ts'
import type { Write } from '../records/apply.ts'
import { madeId } from '../engine/made-id.ts'
import { plain } from '../records/kinds.ts'
import type { Steps } from '../sql/steps.ts'
import type { Base } from './base.ts'
import { commandKey } from './command-key.ts'
import type { Foldable } from './fold.ts'
import { foldable, mayFold } from './fold.ts'
import { holdTogether } from './going.ts'
import { dropFromMirror, hereStream, putMirror } from './mirror.ts'
import { putOutbox, putTouches, touchesOf } from './outbox.ts'
import type { Standing } from './standing.ts'
import { stand, standingOf } from './standing.ts'
import { touchesIn } from './touches.ts'
import { putPending, reindex, viewTold } from './view.ts'

/** What a command came to on this computer. `queued`: it goes to the district without being shown as done. */
export type Performed =
  | {
      readonly did: 'applied' | 'queued'
      readonly key: string
      /** The records written here; none when queued. */
      readonly wrote: readonly Key[]
      /** It stays here until then (epoch ms, by this clock), and can be taken back by its key. */
      readonly goesAt?: number
      /** The command that undoes it. */
      readonly back?: Back
    }
  | { readonly did: 'refused'; readonly refusal: Refusal }

/** What is done as one: held together, taken back together. */
export interface Together {
  readonly goesWith?: string
}

/** A clock that is off by more than this (ms) is corrected; the way of a message is less. */
const skewMsMax = 60_000

/**
 * Does what the person asked: decides it on what is here, shows it, and keeps it for the district; all in
 * the caller's transaction. What is refused here is not kept.
 */
export function* perform(
  name: string,
  input: unknown,
  { doneAt, goesWith }: Together & { readonly doneAt: number },
  base: Base,
): Steps<Performed> {
  const command = base.commands.get(name)
  if (!command) return { did: 'refused', ...refuse('unknown_command', { name }) }
  const standing = yield* standingOf()
  const { actor } = standing
  const n = standing.n + 1
  // By the district's clock where this one is known to be wrong: a year off must not date what is done.
  const isWrong = Math.abs(standing.skewMs) > skewMsMax
  const at = isWrong ? doneAt + standing.skewMs : doneAt
  const clock = tick(standing.clock, doneAt + standing.skewMs, actor.device)
  const call: Call = {
    key: commandKey(actor.device, n, base.opening),
    input: plain(input),
    actor,
    doneAt: at,
    now: at,
    stamp: clock,
  }
  const earlier = yield* foldable(command, call.input, base)
  if (earlier) {
    const folded = yield* performFolded(command, call, earlier, standing, base)
    if (folded) {
      yield* stand({ clock })
      return folded
    }
  }
  const verdict = yield* decidedHere(command, call, base)
  const refused = refusedSeeing(command, call, verdict)
  if (refused !== undefined) return { did: 'refused', refusal: refused }
  if ('refusal' in verdict.outcome && !goesOn(command, verdict, standing))
    return { did: 'refused', refusal: verdict.outcome.refusal }
  const { key } = call
  const shown = 'writes' in verdict.outcome && command.where === 'both'
  const writes = shown && 'writes' in verdict.outcome ? verdict.outcome.writes : []
  // A command that found nothing to change has nothing to say to the district either.
  if (shown && writes.length === 0) return { did: 'applied', key, wrote: [] }
  const holdMs = standing.joined ? base.holdMs(name) : undefined
  const held =
    holdMs === undefined || holdMs === 0
      ? undefined
      : { goesAt: doneAt + holdMs, goesWith: goesWith ?? key, heldFrom: doneAt }
  yield* stand({ clock, n })
  yield* putOutbox({
    n,
    key,
    name,
    input: plain(input),
    stamp: clock,
    doneAt: at,
    state: 'queued',
    sight: shown ? 'shown' : 'unshown',
    ...held,
  })
  if (held) yield* holdTogether(held.goesWith, held.goesAt)
  yield* putTouches(n, touchesIn(verdict, [], base.kinds))
  yield* show(writes, standing, base)
  return {
    did: shown ? 'applied' : 'queued',
    key,
    wrote: writes.map(write => write.key),
    ...(held ? { goesAt: held.goesAt } : {}),
    ...backOf(command, call, verdict, base),
  }
}

/** Why nobody does that who sees what is here, whatever the district would make of it. */
function refusedSeeing(
  command: AnyCommand,
  { input }: Call,
  { before }: Verdict,
): Refusal | undefined {
  if (before === undefined || command.refusedSeeing === undefined) return undefined
  const parsed = command.input.safeParse(input)
  return parsed.success ? command.refusedSeeing(before, parsed.data) : undefined
}

/** The way back from what was decided on what was seen. */
function backOf(
  command: AnyCommand,
  { key, input }: Call,
  { before }: Verdict,
  base: Base,
): { readonly back?: Back } {
  if (before === undefined) return {}
  const parsed = command.input.safeParse(input)
  const back = parsed.success
    ? base.backFrom(command.name, before, parsed.data, name => madeId(key, name))
    : undefined
  return back ? { back } : {}
}

/** Whether the district should decide what is refused here: it has what this computer doesn't see. */
function goesOn(command: AnyCommand, verdict: Verdict, standing: Standing): boolean {
  const { outcome } = verdict
  const isMalformed = 'refusal' in outcome && outcome.refusal.code === 'bad_input'
  if (isMalformed) return false
  return command.where === 'district' || (verdict.missing && standing.joined)
}

/** Decides a command on what is seen here. */
export function* decidedHere(command: AnyCommand, call: Call, base: Base): Steps<Verdict> {
  const steps = deciding(command, call, base.kinds)
  let next = steps.next()
  while (!next.done) next = steps.next(yield* viewTold(next.value, base))
  return next.value
}

/** The same edit gone on: decided on what is seen, kept in the place of the earlier one. */
function* performFolded(
  command: AnyCommand,
  call: Call,
  { pending, input }: Foldable,
  standing: Standing,
  base: Base,
): Steps<Performed | undefined> {
  const verdict = yield* decidedHere(command, { ...call, key: pending.key }, base)
  if (!('writes' in verdict.outcome)) return undefined
  const before = yield* touchesOf(pending.n)
  const touches = touchesIn(verdict, before, base.kinds)
  if (!(yield* mayFold(pending, touches))) return undefined
  const { stamp, doneAt } = call
  yield* putOutbox({ ...pending, input: plain(input), stamp, doneAt })
  yield* putTouches(pending.n, [...touches, ...before.filter(touch => touch.wrote)])
  yield* show(verdict.outcome.writes, standing, base)
  const wrote = verdict.outcome.writes.map(write => write.key)
  // Back to what was seen before this edit, not before all that it was folded with.
  const back = backOf(command, { ...call, key: pending.key }, verdict, base)
  return { did: 'applied', key: pending.key, wrote, ...back }
}

/** On top of the mirror once joined; before that, the computer's own stream is all there is. */
export function* show(writes: readonly Write[], standing: Standing, base: Base): Steps<void> {
  for (const { key, rec } of writes) {
    if (standing.joined) yield* putPending(key, rec)
    else if (rec) yield* putMirror(hereStream, rec, standing.generation)
    else yield* dropFromMirror(hereStream, key)
    yield* reindex(key, base)
  }
}

import type { Actor, AnyCommand, Wait } from '../../core/kit/command.ts'
import { refuse } from '../../core/kit/command.ts'
import type { Key } from '../../core/kit/record-type.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import type { Stamp } from '../../core/merge/clock.ts'
import { aboveOwn } from '../../core/merge/clock.ts'
import type { Write } from '../records/apply.ts'
import { writesOf } from '../records/apply.ts'
import type { Kinds, StoredRec } from '../records/kinds.ts'
import { partsOf } from '../records/kinds.ts'
import type { Ask, Loaded, Told } from './load.ts'
import { load } from './load.ts'
import { madeId } from './made-id.ts'
import type { Sent } from './store.ts'
import { heldElsewhere, namesTaken } from './taken.ts'

/** One use of a command. */
export interface Call {
  readonly key: string
  readonly input: unknown
  readonly actor: Actor
  /** By the device's clock (epoch ms). */
  readonly doneAt: number
  /** By the clock of who decides (epoch ms). */
  readonly now: number
  readonly stamp: Stamp
  /** What a device sent for it, as it was sent. */
  readonly sent?: Sent
  /** Whether what refuses it may only have to come yet: then it waits. */
  mayStillCome?(refusal: Refusal): boolean
}

/** What a command comes to on what a store holds; nothing is written yet. */
export interface Verdict extends Omit<Loaded, 'state'> {
  readonly outcome: { readonly writes: readonly Write[] } | { readonly refusal: Refusal } | Wait
  /** What the command loaded, where it was decided at all. */
  readonly before?: unknown
}

/**
 * Decides a command: parse, load, right, decide. A record that isn't there and one that isn't for this
 * person get the same refusal; `missing` tells the two apart for a device, which sees only part.
 */
export function* deciding(
  command: AnyCommand,
  call: Call,
  kinds: Kinds,
): Generator<Ask, Verdict, Told> {
  const parsed = command.input.safeParse(call.input)
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? ''
    const outcome = refuse('bad_input', { where })
    return { outcome, missing: false, reads: new Map(), freeNames: new Set() }
  }
  const { state, ...loaded } = yield* load(command, parsed.data)
  if (loaded.missing || !command.right(call.actor, state, parsed.data))
    return { ...loaded, outcome: refuse('not_here', { what: command.name.split('.', 1)[0] ?? '' }) }
  const { actor, doneAt, now, key } = call
  const decision = command.decide(state, parsed.data, {
    actor,
    doneAt,
    now,
    stamp: aboveOwn(call.stamp, clocksOf(loaded.reads), actor.device),
    id: name => madeId(key, name),
  })
  if (!('changes' in decision)) return { ...loaded, outcome: decision }
  const writes = writesOf(decision.changes, loaded.reads)
  return yield* named({ ...loaded, outcome: { writes }, before: state }, writes, kinds)
}

/** A name that is held makes the command refused here already; the commit checks that the others stayed free. */
function* named(
  verdict: Verdict,
  writes: readonly Write[],
  kinds: Kinds,
): Generator<Ask, Verdict, Told> {
  const names = namesTaken(writes, verdict.reads, kinds)
  if (names.length === 0) return verdict
  const told = yield { keys: [], names, blobs: [] }
  const reads = new Map([...verdict.reads, ...told.records])
  const taken = heldElsewhere(names, told, writes, kinds)
  if (taken !== undefined) {
    const refusal = refusalOf(taken, told.names.get(taken), kinds)
    return { ...verdict, reads, outcome: { refusal } }
  }
  const free = names.filter(name => !told.names.has(name))
  return { ...verdict, freeNames: new Set([...verdict.freeNames, ...free]) }
}

/** In the noun's own words where it has some: a person knows no names of indexes. */
function refusalOf(name: string, holder: Key | undefined, kinds: Kinds): Refusal {
  const { kind, id } = holder === undefined ? { kind: '', id: '' } : partsOf(holder)
  return kinds.get(kind)?.heldBy(id) ?? refuse('taken', { name }).refusal
}

function* clocksOf(reads: ReadonlyMap<Key, StoredRec | undefined>): Generator<Stamp> {
  for (const rec of reads.values()) if (rec) yield* Object.values(rec.clocks)
}

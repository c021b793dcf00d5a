import type { AnyCommand } from '../../core/kit/command.ts'
import { refuse } from '../../core/kit/command.ts'
import type { Key } from '../../core/kit/record-type.ts'
import type { Kinds } from '../records/kinds.ts'
import type { Steps } from '../sql/steps.ts'
import type { Result } from '../wire.ts'
import { answered } from './answered.ts'
import type { Call, Verdict } from './decide.ts'
import { deciding } from './decide.ts'
import type { Batch, Side, Store, Within } from './store.ts'

/** How often a command is decided anew because others were faster; then it waits for the next push. */
export const attemptsMax = 20

/**
 * Executes a command in the district: load, decide, commit, and again when what it read has changed.
 * The same key twice has one effect and one result. Throws for defects only; then nothing was written.
 */
export async function execute(store: Store, command: AnyCommand, call: Call): Promise<Result> {
  const earlier = (await store.results([call.key])).get(call.key)
  if (earlier) return answered(earlier, call.sent)
  for (let attempt = 0; attempt < attemptsMax; attempt++) {
    const verdict = await decided(store, command, call)
    const waits = waitOf(verdict, call)
    if (waits !== undefined) return waits
    const committed = await store.commit(batchOf(verdict, sideOf(command, call)))
    if (committed.did === 'done') return committed.result
    if (committed.did === 'before') return answered(committed.decided, call.sent)
    if (committed.did === 'stale') await assertNotHeld(store, verdict, committed.key)
  }
  return { status: 'wait', on: 'busy' }
}

/** Somebody else was faster within a transaction that others share: to be executed by itself. */
export class Overtaken extends Error {}

/** A command that is being decided: it asks for what it needs first. */
export interface Begun {
  readonly command: AnyCommand
  readonly call: Call
  readonly steps: ReturnType<typeof deciding>
  readonly first: ReturnType<ReturnType<typeof deciding>['next']>
}

/** Begins to decide a command, as far as that goes without any record. */
export function begun(command: AnyCommand, call: Call, kinds: Kinds): Begun {
  const steps = deciding(command, call, kinds)
  return { command, call, steps, first: steps.next() }
}

/** The records that it asks for first. */
export const firstAsked = ({ first }: Begun): readonly Key[] =>
  first.done === true ? [] : first.value.keys

/** Executes within a transaction a command that has no result yet. Throws `Overtaken`, besides for defects. */
export function* executing(within: Within, { command, call, steps, first }: Begun): Steps<Result> {
  const owner = ownerOf(call)
  let next = first
  while (!next.done) next = steps.next(yield* within.read({ ...next.value, owner }))
  const waits = waitOf(next.value, call)
  if (waits !== undefined) return waits
  const committed = yield* within.commit(batchOf(next.value, sideOf(command, call)))
  if (committed.did === 'done') return committed.result
  throw new Overtaken()
}

/**
 * What a verdict says that ends nothing yet: it is asked for again. What was refused without a look at any record is wrong by
 * itself, and nothing that comes mends it.
 */
function waitOf({ outcome, reads }: Verdict, { mayStillCome }: Call): Result | undefined {
  if ('wait' in outcome) return { status: 'wait', on: outcome.wait.on }
  const isEarly = 'refusal' in outcome && reads.size > 0 && mayStillCome?.(outcome.refusal) === true
  return isEarly ? { status: 'wait', on: 'after' } : undefined
}

/** A command that this district doesn't have, refused for good and remembered under its key. */
export async function executeUnknown(store: Store, name: string, call: Call): Promise<Result> {
  const earlier = (await store.results([call.key])).get(call.key)
  if (earlier) return answered(earlier, call.sent)
  const side = { ...sideOf({ name }, call), ...refuse('unknown_command', { name }) }
  const committed = await store.commit({ reads: new Map(), freeNames: new Set(), writes: [], side })
  if (committed.did === 'done') return committed.result
  if (committed.did === 'before') return answered(committed.decided, call.sent)
  return { status: 'wait', on: 'busy' }
}

async function decided(store: Store, command: AnyCommand, call: Call): Promise<Verdict> {
  const owner = ownerOf(call)
  const steps = deciding(command, call, store.kinds)
  let next = steps.next()
  while (!next.done) next = steps.next(await store.read({ ...next.value, owner }))
  return next.value
}

/** Whose files count. */
const ownerOf = ({ actor }: Call): string | undefined =>
  actor.roles.includes('system') ? undefined : actor.person

function sideOf(command: { name: string }, call: Call): Side {
  const { key, actor, now, sent } = call
  const device = actor.roles.includes('system') ? undefined : actor.device
  return {
    key,
    command: command.name,
    person: actor.person,
    device,
    now,
    ...(sent === undefined ? {} : { sent }),
  }
}

function batchOf(verdict: Verdict, side: Side): Batch {
  const reads = new Map<Key, number>()
  for (const [key, rec] of verdict.reads) reads.set(key, rec?.rev ?? 0)
  const { outcome, freeNames } = verdict
  if ('refusal' in outcome)
    return { reads, freeNames, writes: [], side: { ...side, refusal: outcome.refusal } }
  return { reads, freeNames, writes: 'writes' in outcome ? outcome.writes : [], side }
}

/** A create of a record that is there and that the command never looked at would be stale for ever. */
async function assertNotHeld(store: Store, verdict: Verdict, stale: string): Promise<void> {
  if (!('writes' in verdict.outcome)) return
  const write = verdict.outcome.writes.find(w => w.key === stale)
  if (!write || write.before > 0 || verdict.reads.has(write.key)) return
  const told = await store.read({ keys: [write.key], names: [], blobs: [], owner: undefined })
  if (told.records.has(write.key)) throw new Error(`create of what is there: ${stale}`)
}

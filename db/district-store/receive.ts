import type { Actor, AnyCommand } from '../../core/kit/command.ts'
import { refuse } from '../../core/kit/command.ts'
import { clamped, stampAheadMsMax } from '../../core/merge/clock.ts'
import type { Commands } from '../engine/commands.ts'
import { answered } from '../engine/answered.ts'
import type { Call } from '../engine/decide.ts'
import { execute, executeUnknown, executing, Overtaken } from '../engine/execute.ts'
import type { Decided, Store, Within } from '../engine/store.ts'
import { understands } from '../engine/understands.ts'
import type { Steps } from '../sql/steps.ts'
import { sha256OfText } from '../sha256-of-text.ts'
import type { Mutation, Push, PushReply, Result } from '../wire.ts'

/** The most commands of one push; the rest waits for the next. */
export const pushRowsMax = 200

export interface Reception {
  readonly commands: Commands
  readonly actor: Actor
  /** The district's clock (epoch ms). */
  readonly now: number
  /** Other computers of the same person, whose commands this one may bring: they keep the keys they were given. */
  readonly others?: ReadonlySet<string>
  /** These commands had been decided before this push. */
  onBefore?(keys: readonly string[]): Promise<void>
  /** Whether the device's program is newer than this one: what it says and is not known here waits, and is not refused. */
  readonly isAhead?: boolean
  /** A defect in one command: it waits, the others go on. */
  onDefect(error: unknown, mutation: Mutation): void
}

/**
 * Decides the commands of a push in their order, all in one transaction. Where that can't be (somebody was faster, one has
 * a defect), each in one of its own. Every step may be repeated: a command that has a result gets the same one again.
 * Another command under its key is a fork: a copy of the device's records went on elsewhere.
 */
export async function receive(store: Store, push: Push, reception: Reception): Promise<PushReply> {
  const mutations = push.mutations.slice(0, pushRowsMax)
  const all = await receivedTogether(store, mutations, reception)
  const before = all.filter(one => one.isBefore).map(one => one.key)
  if (before.length > 0) await reception.onBefore?.(before)
  return { results: all.map(({ key, result }) => [key, result]), now: reception.now }
}

/** What came of one command; `isBefore`: in an earlier push. */
interface Received {
  readonly key: string
  readonly result: Result
  readonly isBefore: boolean
}

/** The name of the device that gave a command its key. */
export const giverOf = (key: string): string => key.slice(0, Math.max(0, key.indexOf(':')))

async function receivedTogether(
  store: Store,
  mutations: readonly Mutation[],
  reception: Reception,
): Promise<readonly Received[]> {
  try {
    return await store.together(
      mutations.map(mutation => within => receiving(within, mutation, reception)),
    )
  } catch {
    // What is the matter, the one that it concerns says by itself.
    const all: Received[] = []
    for (const mutation of mutations) all.push(await received(store, mutation, reception))
    return all
  }
}

function* receiving(within: Within, mutation: Mutation, reception: Reception): Steps<Received> {
  const { key, after } = mutation
  if (!isGivenBy(mutation, reception)) return { key, ...notTheirs }
  const call = callOf(mutation, reception)
  const told = toldBefore(mutation, call, yield* within.results([key, ...after]))
  if (told) return { key, ...told }
  const command = reception.commands.get(mutation.name)
  if (isAheadOf(command, mutation, reception)) return { key, ...waitsForUpgrade }
  // Nobody has such a command: remembered too, and rare enough to be done by itself.
  if (!command) throw new Overtaken()
  return { key, result: yield* executing(within, command, call), isBefore: false }
}

async function received(store: Store, mutation: Mutation, reception: Reception): Promise<Received> {
  const { key, after } = mutation
  if (!isGivenBy(mutation, reception)) return { key, ...notTheirs }
  const call = callOf(mutation, reception)
  try {
    const told = toldBefore(mutation, call, await store.results([key, ...after]))
    if (told) return { key, ...told }
    const command = reception.commands.get(mutation.name)
    if (isAheadOf(command, mutation, reception)) return { key, ...waitsForUpgrade }
    const result = command
      ? await execute(store, command, call)
      : await executeUnknown(store, mutation.name, call)
    return { key, result, isBefore: false }
  } catch (error) {
    reception.onDefect(error, mutation)
    return { key, result: { status: 'wait', on: 'busy' }, isBefore: false }
  }
}

/** A newer computer's command that this district does not know, or not so: it may, once it is brought up to date. */
const isAheadOf = (
  command: AnyCommand | undefined,
  { input }: Mutation,
  { isAhead }: Reception,
): boolean => isAhead === true && !(command && understands(command, input))

const waitsForUpgrade = {
  result: { status: 'wait', on: 'upgrade' },
  isBefore: false,
} as const satisfies Omit<Received, 'key'>

/** A key names its device, so nobody can answer for another person's command or for the district's own. */
function isGivenBy({ key, after }: Mutation, { actor, others }: Reception): boolean {
  const giver = giverOf(key)
  const isTheirs = giver === actor.device || others?.has(giver) === true
  return isTheirs && areKeys([key, ...after])
}

const notTheirs = {
  result: { status: 'refused', at: 0, ...refuse('bad_input', { where: 'key' }) },
  isBefore: false,
} as const satisfies Omit<Received, 'key'>

function callOf(mutation: Mutation, { actor, now }: Reception): Call {
  const { key, input, doneAt } = mutation
  const stamp = clamped(mutation.stamp, now, actor.device)
  const sent = { digest: digestOf(mutation), stamp: mutation.stamp }
  return { key, input, actor, doneAt: saneTime(doneAt, now), now, stamp, sent }
}

/** What is said without deciding: the result that is there, or that an earlier command has none yet. */
function toldBefore(
  { key, after }: Mutation,
  { sent }: Call,
  decided: ReadonlyMap<string, Decided>,
): Omit<Received, 'key'> | undefined {
  const earlier = decided.get(key)
  if (earlier) {
    const result = answered(earlier, sent)
    return { result, isBefore: result.status !== 'fork' }
  }
  const isReady = after.every(before => decided.has(before))
  return isReady ? undefined : { result: { status: 'wait', on: 'after' }, isBefore: false }
}

/** Of whole signs that every database keeps: no key of ours is made of others. */
const areKeys = (texts: readonly string[]): boolean =>
  texts.every(text => text.isWellFormed() && !text.includes('\0'))

/** What makes it this command: the order of fields is that of the device, and comes again as it came. */
const digestOf = ({ name, input, stamp }: Mutation): string =>
  sha256OfText(JSON.stringify([name, input, stamp]))

/** A device's clock may be slow, but nothing was done in the district's future, nor before there were computers. */
const saneTime = (doneAt: number, now: number): number =>
  Math.trunc(Math.min(Math.max(doneAt, 0), now + stampAheadMsMax))

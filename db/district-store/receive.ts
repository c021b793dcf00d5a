import type { Actor, AnyCommand } from '../../core/kit/command.ts'
import { refuse } from '../../core/kit/command.ts'
import { clamped, stampAheadMsMax } from '../../core/merge/clock.ts'
import type { Commands } from '../engine/commands.ts'
import { answered } from '../engine/answered.ts'
import type { Call } from '../engine/decide.ts'
import type { Begun } from '../engine/execute.ts'
import {
  begun,
  execute,
  executeUnknown,
  executing,
  firstAsked,
  Overtaken,
} from '../engine/execute.ts'
import type { Decided, Store, Within } from '../engine/store.ts'
import { understands } from '../engine/understands.ts'
import type { Steps } from '../sql/steps.ts'
import { sha256OfText } from '../sha256-of-text.ts'
import type { Mutation, Push, PushReply, Result } from '../wire.ts'
import type { CameBack } from './came-back.ts'
import type { Lives } from './life.ts'
import { mayStillCome } from './still-to-come.ts'

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

/** A reception, and what matters to it of the district's last restore. */
interface Desk extends Reception {
  readonly cameBack: CameBack | undefined
  readonly upToDateSince: number | undefined
}

/**
 * Decides the commands of a push in their order, all in one transaction. Where that can't be (somebody was faster, one has
 * a defect), each in one of its own. Every step may be repeated: a command that has a result gets the same one again.
 * Another command under its key is a fork: a copy of the device's records went on elsewhere. From a computer that has not
 * heard of the district's restore nothing is decided, and what is refused because another has not sent again yet waits for it.
 */
export async function receive(
  store: Store & Lives,
  push: Push,
  reception: Reception,
): Promise<PushReply> {
  const said = { now: reception.now, epoch: store.epoch() }
  const mutations = push.mutations.slice(0, pushRowsMax)
  const knows = await store.knows(reception.actor.device, push.life)
  if (knows === 'no') return { ...said, results: [], resync: 'epoch' }
  if (knows === 'its pull tells')
    return { ...said, results: mutations.map(({ key }) => [key, waitsForPull]) }
  const desk = {
    ...reception,
    cameBack: await store.cameBack(reception.now),
    upToDateSince: store.upToDateSince(reception.actor.device),
  }
  const all = await receivedTogether(store, mutations, desk)
  const before = all.filter(one => one.isBefore).map(one => one.key)
  if (before.length > 0) await reception.onBefore?.(before)
  return { ...said, results: all.map(({ key, result }) => [key, result]) }
}

/** To a computer whose pull tells what it knows of: it pulls by itself, and asks again. */
const waitsForPull = { status: 'wait', on: 'busy' } as const satisfies Result

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
  desk: Desk,
): Promise<readonly Received[]> {
  try {
    // Made anew where the transaction is tried again.
    let coming: readonly Coming[] = []
    const works = mutations.map(
      (_, at) =>
        function* (within: Within): Steps<Received> {
          if (at === 0) coming = yield* foreseen(within, mutations, desk)
          const one = coming[at]
          if (one === undefined) throw new Error('a command is missing')
          return yield* receiving(within, one, desk)
        },
    )
    return await store.together(works)
  } catch {
    // What is the matter, the one that it concerns says by itself.
    const all: Received[] = []
    for (const mutation of mutations) all.push(await received(store, mutation, desk))
    return all
  }
}

/** A command that has come; `begun` where it may be decided. */
interface Coming {
  readonly mutation: Mutation
  readonly call: Call
  readonly begun: Begun | undefined
}

/** Begins with all commands and reads what they ask for first, together. */
function* foreseen(
  within: Within,
  mutations: readonly Mutation[],
  desk: Desk,
): Steps<readonly Coming[]> {
  const coming = mutations.map((mutation): Coming => {
    const call = callOf(mutation, desk)
    const command = desk.commands.get(mutation.name)
    const isLeft = !command || !isGivenBy(mutation, desk)
    return { mutation, call, begun: isLeft ? undefined : begun(command, call, within.kinds) }
  })
  const keys = coming.flatMap(({ mutation: { key, after }, begun: one }) =>
    one === undefined ? [] : [key, ...after],
  )
  const records = coming.flatMap(({ begun: one }) => (one === undefined ? [] : firstAsked(one)))
  yield* within.foresee({ results: [...new Set(keys)], records })
  return coming
}

function* receiving(
  within: Within,
  { mutation, call, begun: one }: Coming,
  desk: Desk,
): Steps<Received> {
  const { key, after } = mutation
  if (!isGivenBy(mutation, desk)) return { key, ...notTheirs }
  const told = toldBefore(mutation, call, yield* within.results([key, ...after]))
  if (told) return { key, ...told }
  if (isAheadOf(desk.commands.get(mutation.name), mutation, desk))
    return { key, ...waitsForUpgrade }
  // Nobody has such a command: remembered too, and rare enough to be done by itself.
  if (!one) throw new Overtaken()
  return { key, result: yield* executing(within, one), isBefore: false }
}

async function received(store: Store, mutation: Mutation, desk: Desk): Promise<Received> {
  const { key, after } = mutation
  if (!isGivenBy(mutation, desk)) return { key, ...notTheirs }
  try {
    // What goes into it may be deeper than can be written down.
    const call = callOf(mutation, desk)
    const told = toldBefore(mutation, call, await store.results([key, ...after]))
    if (told) return { key, ...told }
    const command = desk.commands.get(mutation.name)
    if (isAheadOf(command, mutation, desk)) return { key, ...waitsForUpgrade }
    const result = command
      ? await execute(store, command, call)
      : await executeUnknown(store, mutation.name, call)
    return { key, result, isBefore: false }
  } catch (error) {
    desk.onDefect(error, mutation)
    return { key, result: { status: 'wait', on: 'busy' }, isBefore: false }
  }
}

/** A newer computer's command that this district does not know, or not so: it may, once it is brought up to date. */
const isAheadOf = (
  command: AnyCommand | undefined,
  { input }: Mutation,
  { isAhead }: Desk,
): boolean => isAhead === true && !(command && understands(command, input))

const waitsForUpgrade = {
  result: { status: 'wait', on: 'upgrade' },
  isBefore: false,
} as const satisfies Omit<Received, 'key'>

/** A key names its device, so nobody can answer for another person's command or for the district's own. */
function isGivenBy({ key, after }: Mutation, { actor, others }: Desk): boolean {
  const giver = giverOf(key)
  const isTheirs = giver === actor.device || others?.has(giver) === true
  return isTheirs && areKeys([key, ...after])
}

const notTheirs = {
  result: { status: 'refused', at: 0, ...refuse('bad_input', { where: 'key' }) },
  isBefore: false,
} as const satisfies Omit<Received, 'key'>

function callOf(mutation: Mutation, { actor, now, cameBack, upToDateSince }: Desk): Call {
  const { key, input, doneAt } = mutation
  const stamp = clamped(mutation.stamp, now, actor.device)
  return {
    ...{ key, input, actor, doneAt: saneTime(doneAt, now), now, stamp },
    sent: { digest: digestOf(mutation), stamp: mutation.stamp },
    mayStillCome: refusal => mayStillCome(refusal, stamp, cameBack, upToDateSince),
  }
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

import { createHash } from 'node:crypto'
import type { Actor } from '../../core/kit/command.ts'
import { refuse } from '../../core/kit/command.ts'
import { clamped, stampAheadMsMax } from '../../core/merge/clock.ts'
import type { Commands } from '../engine/commands.ts'
import { answered } from '../engine/answered.ts'
import { execute, executeUnknown } from '../engine/execute.ts'
import type { Store } from '../engine/store.ts'
import { understands } from '../engine/understands.ts'
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
 * Decides the commands of a push one after the other, each in a transaction of its own. Every step may be
 * repeated: a command that has a result gets the same one again. Another command under its key is a fork: a copy of
 * the device's records went on elsewhere.
 */
export async function receive(store: Store, push: Push, reception: Reception): Promise<PushReply> {
  const results: (readonly [string, Result])[] = []
  const before: string[] = []
  for (const mutation of push.mutations.slice(0, pushRowsMax)) {
    const result = await received(store, mutation, reception, before)
    results.push([mutation.key, result])
  }
  if (before.length > 0) await reception.onBefore?.(before)
  return { results, now: reception.now }
}

/** The name of the device that gave a command its key. */
export const giverOf = (key: string): string => key.slice(0, Math.max(0, key.indexOf(':')))

async function received(
  store: Store,
  mutation: Mutation,
  { commands, actor, others, now, isAhead, onDefect }: Reception,
  before: string[],
): Promise<Result> {
  // A key names its device, so nobody can answer for another person's command or for the district's own.
  const giver = giverOf(mutation.key)
  const isTheirs = giver === actor.device || others?.has(giver) === true
  if (!isTheirs || !areKeys([mutation.key, ...mutation.after]))
    return { status: 'refused', at: 0, ...refuse('bad_input', { where: 'key' }) }
  const { key, input, doneAt } = mutation
  const stamp = clamped(mutation.stamp, now, actor.device)
  const sent = { digest: digestOf(mutation), stamp: mutation.stamp }
  const call = { key, input, actor, doneAt: saneTime(doneAt, now), now, stamp, sent }
  try {
    const decided = await store.results([key, ...mutation.after])
    const earlier = decided.get(key)
    if (earlier) {
      const result = answered(earlier, sent)
      if (result.status !== 'fork') before.push(key)
      return result
    }
    if (mutation.after.some(before => !decided.has(before))) return { status: 'wait', on: 'after' }
    const command = commands.get(mutation.name)
    if (isAhead === true && !(command && understands(command, input)))
      return { status: 'wait', on: 'upgrade' }
    if (!command) return await executeUnknown(store, mutation.name, call)
    return await execute(store, command, call)
  } catch (error) {
    onDefect(error, mutation)
    return { status: 'wait', on: 'busy' }
  }
}

/** Of whole signs that every database keeps: no key of ours is made of others. */
const areKeys = (texts: readonly string[]): boolean =>
  texts.every(text => text.isWellFormed() && !text.includes('\0'))

/** What makes it this command: the order of fields is that of the device, and comes again as it came. */
const digestOf = ({ name, input, stamp }: Mutation): string =>
  createHash('sha256')
    .update(JSON.stringify([name, input, stamp]))
    .digest('hex')

/** A device's clock may be slow, but nothing was done in the district's future, nor before there were computers. */
const saneTime = (doneAt: number, now: number): number =>
  Math.trunc(Math.min(Math.max(doneAt, 0), now + stampAheadMsMax))

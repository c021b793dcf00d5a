import type { PullReply, Push } from '../../wire.ts'
import type { SimDevice } from './sim-device.ts'

/**
 * Mistakes that the simulator must notice. Each one bends what passes between the parts, as a program with
 * that mistake would; the program itself stays as it is.
 */
export const mistakes = [
  'clampTies',
  'cursorFirst',
  'dropOnSend',
  'foldSent',
  'halfPull',
  'noAfter',
  'noBlobCheck',
  'noClamp',
  'noFromCheck',
  'noIdem',
  'noProjection',
  'noRemove',
  'noResultsInPull',
  'readsUnguarded',
  'sameOpening',
  'staleNames',
  'textLastWins',
  'undoSent',
] as const

export type Mistake = (typeof mistakes)[number]

const dayMs = 86_400_000

/** What is pushed, as the mistake would have it. */
export function bentPush(push: Push, tries: number, device: SimDevice, mistake?: Mistake): Push {
  const keys = push.mutations.map(mutation => mutation.key)
  if (mistake === 'dropOnSend')
    for (const key of keys) device.db.prepare('delete from outbox where key = ?').run(key)
  if (mistake === 'foldSent')
    for (const key of keys)
      device.db.prepare("update outbox set state = 'queued' where key = ?").run(key)
  if (mistake === 'noAfter')
    return { ...push, mutations: push.mutations.map(mutation => ({ ...mutation, after: [] })) }
  if (mistake === 'noIdem' && tries > 1)
    return {
      ...push,
      mutations: push.mutations.map(mutation => ({ ...mutation, key: `${mutation.key}.${tries}` })),
    }
  return push
}

/** The district's clock, as the mistake would have it. */
export const bentNow = (now: number, mistake?: Mistake): number =>
  mistake === 'noClamp' ? now + 400 * dayMs : now

/** What is pulled, as the mistake would have it. */
export function bentPage(reply: PullReply, device: SimDevice, mistake?: Mistake): PullReply {
  if ('resync' in reply) return reply
  if (mistake === 'noResultsInPull') return { ...reply, results: [] }
  if (mistake === 'noRemove') return { ...reply, ops: reply.ops.filter(op => op.length > 3) }
  if (mistake === 'halfPull') return { ...reply, more: false }
  if (mistake === 'noFromCheck') return { ...reply, from: device.store.standing().cursor }
  if (mistake === 'noProjection')
    return {
      ...reply,
      ops: reply.ops.map(op => {
        if (op.length === 3) return op
        const [stream, kind, id, rev, v, body, clocks] = op
        return [stream, kind, id, rev, v, { ...body, secret: 'told' }, clocks]
      }),
    }
  return reply
}

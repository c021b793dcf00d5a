import type { IncomingMessage } from 'node:http'
import type { ZodType } from 'zod'
import type { Actor } from '../../core/kit/command.ts'
import type { House } from '../house.ts'
import type { Acting } from '../person/actor.ts'
import { actorBehind, refuseWhileWaiting } from '../person/actor.ts'
import { signedBy } from '../person/signed.ts'
import { readJson, readRaw } from './body.ts'
import { noteActor } from './notes.ts'

/** Who asks by a signed request without a body that is read. Throws as `signedBy` and `actorBehind` do, and `waits`. */
export async function askedBy(house: House, incoming: IncomingMessage): Promise<Actor> {
  const acting = await askedByAny(house, incoming)
  refuseWhileWaiting(acting)
  return acting
}

/** The same, also for a computer that waits for a yes: the caller gives it only what is for everybody. */
export async function askedByAny(house: House, incoming: IncomingMessage): Promise<Acting> {
  return actingOf(house, incoming, new Uint8Array())
}

/** Who asks by a signed request, and its JSON as a schema wants it. */
export async function askedWith<T>(
  house: House,
  incoming: IncomingMessage,
  schema: ZodType<T>,
): Promise<{ readonly actor: Actor; readonly value: T }> {
  const raw = await readRaw(incoming)
  const actor = await actingOf(house, incoming, raw)
  refuseWhileWaiting(actor)
  return { actor, value: readJson(raw, incoming.headers['content-encoding'], schema) }
}

async function actingOf(
  house: House,
  incoming: IncomingMessage,
  body: Uint8Array,
): Promise<Acting> {
  const { method = '', url: target = '', headers } = incoming
  const { device } = await signedBy(house, { method, target, headers, body }, house.clock())
  const actor = await actorBehind(house, device)
  noteActor(incoming, actor.person)
  return actor
}

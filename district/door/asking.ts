import type { IncomingMessage } from 'node:http'
import type { ZodType } from 'zod'
import type { Actor } from '../../core/kit/command.ts'
import type { House } from '../house.ts'
import { actorBehind } from '../person/actor.ts'
import { signedBy } from '../person/signed.ts'
import { readJson, readRaw } from './body.ts'
import { noteActor } from './notes.ts'

/** Who asks by a signed request without a body that is read. Throws as `signedBy` and `actorBehind` do. */
export async function askedBy(house: House, incoming: IncomingMessage): Promise<Actor> {
  return actorOf(house, incoming, new Uint8Array())
}

/** Who asks by a signed request, and its JSON as a schema wants it. */
export async function askedWith<T>(
  house: House,
  incoming: IncomingMessage,
  schema: ZodType<T>,
): Promise<{ readonly actor: Actor; readonly value: T }> {
  const raw = await readRaw(incoming)
  const actor = await actorOf(house, incoming, raw)
  return { actor, value: readJson(raw, incoming.headers['content-encoding'], schema) }
}

async function actorOf(house: House, incoming: IncomingMessage, body: Uint8Array): Promise<Actor> {
  const { method = '', url: target = '', headers } = incoming
  const { device } = await signedBy(house, { method, target, headers, body }, house.clock())
  const actor = await actorBehind(house, device)
  noteActor(incoming, actor.person)
  return actor
}

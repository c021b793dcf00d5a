import type { IncomingMessage } from 'node:http'
import type { ZodType } from 'zod'
import type { Actor } from '../../core/kit/command.ts'
import type { House } from '../house.ts'
import type { Acting } from '../person/actor.ts'
import { actorBehind, refuseWhileWaiting } from '../person/actor.ts'
import type { Signer } from '../person/signed.ts'
import { signerOf, useSignature } from '../person/signed.ts'
import { readJson, readRaw } from './body.ts'
import { noteActor } from './notes.ts'

/** Who asks by a signed request without a body that is read. Throws as `signerOf`, `useSignature` and `actorBehind` do, and `waits`. */
export async function askedBy(house: House, incoming: IncomingMessage): Promise<Actor> {
  const acting = await askedByAny(house, incoming)
  refuseWhileWaiting(acting)
  return acting
}

/** The same, also for a computer that waits for a yes: the caller gives it only what is for everybody. */
export async function askedByAny(house: House, incoming: IncomingMessage): Promise<Acting> {
  const signer = await signing(house, incoming)
  return actingOf(house, incoming, signer, new Uint8Array())
}

/**
 * Who asks by a signed request, and its JSON as a schema wants it. `count` is told which computer it is before a body is
 * read, and may refuse it.
 */
export async function askedWith<T>(
  house: House,
  incoming: IncomingMessage,
  schema: ZodType<T>,
  count: (device: string) => void = () => undefined,
): Promise<{ readonly actor: Actor; readonly value: T }> {
  const signer = await signing(house, incoming)
  count(signer.device.device)
  const raw = await readRaw(incoming)
  const actor = await actingOf(house, incoming, signer, raw)
  refuseWhileWaiting(actor)
  return { actor, value: readJson(raw, incoming.headers['content-encoding'], schema) }
}

async function signing(house: House, incoming: IncomingMessage): Promise<Signer> {
  const { method = '', url: target = '', headers } = incoming
  const signer = await signerOf(house, { method, target, headers })
  house.inWork.begin(signer.device.device, incoming)
  return signer
}

async function actingOf(
  house: House,
  incoming: IncomingMessage,
  signer: Signer,
  body: Uint8Array,
): Promise<Acting> {
  await useSignature(house, signer, body, house.clock())
  const actor = await actorBehind(house, signer.device.device)
  noteActor(incoming, actor.person)
  return actor
}

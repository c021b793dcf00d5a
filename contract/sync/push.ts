import { z } from 'zod'
import type { Json } from '../../core/kit/record-type.ts'
import { wireLimits } from './version.ts'

const key = z.string().min(3).max(200)

/** One command on its way (`db/wire.ts` tells what the fields mean). */
export const mutation = z.object({
  key,
  name: z.string().max(100),
  // Whatever was parsed from JSON is JSON already: to walk through each would cost as much as all else that is looked at.
  input: z.custom<Json>(value => value !== undefined),
  stamp: z.string().max(120),
  doneAt: z.number(),
  after: z.array(key).max(1_000),
})

/** Which life of the district the computer knows of, and up to where it was told its own stream there. */
export const life = z.object({ epoch: z.int().min(0), told: z.int().min(0) })

export const pushRequest = z.object({
  protocol: z.int(),
  device: z.string().max(80),
  /** Absent: none yet, or a program of before protocol 6. */
  life: life.exactOptional(),
  mutations: z.array(mutation).max(wireLimits.pushMutationsMax),
})
export type PushRequest = z.infer<typeof pushRequest>

const refusal = z.object({ code: z.string(), facts: z.record(z.string(), z.json()) })

/**
 * What a command came to. A wait is asked again; on `upgrade`, once the district has a program that knows the command. A fork: something else was decided under its key, so it comes again
 * under another.
 */
export const result = z.discriminatedUnion('status', [
  z.object({ status: z.literal('applied'), at: z.number() }),
  z.object({ status: z.literal('refused'), refusal, at: z.number() }),
  z.object({ status: z.literal('wait'), on: z.enum(['blobs', 'after', 'busy', 'upgrade']) }),
  z.object({ status: z.literal('fork') }),
])

export const pushReply = z.object({
  results: z.array(z.tuple([key, result])),
  now: z.number(),
  /** The district's life now. */
  epoch: z.int().exactOptional(),
  /** Nothing was decided: the computer knows of another life of the district. It pulls first, then it sends again. */
  resync: z.literal('epoch').exactOptional(),
})
export type PushReply = z.infer<typeof pushReply>

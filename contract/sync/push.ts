import { z } from 'zod'
import { wireLimits } from './version.ts'

const key = z.string().min(3).max(200)

/** One command on its way (`db/wire.ts` tells what the fields mean). */
export const mutation = z.object({
  key,
  name: z.string().max(100),
  input: z.json(),
  stamp: z.string().max(120),
  doneAt: z.number(),
  after: z.array(key).max(1_000),
})

export const pushRequest = z.object({
  protocol: z.int(),
  device: z.string().max(80),
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
})
export type PushReply = z.infer<typeof pushReply>

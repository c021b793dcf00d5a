import { z } from 'zod'
import { canonical } from '../../core/kit/canonical.ts'
import { signedSchema } from '../../core/kit/signed.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import { signedBy } from '../keys/signed-by.ts'
import { readAbout } from '../place/about.ts'
import type { Place } from '../place/place.ts'

/** Raised when its shape changes; another computer reads files of its own version and earlier ones that were signed. */
export const waitingVersion = 2
export const waitingFormat = 'meritfolio-outbox'

/** How many commands one file holds at most when it is read: an hour of work without a network is a few hundred. */
const commandsMax = 100_000

const key = z.string().regex(/^[\w-]{1,80}:\d{1,15}:[\w-]{1,80}$/)

/** What is only on one computer, as a file: what waits for the district, and what it refused there. */
export const waitingSchema = z.object({
  format: z.literal(waitingFormat),
  version: z.int(),
  savedAt: z.iso.datetime(),
  person: z.string().max(80),
  device: z.string().max(80),
  district: z.looseObject({ name: z.string(), address: z.string(), epoch: z.string() }).optional(),
  commands: z
    .array(
      z.object({
        key,
        name: z.string().max(100),
        input: z.json(),
        stamp: z.string().max(120),
        doneAt: z.int(),
        state: z.enum(['queued', 'sent', 'waiting', 'applied', 'refused']),
        refusal: z.object({ code: z.string(), facts: z.record(z.string(), z.json()) }).optional(),
      }),
    )
    .max(commandsMax),
  /** By the computer that saved it, over all the rest (`waitingText`); absent where its key is gone. */
  signed: signedSchema.optional(),
})
export type Waiting = z.infer<typeof waitingSchema>

/** What is signed of a file: all of it but the signature. */
export const waitingText = (file: object): string =>
  canonical(Object.fromEntries(Object.entries(file).filter(([name]) => name !== 'signed')))

/**
 * Everything that is only on this computer, as data: what waits for the district, what it refused, and which
 * files it does not hold. For a person whose computer was sent away, too; signed, so that another of theirs can take it.
 */
export function waitingFile(place: Place, now: number): Response {
  const { actor } = place.store.standing()
  const value = bodyOf({
    format: waitingFormat,
    version: waitingVersion,
    savedAt: new Date(now).toISOString(),
    person: actor.person,
    device: actor.device,
    district: readAbout(place.store).district,
    commands: place.store.outbox().map(({ key: given, name, input, stamp, doneAt, ...row }) => ({
      ...{ key: given, name, input, stamp, doneAt },
      state: row.state,
      refusal: row.refusal,
    })),
  })
  const signed =
    place.key === undefined ? {} : { signed: signedBy(place, 'waiting', waitingText(value)) }
  return new Response(JSON.stringify({ ...value, ...signed }, null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="meritfolio-outbox.json"',
    },
  })
}

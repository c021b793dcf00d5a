import { z } from 'zod'
import { recordType } from '../kit/record-type.ts'

export const passwordSetSchema = z.object({
  person: z.string(),
  /** By the district's clock (epoch ms). */
  at: z.int(),
  /** The computer from which it was set, and what it is called. */
  device: z.string(),
  computer: z.string(),
})
export type PasswordSet = z.infer<typeof passwordSetSchema>

/**
 * When a person's password was last set, and from where: whoever did it, they hear of it on all of their computers.
 * Nothing of the password is in it. Its id is the person's.
 */
export const PasswordSetRecord = recordType<PasswordSet>({
  kind: 'password-set',
  schema: passwordSetSchema,
  version: 1,
  seats: (_id, body) => [{ stream: `user:${body.person}`, view: 'all' }],
})

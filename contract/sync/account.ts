import { z } from 'zod'
import { newComputer } from './join.ts'

const name = z.string().min(1).max(200)
const password = z.string().min(1).max(1_000)
const code = z.string().min(1).max(80)

/** Coming in by a name and a password, and a one-time code where one is asked for. The answer is that of joining. */
export const signInRequest = newComputer.extend({
  name,
  password,
  /** Six digits of the app that makes them, or one of the spare codes. */
  oneTimeCode: code.optional(),
})
export type SignInRequest = z.infer<typeof signInRequest>

/** What a person does about their own sign-in, from a computer that is in. */
export const accountRequest = z.discriminatedUnion('do', [
  /** `current`: the password of now, where there is one. */
  z.object({ do: z.literal('set'), name, password, current: password.optional() }),
  z.object({ do: z.literal('remove'), current: password }),
  /** A new secret of one-time codes; it counts once a code of it was given. */
  z.object({ do: z.literal('begin-codes') }),
  z.object({ do: z.literal('confirm-codes'), code }),
  /** New spare codes in place of those that are left. */
  z.object({ do: z.literal('new-spare'), code }),
  z.object({ do: z.literal('end-codes'), code }),
])
export type AccountRequest = z.infer<typeof accountRequest>

export const accountReply = z.object({
  /** Absent: the person has no sign-in. */
  name: z.string().optional(),
  setAt: z.number().optional(),
  /** Whether one-time codes are asked for. */
  hasCodes: z.boolean(),
  spareCodesLeft: z.int(),
  /** By the person's roles a password alone does not let them in. */
  needsCodes: z.boolean(),
  /** When an administrator last took the sign-in away. */
  resetAt: z.number().optional(),
  /** Of `begin-codes`: base32, and the address that an app reads from a picture (otpauth). */
  secret: z.object({ text: z.string(), uri: z.string() }).optional(),
  /** Of `confirm-codes` and `new-spare`: shown once. */
  spareCodes: z.array(z.string()).optional(),
})
export type AccountReply = z.infer<typeof accountReply>

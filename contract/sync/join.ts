import { z } from 'zod'
import { idInput } from '../../core/kit/input.ts'
import { computerNameCharsMax } from '../../core/person/computer-name.ts'

/** What anyone may ask a district before joining. */
export const aboutReply = z.object({
  protocol: z.int(),
  protocolOldest: z.int(),
  district: z.string(),
  epoch: z.string(),
  now: z.number(),
  /** Hex, by the district's trust key over `atAddressText`, for who asked it to show that it is there (`atAddressAsked`). */
  proof: z
    .string()
    .regex(/^[0-9a-f]{128}$/)
    .optional(),
})
export type AboutReply = z.infer<typeof aboutReply>

/**
 * What a computer may add when it asks that, in the address: to be shown that its own district answers there, and not
 * somebody who has heard what the district tells anyone. A district says so only of addresses that it knows as its own.
 */
export const atAddressAsked = z.object({
  /** Drawn for this one question. */
  nonce: z.string().regex(/^[\w-]{22,64}$/),
  /** The origin at which it is asked. */
  origin: z.string().min(1).max(300),
})
export type AtAddressAsked = z.infer<typeof atAddressAsked>

/** What a district's trust key signs, for purpose `at-address`. */
export const atAddressText = ({ nonce, origin }: AtAddressAsked, epoch: string) =>
  JSON.stringify([nonce, origin, epoch])

/** Whole signs that every database keeps. */
const isKept = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

const deviceNameSchema = z.string().regex(/^[\w-]{16,80}$/)

/** What a computer says of itself when it asks to be let in, however it shows whose it is. */
export const newComputer = z.object({
  protocol: z.int(),
  /**
   * The device's own name, random (128 bits or more) and for good: ids of what was made before joining hang on it.
   * A district that knows it already answers the same again where the key is the same too (a reply that was lost), by the
   * same code or another one; with another key it refuses.
   */
  device: deviceNameSchema,
  /** The device's Ed25519 public key, 32 bytes, base64url. */
  publicKey: z.string().length(43),
  /** What it is called until its person calls it otherwise; an older program says up to 200 letters. */
  deviceName: z.string().min(1).max(200).refine(isKept),
  /**
   * The name under which this computer was in before, revoked or without its key. It has to be one of the same person's,
   * or nothing happens. It ends if it had not: now, or with the yes that this one waits for. `signature`: hex, by its old key over `rejoinText`, which shows that
   * it is that very computer.
   */
  before: z
    .object({
      device: deviceNameSchema,
      signature: z
        .string()
        .regex(/^[0-9a-f]{128}$/)
        .optional(),
    })
    .optional(),
})
export type NewComputer = z.infer<typeof newComputer>

/** What a computer's old key signs, for purpose `rejoin`: that it goes on under this name and key. */
export const rejoinText = ({ device, publicKey }: Pick<NewComputer, 'device' | 'publicKey'>) =>
  JSON.stringify([device, publicKey])

/** One-time invitation code: 128 bits as 26 base32 signs, hyphens and case don't matter. */
export const joinRequest = newComputer.extend({ code: z.string().min(10).max(80) })
export type JoinRequest = z.infer<typeof joinRequest>

export const joinReply = z.object({
  /** As it was asked for. */
  device: z.string(),
  person: z.string(),
  name: z.string(),
  roles: z.array(z.enum(['educator', 'coach', 'officer', 'administrator'])),
  district: z.string(),
  epoch: z.string(),
  now: z.number(),
  /** Who signs what the district vouches for (multikey, Ed25519): the computer holds on to it from now on. */
  trustKey: z.string().max(100),
  /** Until when what is private stays away from this computer (epoch ms), unless another of the person's says yes before. */
  waitsUntil: z.number().optional(),
})
export type JoinReply = z.infer<typeof joinReply>

export const invitationRequest = z.object({ person: idInput })
export const invitationReply = z.object({ code: z.string(), expiresAt: z.number() })

export const deviceRow = z.object({
  device: z.string(),
  person: z.string(),
  name: z.string(),
  joinedAt: z.number(),
  revokedAt: z.number().nullable(),
  /** It waits for a yes until then (epoch ms); absent: it does not. */
  waitsUntil: z.number().optional(),
})
export type DeviceRow = z.infer<typeof deviceRow>
export const devicesReply = z.object({ devices: z.array(deviceRow) })
export const revokeDeviceRequest = z.object({ device: idInput })
/** What a person calls a computer of theirs. */
export const nameDeviceRequest = z.object({
  device: idInput,
  name: z.string().trim().min(1).max(computerNameCharsMax).refine(isKept),
})
/** Whether a computer that waits is the person's own; no ends it. */
export const answerDeviceRequest = z.object({ device: idInput, isTheirs: z.boolean() })

/** Any refusal of a request as such; refusals of commands travel inside a push's results. */
export const districtError = z.object({
  code: z.enum([
    'malformed',
    'too_large',
    /** The person's room for files is taken; `facts` as in `roomReply`, and the `sizeBytes` of what did not fit. */
    'quota',
    'signature',
    'replayed',
    /** `facts.now`: the district's clock (epoch ms). */
    'clock',
    'device_unknown',
    'device_revoked',
    'not_allowed',
    'not_found',
    /** This computer waits for the yes of another of its person's. `facts.until`: epoch ms. */
    'waits',
    /** The computer that was in before is another person's. */
    'other_person',
    'invitation_unknown',
    'invitation_used',
    'invitation_expired',
    /** No such name, or another password: the same answer for both. */
    'sign_in_wrong',
    /** The password was right; a one-time code, or a spare one, is asked for too. */
    'one_time_code_needed',
    'one_time_code_wrong',
    /** Whose role needs one-time codes and has none set up comes in by an invitation alone. */
    'second_step_needed',
    'name_taken',
    /** `facts.why`: `short` (with `charsMin`) or `common`. */
    'password_weak',
    'too_many_tries',
    'upgrade',
    'busy',
  ]),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type DistrictError = z.infer<typeof districtError>

import { z } from 'zod'

/** What anyone may ask a district before joining. */
export const aboutReply = z.object({
  protocol: z.int(),
  protocolOldest: z.int(),
  district: z.string(),
  epoch: z.string(),
  now: z.number(),
})
export type AboutReply = z.infer<typeof aboutReply>

/** One-time invitation code: 128 bits as 26 base32 signs, hyphens and case don't matter. */
export const joinRequest = z.object({
  protocol: z.int(),
  code: z.string().min(10).max(80),
  /**
   * The device's own name, random (128 bits or more) and for good: ids of what was made before joining hang on it.
   * A district refuses one that it knows already, unless code, device and key are those of the same joining (a reply
   * that was lost): then it answers the same again.
   */
  device: z.string().regex(/^[\w-]{16,80}$/),
  /** The device's Ed25519 public key, 32 bytes, base64url. */
  publicKey: z.string().length(43),
  deviceName: z.string().min(1).max(200),
})
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
})
export type JoinReply = z.infer<typeof joinReply>

export const invitationRequest = z.object({ person: z.string().min(1).max(80) })
export const invitationReply = z.object({ code: z.string(), expiresAt: z.number() })

export const deviceRow = z.object({
  device: z.string(),
  person: z.string(),
  name: z.string(),
  joinedAt: z.number(),
  revokedAt: z.number().nullable(),
})
export type DeviceRow = z.infer<typeof deviceRow>
export const devicesReply = z.object({ devices: z.array(deviceRow) })
export const revokeDeviceRequest = z.object({ device: z.string().min(1).max(80) })

/** Any refusal of a request as such; refusals of commands travel inside a push's results. */
export const districtError = z.object({
  code: z.enum([
    'malformed',
    'too_large',
    'signature',
    'replayed',
    /** `facts.now`: the district's clock (epoch ms). */
    'clock',
    'device_unknown',
    'device_revoked',
    'not_allowed',
    'not_found',
    'invitation_unknown',
    'invitation_used',
    'invitation_expired',
    'too_many_tries',
    'upgrade',
    'busy',
  ]),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type DistrictError = z.infer<typeof districtError>

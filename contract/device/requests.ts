import { z } from 'zod'

/** Limits of the device's door (security.md §6). */
export const doorLimits = {
  jsonBytesMax: 1_048_576,
  urlBytesMax: 4_096,
  badgeBytesMax: 8_388_608,
  caseBytesMax: 33_554_432,
  waitingBytesMax: 67_108_864,
  fileNameCharsMax: 1_000,
} as const

export const linkRequest = z.object({
  challenge: z.string().min(20).max(200),
  proof: z.string().max(200),
})
export const onceRequest = z.object({ once: z.string().min(20).max(200) })
export const commandRequest = z.object({
  name: z.string().max(100),
  input: z.json(),
  with: z.string().min(1).max(80).optional(),
})
export const queryRequest = z.object({ input: z.record(z.string(), z.json()) })
export const fileAddressRequest = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().max(1_000).optional(),
})
export const setupRequest = z.union([
  z.object({
    join: z.object({ address: z.string().min(1).max(2_000), code: z.string().max(200) }),
  }),
  z.object({
    signIn: z.object({
      address: z.string().min(1).max(2_000),
      name: z.string().max(200),
      password: z.string().max(1_000),
      oneTimeCode: z.string().max(40).optional(),
    }),
  }),
  z.object({ alone: z.object({ name: z.string().max(200) }) }),
  z.object({ demo: z.literal(true) }),
])
export const districtAddressRequest = z.object({ address: z.string().min(1).max(2_000) })
export const openAsideRequest = z.object({ id: z.string().max(80) })
export const demoPersonRequest = z.object({ person: z.string().max(80) })
export const settingsRequest = z
  .object({
    language: z.enum(['en', 'es']),
    theme: z.enum(['system', 'light', 'dark']),
  })
  .partial()
export const lockRequest = z.union([
  z.object({ begin: z.literal(true) }),
  z.object({ take: z.literal(true) }),
  z.object({ lastGroup: z.string().max(20), passphrase: z.string().max(1_000).optional() }),
])
export const unlockRequest = z.object({ word: z.string().max(1_000) })
export const sendRequest = z.object({ claim: z.string().max(80) })
export const finishRequest = z.object({ review: z.string().max(80) })
export const undoRequest = z.object({ key: z.string().max(200) })
export const dismissRequest = z.object({ key: z.string().max(200) })
export const trustListRequest = z.object({ remove: z.literal(true) })

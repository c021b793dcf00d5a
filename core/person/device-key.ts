import { z } from 'zod'
import { registerStream } from '../access/streams.ts'
import { recordType } from '../kit/record-type.ts'

/**
 * A computer's public key as the district gave it out when the computer joined. Nothing in it ever changes but that
 * its right ends; a device holds the district to what it first saw (`held`).
 */
export const deviceKeySchema = z.object({
  person: z.string(),
  /** Ed25519, 32 bytes, hex. */
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** By the district's clock (epoch ms). */
  joinedAt: z.int(),
  revokedAt: z.int().optional(),
  /** Until when only what everybody is told goes to it (epoch ms); a yes of another computer puts it to that moment. */
  waitsUntil: z.int().optional(),
  /** Noted by a device alone: the district later named another key or person for it. It stays so. */
  isContradicted: z.boolean().optional(),
})
export type DeviceKey = z.infer<typeof deviceKeySchema>

/** The register of computers, for all who check what one signed: readers, the office, and the person. Its id is the device's name. */
export const DeviceKeyRecord = recordType<DeviceKey>({
  kind: 'device-key',
  schema: deviceKeySchema,
  version: 1,
  seats: (_id, body) => [
    { stream: `user:${body.person}`, view: 'all' },
    { stream: 'coaches', view: 'all' },
    { stream: 'office', view: 'all' },
    { stream: registerStream, view: 'all' },
  ],
  columns: { person: 'text', joined: 'int' },
  rows: (_id, body) => [{ person: body.person, joined: body.joinedAt }],
  held(first, now) {
    const isSame = first.person === now.person && first.publicKey === now.publicKey
    const revokedAt = first.revokedAt ?? now.revokedAt
    const { waitsUntil = first.waitsUntil } = now
    return {
      ...first,
      ...(waitsUntil === undefined ? {} : { waitsUntil }),
      ...(revokedAt === undefined ? {} : { revokedAt }),
      ...(isSame ? {} : { isContradicted: true }),
    }
  },
})

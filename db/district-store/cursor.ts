import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** How far a device has read. It carries no time and is opaque to the device. */
export interface Position {
  readonly epoch: number
  readonly streams: Readonly<Record<string, number>>
  /** Of streams that are still read below their floor, since they were begun: where the floor was then. */
  readonly begun?: Readonly<Record<string, number>>
}

/** Whose cursor it is: another's doesn't verify. */
export interface CursorOwner {
  readonly device: string
  readonly person: string
}

const positionShape = z.strictObject({
  epoch: z.int().nonnegative(),
  streams: z.record(z.string(), z.int().nonnegative()),
  begun: z.record(z.string(), z.int().nonnegative()).exactOptional(),
})

/** Longest cursor that is looked at (characters); a coach with 200 streams needs about 12,000. */
const cursorCharsMax = 200_000

/** The position as text: base64url of JSON, a dot, base64url of HMAC-SHA-256 over device, person and JSON. */
export function sealed(position: Position, owner: CursorOwner, secret: Uint8Array): string {
  const payload = Buffer.from(JSON.stringify(position)).toString('base64url')
  return `${payload}.${seal(payload, owner, secret).toString('base64url')}`
}

/** The position, or `undefined` for a text that this district never gave to this device and person. */
export function unsealed(
  cursor: string,
  owner: CursorOwner,
  secret: Uint8Array,
): Position | undefined {
  if (cursor.length > cursorCharsMax) return undefined
  const [payload, mac, ...rest] = cursor.split('.')
  if (payload === undefined || mac === undefined || rest.length > 0) return undefined
  const given = Buffer.from(mac, 'base64url')
  const made = seal(payload, owner, secret)
  // Compared as text too: base64url has spellings that decode alike.
  if (given.length !== made.length || !timingSafeEqual(given, made)) return undefined
  if (made.toString('base64url') !== mac) return undefined
  const parsed = positionShape.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  return parsed.success ? parsed.data : undefined
}

function seal(payload: string, owner: CursorOwner, secret: Uint8Array): Buffer {
  const subject = JSON.stringify([owner.device, owner.person, payload])
  return createHmac('sha256', secret).update(subject).digest()
}

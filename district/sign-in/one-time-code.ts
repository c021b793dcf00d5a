import { createHmac, timingSafeEqual } from 'node:crypto'
import { base32 } from './base32.ts'

// RFC 6238 with what every app for phones does: SHA-1, 30 seconds, six digits.
const stepMs = 30_000
const digits = 6
/** Codes of the step before and after count too: clocks of phones are off, and people type slowly. */
const stepsAround = 1

/** Bytes of a secret of one-time codes (RFC 4226, section 4: 160 bits are recommended). */
export const secretBytes = 20

/** The step of a time (epoch ms). */
export const stepAt = (nowMs: number): number => Math.floor(nowMs / stepMs)

/** The code of one step (RFC 4226, section 5.3). */
export function codeAt(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/**
 * The step whose code was given, later than `lastStep`: one that was used, or is before one that was, does not count
 * again (RFC 6238, section 5.2). `undefined`: no step's.
 */
export function stepOfCode(
  secret: Uint8Array,
  code: string,
  nowMs: number,
  lastStep: number,
): number | undefined {
  const given = Buffer.from(code)
  const now = stepAt(nowMs)
  let found: number | undefined
  for (let step = now - stepsAround; step <= now + stepsAround; step++) {
    const made = Buffer.from(codeAt(secret, step))
    const isIt = given.length === made.length && timingSafeEqual(given, made)
    if (isIt && step > lastStep) found ??= step
  }
  return found
}

/** Whether a text has the shape of such a code, without the spaces that people put in. */
export const isOneTimeCode = (text: string): boolean => /^\d{6}$/.test(text.replaceAll(/\s/g, ''))

/** What an app reads from the picture (Key URI format). */
export function otpUri(secret: Uint8Array, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  const query = new URLSearchParams({
    secret: base32(secret),
    issuer,
    algorithm: 'SHA1',
    digits: String(digits),
    period: String(stepMs / 1_000),
  })
  // Some apps show a plus as it is.
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`
}

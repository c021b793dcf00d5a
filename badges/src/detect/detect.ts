import type { Detected } from './detected.ts'
import { open } from './open.ts'

export type { Detected, Form, Kind } from './detected.ts'
export type { Code, Fact, Facts, Refusal } from '../refusal.ts'

/**
 * Tells what some bytes are: a badge of any version from 0.5 to 3.0, an endorsement, a CLR, another
 * credential, or nothing of the kind and why. Looks into PNG and SVG. Verifies nothing.
 *
 * @param bytes the whole file or text, up to 8 MiB.
 * @returns never throws, whatever the bytes are.
 */
export function detect(bytes: Uint8Array): Detected {
  return open(bytes).detected
}

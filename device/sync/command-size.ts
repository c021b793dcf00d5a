import { refuse } from '../../core/kit/command.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import { wireLimits } from '../../contract/sync/version.ts'

/** Room for the frame around the commands of one push (bytes). */
const frameBytes = 16_384
/** Room for what goes along with one command: its key, its stamp, and the keys it waits for (bytes). */
const alongBytes = 16_384

/** The most that the commands of one push may come to together (bytes). */
export const pushedBytesMax = wireLimits.pushBytesMax - frameBytes

/** The most that a person's input to one command may come to (bytes, as JSON). */
export const inputBytesMax = pushedBytesMax - alongBytes

/** The size of something as it goes over the wire (bytes). */
export const jsonBytes = (value: unknown): number =>
  Buffer.byteLength(JSON.stringify(value) ?? 'null')

/** The refusal of a command that could never be sent, before anything of it is kept; `undefined` where it fits. */
export function tooLargeToSend(input: unknown): Refusal | undefined {
  const sizeBytes = jsonBytes(input)
  if (sizeBytes <= inputBytesMax) return undefined
  return refuse('too_large', { sizeBytes, bytesMax: inputBytesMax }).refusal
}

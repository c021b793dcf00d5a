import { textOfUtf8 } from '../bytes/text.ts'
import { inputBytesMax } from '../limits.ts'
import { refused, type Result } from '../refusal.ts'
import type { Baked } from './baked.ts'
import { isPng } from './png-chunks.ts'
import { unbakePng } from './unbake-png.ts'
import { unbakeSvg } from './unbake-svg.ts'

/**
 * Takes the badge out of a picture, told by its bytes.
 *
 * @returns the baked text, or NO_BADGE_INSIDE, TRUNCATED, TOO_LARGE, TOO_DEEP, PARSING_ERROR,
 * DOCTYPE_REFUSED; PARSING_ERROR also for what is neither PNG nor SVG. Never throws.
 */
export function unbake(bytes: Uint8Array): Result<Baked> {
  if (bytes.length > inputBytesMax) return refused('TOO_LARGE', { bytesMax: inputBytesMax })
  if (isPng(bytes)) return unbakePng(bytes)
  const text = textOfUtf8(bytes)?.trim()
  return text?.startsWith('<')
    ? unbakeSvg(text)
    : refused('PARSING_ERROR', { reason: 'neither PNG nor SVG' })
}

import { BadgeError } from '../badge-error.ts'
import { joinBytes, utf8 } from '../bytes/text.ts'
import { inputBytesMax, jsonBytesMax } from '../limits.ts'
import { isTextChunk, keywordOf } from './png-text.ts'
import { pngChunk, pngChunks } from './png-chunks.ts'
import { badgeKeywords, type BadgeKeyword } from './unbake-png.ts'

/**
 * Puts a badge into a PNG (OB 3.0, section "Baked badge, PNG"): one uncompressed iTXt chunk after
 * IHDR with empty language and translated keyword. An earlier badge is replaced; every other byte
 * of the picture stays.
 *
 * @param png the picture, up to 8 MiB.
 * @param credential the signed credential as JSON text or JWS, kept byte for byte, up to 1 MiB.
 * @returns the baked PNG.
 * @throws BadgeError NOT_A_PNG, TRUNCATED, TOO_LARGE.
 */
export function bakePng(png: Uint8Array, credential: string, keyword: BadgeKeyword): Uint8Array {
  const content = utf8(credential)
  if (png.length > inputBytesMax || content.length > jsonBytesMax)
    throw new BadgeError('TOO_LARGE', 'The picture or the badge is too large to bake.', {
      pngBytesMax: inputBytesMax,
      credentialBytesMax: jsonBytesMax,
    })
  const chunks = pngChunks(png)
  if (!chunks.ok)
    throw new BadgeError(
      chunks.refusal.code,
      'The picture is not a whole PNG file.',
      chunks.refusal.facts,
    )
  const [header] = chunks.value
  if (header?.type !== 'IHDR')
    throw new BadgeError('NOT_A_PNG', 'The picture does not begin with its header.')
  const isBadge = (found: string | null) => badgeKeywords.some(known => known === found)
  const kept = chunks.value
    .slice(1)
    .filter(chunk => !(isTextChunk(chunk) && isBadge(keywordOf(chunk))))
  const rest = png.subarray(chunks.value.at(-1)?.end ?? png.length)
  return joinBytes(
    png.subarray(0, header.end),
    pngChunk('iTXt', joinBytes(utf8(`${keyword}\0\0\0\0\0`), content)),
    ...kept.map(chunk => png.subarray(chunk.start, chunk.end)),
    rest,
  )
}

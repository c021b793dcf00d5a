import { found, refused, type Refusal, type Result } from '../refusal.ts'
import type { Baked } from './baked.ts'
import { hasGoodCrc, pngChunks } from './png-chunks.ts'
import { isTextChunk, keywordOf, textOfChunk } from './png-text.ts'

/** Newest kind first: a picture with both is read as the newer one, and the other is mentioned. */
export const badgeKeywords = ['openbadgecredential', 'clrcredential', 'openbadges'] as const
export type BadgeKeyword = (typeof badgeKeywords)[number]

/**
 * Takes the badge out of a PNG (OB 3.0, section "Baked badge, PNG"; OB 2.0 baking). The first chunk
 * of the preferred keyword counts; everything unusual is noted, nothing unusual is silently mended.
 *
 * @returns the baked text, or NO_BADGE_INSIDE, TRUNCATED, TOO_LARGE, PARSING_ERROR, NOT_A_PNG.
 */
export function unbakePng(bytes: Uint8Array): Result<Baked> {
  const chunks = pngChunks(bytes)
  if (!chunks.ok) return chunks
  const texts = chunks.value.filter(isTextChunk)
  const byKeyword = badgeKeywords.map(keyword => ({
    keyword,
    chunks: texts.filter(chunk => keywordOf(chunk) === keyword),
  }))
  const chosen = byKeyword.find(kind => kind.chunks.length > 0)
  const chunk = chosen?.chunks[0]
  if (chosen === undefined || chunk === undefined) return refused('NO_BADGE_INSIDE')
  const read = textOfChunk(chunk)
  if (!read.ok) return read

  const notes: Refusal[] = []
  const note = (code: Refusal['code'], facts: Refusal['facts']) => notes.push({ code, facts })
  if (!hasGoodCrc(chunk)) note('CRC_MISMATCH', { keyword: chosen.keyword })
  if (read.value.compressed) note('COMPRESSED', { keyword: chosen.keyword })
  if (chosen.chunks.length > 1)
    note('DUPLICATE_CHUNK', { keyword: chosen.keyword, count: chosen.chunks.length })
  for (const other of byKeyword)
    if (other !== chosen && other.chunks.length > 0)
      note('OTHER_CHUNK', { keyword: other.keyword, count: other.chunks.length })
  return found({ container: chosen.keyword, text: read.value.text, notes })
}

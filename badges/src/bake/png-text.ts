import { inflateZlib } from '../bytes/inflate.ts'
import { textOfLatin1, textOfUtf8 } from '../bytes/text.ts'
import { jsonBytesMax } from '../limits.ts'
import { found, refused, type Result } from '../refusal.ts'
import type { PngChunk } from './png-chunks.ts'

/** Text chunks of PNG (section 11.3.3): tEXt, zTXt are Latin-1, iTXt is UTF-8. */
export function isTextChunk(chunk: PngChunk): boolean {
  return chunk.type === 'iTXt' || chunk.type === 'tEXt' || chunk.type === 'zTXt'
}

/** @returns the keyword before the first zero byte, or null where there is none within 79 signs. */
export function keywordOf(chunk: PngChunk): string | null {
  const end = chunk.data.subarray(0, 80).indexOf(0)
  return end < 1 ? null : textOfLatin1(chunk.data.subarray(0, end))
}

/** @returns the text of a text chunk and whether it was compressed, or why it can't be read. */
export function textOfChunk(chunk: PngChunk): Result<{ text: string; compressed: boolean }> {
  const afterKeyword = chunk.data.indexOf(0) + 1
  if (chunk.type === 'tEXt') return textWithin(chunk.data.subarray(afterKeyword), true, false)
  if (chunk.type === 'zTXt') {
    if (chunk.data[afterKeyword] !== 0) return refused('PARSING_ERROR', { reason: 'zTXt method' })
    return inflated(chunk.data.subarray(afterKeyword + 1), true)
  }
  const isCompressed = chunk.data[afterKeyword] === 1
  const language = afterKeyword + 2
  const afterLanguage = chunk.data.indexOf(0, language) + 1
  const afterTranslated = afterLanguage === 0 ? 0 : chunk.data.indexOf(0, afterLanguage) + 1
  if (afterTranslated === 0) return refused('PARSING_ERROR', { reason: 'iTXt without its fields' })
  const rest = chunk.data.subarray(afterTranslated)
  return isCompressed ? inflated(rest, false) : textWithin(rest, false, false)
}

function inflated(bytes: Uint8Array, isLatin1: boolean): ReturnType<typeof textOfChunk> {
  const plain = inflateZlib(bytes, jsonBytesMax)
  return plain.ok ? textWithin(plain.value, isLatin1, true) : plain
}

function textWithin(
  bytes: Uint8Array,
  isLatin1: boolean,
  compressed: boolean,
): ReturnType<typeof textOfChunk> {
  if (bytes.length > jsonBytesMax) return refused('TOO_LARGE', { bytesMax: jsonBytesMax })
  const text = isLatin1 ? textOfLatin1(bytes) : textOfUtf8(bytes)
  return text === null
    ? refused('PARSING_ERROR', { reason: 'not UTF-8' })
    : found({ text, compressed })
}

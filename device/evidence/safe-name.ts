import { extname } from 'node:path'

/** The longest name that is handed out (bytes of UTF-8); file systems take 255, and what saves may add to it. */
export const safeNameBytesMax = 150
const endingBytesMax = 20
const nameless = 'file'

/** Signs that steer a line or a screen, turn the reading direction round, or can't be seen at all. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu
/** Signs that a file system takes for something else. */
const refused = /["*/:<>?\\|]/g
/** Names of devices on Windows, whatever ending they have. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i

/**
 * A file's own name as it may be saved anywhere: one line that reads as it is, no path, no name that a system keeps
 * for itself, at most 150 bytes of UTF-8 with the ending kept. Never empty; a safe name stays as it is.
 */
export function safeName(name: string): string {
  const seen = name.toWellFormed().replace(unseen, '').normalize('NFC').replace(refused, '_')
  const shut = trimmed(seen)
  const own = reserved.test(shut) ? `_${shut}` : shut
  const ending = extname(own)
  if (Buffer.byteLength(ending) > endingBytesMax) return cut(own, safeNameBytesMax)
  const stem = own.slice(0, own.length - ending.length)
  return cut(stem, safeNameBytesMax - Buffer.byteLength(ending)) + ending || nameless
}

/** The header that lets a file be saved under its name (RFC 6266; the name as RFC 8187 has it). */
export const asAttachment = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(safeName(name)).replace(/['()*!]/g, percent)}`

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`

/** Without what a system takes away by itself, or hides: dots and spaces at the ends. */
const trimmed = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/gu, '')

/** As much of a text as fits, no sign broken. */
function cut(text: string, bytesMax: number): string {
  let bytes = 0
  let whole = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > bytesMax) return trimmed(whole)
    whole += segment
  }
  return whole
}

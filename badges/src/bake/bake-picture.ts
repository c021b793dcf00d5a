import { bakePng } from './bake-png.ts'
import { bakeSvg } from './bake-svg.ts'
import type { BadgeKeyword } from './unbake-png.ts'

/**
 * Puts a badge into a picture, PNG or SVG, told by its bytes. A badge that is there already, of any
 * kind, is replaced; every other byte of the picture stays.
 *
 * @param picture up to 8 MiB.
 * @param credential the signed credential as JSON text or compact JWS, up to 1 MiB.
 * @param keyword where it belongs: `openbadgecredential` (Open Badges 3), `clrcredential` (CLR 2),
 * `openbadges` (Open Badges 1 and 2).
 * @returns the baked picture.
 * @throws BadgeError NOT_A_PNG (for what is neither), TRUNCATED, TOO_LARGE, TOO_DEEP, PARSING_ERROR,
 * DOCTYPE_REFUSED, MALFORMED_VALUE_ERROR.
 */
export function bake(
  picture: Uint8Array,
  credential: string,
  keyword: BadgeKeyword = 'openbadgecredential',
): Uint8Array {
  return beginsWithMarkup(picture)
    ? bakeSvg(picture, credential, keyword)
    : bakePng(picture, credential, keyword)
}

/** `<`, after a byte order mark and white space. */
function beginsWithMarkup(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const first = bytes.subarray(start).find(byte => ![0x20, 0x09, 0x0a, 0x0d].includes(byte))
  return first === 0x3c
}

import { base64url, bytesOfBase64url } from '../bytes/base64url.ts'
import { gzip, inflateGzip } from '../bytes/inflate.ts'
import { BadgeError } from '../badge-error.ts'
import { statusListBytesMax } from '../limits.ts'
import { refused, type Result } from '../refusal.ts'

/** Fewest entries a list may have, so that a fetch does not tell whose badge is looked at. */
export const entriesMin = 131_072

/**
 * Index 0 is the most significant bit of byte 0 (Bitstring Status List v1.0, section 3.3).
 *
 * @param entries number of one-bit entries, at least 131,072 and a multiple of 8.
 * @returns a list with every bit clear.
 */
export function createStatusList(entries: number = entriesMin): Uint8Array {
  if (!Number.isInteger(entries) || entries < entriesMin || entries % 8 !== 0)
    throw new BadgeError('STATUS_LIST_LENGTH_ERROR', 'A status list has 131,072 entries or more.', {
      entries,
      entriesMin,
    })
  if (entries / 8 > statusListBytesMax)
    throw new BadgeError('TOO_LARGE', 'The status list is too long.', { entries })
  return new Uint8Array(entries / 8)
}

/** @returns a copy of the list with one bit set or cleared. Throws BadgeError RANGE_ERROR. */
export function withBit(list: Uint8Array, index: number, isSet: boolean): Uint8Array {
  if (readEntry(list, index, 1) === null)
    throw new BadgeError('RANGE_ERROR', 'The status list has no such entry.', { index })
  const copy = list.slice()
  const mask = 0x80 >> (index % 8)
  const at = Math.floor(index / 8)
  copy[at] = isSet ? (copy[at] ?? 0) | mask : (copy[at] ?? 0) & ~mask
  return copy
}

/** @returns the bit, or null where the list has no such entry. */
export function readBit(list: Uint8Array, index: number): boolean | null {
  const value = readEntry(list, index, 1)
  return value === null ? null : value === 1
}

/** @returns entry `index` of `sizeBits` bits as a number, or null outside the list. */
export function readEntry(list: Uint8Array, index: number, sizeBits: number): number | null {
  const first = index * sizeBits
  const end = first + sizeBits
  if (!Number.isSafeInteger(end) || index < 0 || !Number.isInteger(index) || end > list.length * 8)
    return null
  let value = 0
  for (let bit = first; bit < end; bit += 1)
    value = value * 2 + (((list[Math.floor(bit / 8)] ?? 0) >> (7 - (bit % 8))) & 1)
  return value
}

/** @returns multibase base64url (`u…`) of the GZIP of the list. Same list, same text. */
export function encodeStatusList(list: Uint8Array): string {
  return `u${base64url(gzip(list))}`
}

/**
 * @param encoded `u…`; StatusList2021 has no prefix, and what is written with one is tolerated. Its standard says
 * "base-64" (RFC 4648), so lists in the usual alphabet, with or without padding, exist beside those in the other.
 * @param prefix whether the prefix is required.
 * @returns the bytes of the list, at most 16 MiB; MALFORMED_VALUE_ERROR, PARSING_ERROR, TOO_LARGE.
 */
export function decodeStatusList(
  encoded: string,
  prefix: 'required' | 'optional' = 'required',
): Result<Uint8Array> {
  const hasPrefix = encoded.startsWith('u')
  if (!hasPrefix && prefix === 'required')
    return refused('MALFORMED_VALUE_ERROR', { value: 'encodedList without the prefix u' })
  // GZIP begins with 1f 8b, so unprefixed base64url begins with H4 and never with u.
  const bytes = bytesOfBase64url(hasPrefix ? encoded.slice(1) : inOneAlphabet(encoded))
  if (bytes === null) return refused('MALFORMED_VALUE_ERROR', { value: 'encodedList' })
  return inflateGzip(bytes, statusListBytesMax)
}

/** @returns base64 of either alphabet as base64url; what is neither stays what it is. */
function inOneAlphabet(text: string): string {
  return text
    .replace(/={1,2}$/, '')
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

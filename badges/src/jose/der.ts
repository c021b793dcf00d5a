import { derItemsMax } from '../limits.ts'

/** One item of DER (ITU-T X.690): its tag, and the bytes inside. */
export interface DerItem {
  readonly tag: number
  readonly content: Uint8Array
}

export const derTags = {
  integer: 0x02,
  bitString: 0x03,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
} as const

/**
 * Reads the items of one level. Definite lengths in their shortest form only, as DER demands.
 *
 * @returns the items, or null where the bytes are not DER to their very end.
 */
export function derItems(bytes: Uint8Array): readonly DerItem[] | null {
  const items: DerItem[] = []
  let at = 0
  while (at < bytes.length) {
    const tag = bytes[at]
    const length = lengthAt(bytes, at + 1)
    if (tag === undefined || length === null || items.length >= derItemsMax) return null
    const end = length.contentAt + length.value
    if (end > bytes.length) return null
    items.push({ tag, content: bytes.subarray(length.contentAt, end) })
    at = end
  }
  return items
}

/** @returns the items inside one sequence that fills all bytes, or null. */
export function derSequence(bytes: Uint8Array): readonly DerItem[] | null {
  const [item, ...more] = derItems(bytes) ?? []
  if (item?.tag !== derTags.sequence || more.length > 0) return null
  return derItems(item.content)
}

/** @returns the bytes of a non-negative INTEGER without its leading zero, or null. */
export function derUnsigned(item: DerItem | undefined): Uint8Array | null {
  if (item?.tag !== derTags.integer || item.content.length === 0) return null
  const [first = 0, second = 0] = item.content
  if (first >= 0x80) return null
  if (first !== 0 || item.content.length === 1) return item.content
  return second >= 0x80 ? item.content.subarray(1) : null
}

/** @returns the bytes of a BIT STRING of whole bytes, or null. */
export function derBitString(item: DerItem | undefined): Uint8Array | null {
  if (item?.tag !== derTags.bitString || item.content[0] !== 0) return null
  return item.content.subarray(1)
}

function lengthAt(bytes: Uint8Array, at: number): { value: number; contentAt: number } | null {
  const first = bytes[at]
  if (first === undefined) return null
  if (first < 0x80) return { value: first, contentAt: at + 1 }
  const count = first & 0x7f
  if (count < 1 || count > 3 || at + count >= bytes.length) return null
  let value = 0
  for (let step = 1; step <= count; step += 1) value = value * 256 + (bytes[at + step] ?? 0)
  const isShortest = value >= 0x80 && (count === 1 || value >= 256 ** (count - 1))
  return isShortest ? { value, contentAt: at + 1 + count } : null
}

import { cborItemsMax } from '../limits.ts'

/** The part of CBOR that a derived proof is written in. */
export type Cbor = number | Uint8Array | readonly Cbor[] | ReadonlyMap<number, Cbor>

/**
 * Reads CBOR (RFC 8949) strictly: unsigned integers, byte strings, arrays and maps with unsigned
 * integers as keys, each once; lengths definite and in their shortest form (section 4.2.1). Anything
 * else, also a byte left over, is refused: a second spelling of the same proof has no use.
 *
 * @returns the value, or null.
 */
export function readCbor(bytes: Uint8Array): Cbor | null {
  const reader = { bytes, at: 0, itemsLeft: cborItemsMax }
  const value = readItem(reader, 0)
  return reader.at === bytes.length ? value : null
}

interface Reader {
  readonly bytes: Uint8Array
  at: number
  itemsLeft: number
}

const depthMax = 4

function readItem(reader: Reader, depth: number): Cbor | null {
  const first = reader.bytes[reader.at]
  reader.itemsLeft -= 1
  if (first === undefined || reader.itemsLeft < 0 || depth > depthMax) return null
  const count = readCount(reader, first & 31)
  if (count === null) return null
  const major = first >> 5
  if (major === 0) return count
  if (major === 2) return readBytes(reader, count)
  if (major === 4) return readArray(reader, count, depth)
  return major === 5 ? readMap(reader, count, depth) : null
}

/** @returns the number in the head of an item, which must be in its shortest form. */
function readCount(reader: Reader, short: number): number | null {
  reader.at += 1
  if (short < 24) return short
  const size = short === 24 ? 1 : short === 25 ? 2 : short === 26 ? 4 : 0
  if (size === 0 || reader.at + size > reader.bytes.length) return null
  let value = 0
  for (let step = 0; step < size; step += 1)
    value = value * 256 + (reader.bytes[reader.at + step] ?? 0)
  reader.at += size
  const least = size === 1 ? 24 : 256 ** (size / 2)
  return value >= least ? value : null
}

function readBytes(reader: Reader, length: number): Uint8Array | null {
  const end = reader.at + length
  if (end > reader.bytes.length) return null
  const bytes = reader.bytes.slice(reader.at, end)
  reader.at = end
  return bytes
}

function readArray(reader: Reader, length: number, depth: number): readonly Cbor[] | null {
  const items: Cbor[] = []
  for (let at = 0; at < length; at += 1) {
    const item = readItem(reader, depth + 1)
    if (item === null) return null
    items.push(item)
  }
  return items
}

function readMap(reader: Reader, length: number, depth: number): ReadonlyMap<number, Cbor> | null {
  const map = new Map<number, Cbor>()
  for (let at = 0; at < length; at += 1) {
    const key = readItem(reader, depth + 1)
    const value = key === null ? null : readItem(reader, depth + 1)
    if (typeof key !== 'number' || map.has(key) || value === null) return null
    map.set(key, value)
  }
  return map
}

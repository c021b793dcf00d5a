import { readCbor, type Cbor } from '../../src/bytes/cbor.ts'
import { joinBytes } from '../../src/bytes/text.ts'
import { damagedBytes } from '../damaged-bytes.ts'
import type { Random } from '../random.ts'
import type { Target } from '../target.ts'

/** The head of an item: of four lengths only the shortest is right. */
function head(major: number, count: number, size = sizeOf(count)): Uint8Array {
  const bytes = new Uint8Array(1 + size)
  bytes[0] = (major << 5) | (size === 0 ? count & 31 : 24 + Math.log2(size))
  for (let at = 0; at < size; at += 1) bytes[size - at] = Math.floor(count / 256 ** at) % 256
  return bytes
}

function sizeOf(count: number): number {
  if (count < 24) return 0
  return count < 256 ? 1 : count < 65_536 ? 2 : 4
}

function anItem(random: Random, depth: number): Uint8Array {
  const size = random.isOneIn(12) ? random.oneOf([1, 2, 4, 8]) : undefined
  const count = random.isOneIn(6)
    ? random.oneOf([23, 24, 255, 256, 65_535, 65_536, 2 ** 32 - 1])
    : random.under(9)
  if (depth > 5 || random.isOneIn(2))
    return random.by(
      () => head(0, count, size),
      () => joinBytes(head(2, Math.min(count, 400), size), random.bytes(Math.min(count, 400))),
      () => joinBytes(head(random.under(8), count, size), random.bytes(random.under(9))),
    )
  const said = random.isOneIn(9) ? count : undefined
  const items = Array.from({ length: random.size(40) }, () => anItem(random, depth + 1))
  if (random.isOneIn(2)) return joinBytes(head(4, said ?? items.length, size), ...items)
  const pairs = items.map((item, at) => joinBytes(head(0, random.isOneIn(9) ? 0 : at), item))
  return joinBytes(head(5, said ?? pairs.length, size), ...pairs)
}

/** What is read, written in the one form there is, is what stood there: no second spelling is taken. */
export const cbor: Target = {
  name: 'cbor',
  cpuMsMax: 1_000,
  shrinksMax: 6_000,
  make: random => {
    const bytes = random.isOneIn(9) ? random.bytes(random.size(300)) : anItem(random, 0)
    return random.isOneIn(3) ? damagedBytes(random, bytes) : bytes
  },
  judge: input => {
    const value = readCbor(input)
    if (value === null) return null
    const again = written(value)
    const isSame = again.length === input.length && again.every((byte, at) => byte === input[at])
    return isSame ? null : 'reads a second spelling'
  },
}

function written(value: Cbor): Uint8Array {
  if (typeof value === 'number') return head(0, value)
  if (value instanceof Uint8Array) return joinBytes(head(2, value.length), value)
  if (isArray(value)) return joinBytes(head(4, value.length), ...value.map(written))
  const pairs = [...value].map(([key, item]) => joinBytes(head(0, key), written(item)))
  return joinBytes(head(5, value.size), ...pairs)
}

function isArray(value: readonly Cbor[] | ReadonlyMap<number, Cbor>): value is readonly Cbor[] {
  return Array.isArray(value)
}

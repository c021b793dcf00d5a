import { joinBytes } from '../src/bytes/text.ts'
import type { Random } from './random.ts'

/** Numbers at which readers of binary formats go wrong. */
const edges = [0, 1, 0x7f, 0x80, 0xff, 0xfe, 0x30, 0x20, 0x22, 0x3c] as const

/** @returns the bytes with one to a few edits: set, flipped, left out, doubled, moved, cut, put in. */
export function damagedBytes(random: Random, bytes: Uint8Array): Uint8Array {
  let now = bytes
  for (let edits = 1 + random.size(12); edits > 0; edits -= 1) now = edited(random, now)
  return now
}

function edited(random: Random, bytes: Uint8Array): Uint8Array {
  const at = random.under(bytes.length + 1)
  const end = Math.min(bytes.length, at + 1 + random.size(64))
  const [head, middle, tail] = [bytes.slice(0, at), bytes.slice(at, end), bytes.slice(end)]
  return random.by(
    () => joinBytes(head, tail),
    () => joinBytes(head, middle, middle, tail),
    () => joinBytes(head, random.bytes(middle.length), tail),
    () => joinBytes(head, random.bytes(random.size(40)), middle, tail),
    () => joinBytes(head, Uint8Array.of(random.oneOf(edges)), bytes.slice(at + 1)),
    () =>
      joinBytes(
        head,
        Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.under(8))),
        bytes.slice(at + 1),
      ),
    () => joinBytes(tail, middle, head),
    () => (random.isOneIn(4) ? head : bytes),
  )
}

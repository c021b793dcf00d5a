import { createHash } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const idLength = 26

/** An id that both sides and every re-run of a command make the same: 26 signs of base32, 130 bits of SHA-256. */
export function madeId(commandKey: string, name: string): string {
  const hash = createHash('sha256').update(`${commandKey}:${name}`).digest()
  let id = ''
  let held = 0
  let bits = 0
  for (const byte of hash) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5 && id.length < idLength) {
      bits -= 5
      id += alphabet.charAt((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return id
}

import { createHash } from 'node:crypto'
import { base32 } from '../sign-in/base32.ts'

/** 26 signs of five bits carry 128 bits and two more. */
const codeSigns = 26
const groupSigns = 4

/** Bytes of randomness that a code is made of. */
export const codeBytes = 17

/** A one-time invitation code: 26 signs of base32 in groups, so that it can be read aloud. */
export function codeOf(random: Uint8Array): string {
  if (random.length < codeBytes) throw new TypeError(`a code needs ${codeBytes} random bytes`)
  const code = base32(random).slice(0, codeSigns)
  return (code.match(new RegExp(`.{1,${groupSigns}}`, 'g')) ?? []).join('-')
}

/**
 * What is kept of a code, hex. However it was typed: hyphens, spaces and case don't matter, and the digits that
 * base32 leaves out are read as the letters they look like. A code is random throughout, so a plain hash will do.
 */
export function hashOfCode(code: string): string {
  const plain = code
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .replaceAll('0', 'O')
    .replaceAll('1', 'I')
    .replaceAll('8', 'B')
  return createHash('sha256').update(plain).digest('hex')
}

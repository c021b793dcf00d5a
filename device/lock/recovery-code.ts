/** Crockford's base 32: no I, L, O, U, so that a printed code can be read aloud and typed again. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 160 bits (security.md §4). */
export const recoveryBytes = 20
const groupLength = 4
const codeLength = (recoveryBytes * 8) / 5

/** Writes 20 random bytes as eight groups of four: `7K2M-…`. */
export function recoveryCodeOf(bytes: Uint8Array): string {
  let bits = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  let code = ''
  for (let at = 0; at < codeLength; at++) {
    code = (signs[Number(bits & 31n)] ?? '') + code
    bits >>= 5n
  }
  return (code.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-')
}

/** Reads a code as people type it (small letters, spaces, O for 0, I or L for 1), or `undefined`. */
export function recoveryBytesOf(typed: string): Uint8Array | undefined {
  const code = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (code.length !== codeLength) return undefined
  let bits = 0n
  for (const sign of code) {
    const value = signs.indexOf(sign)
    if (value < 0) return undefined
    bits = (bits << 5n) | BigInt(value)
  }
  return Uint8Array.from({ length: recoveryBytes }, (_, at) =>
    Number((bits >> BigInt(8 * (recoveryBytes - 1 - at))) & 255n),
  )
}

/** The last group, which a person types to show that the code is written down. */
export const lastGroupOf = (code: string): string => code.slice(-groupLength)

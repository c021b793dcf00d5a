const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const valueOf = new Map([...alphabet].map((sign, value) => [sign, value]))

/** @returns base64url without padding (RFC 4648 section 5). */
export function base64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    const signs = Math.min(bytes.length - at, 3) + 1
    for (let sign = 0; sign < signs; sign += 1)
      text += alphabet.charAt((group >> (18 - 6 * sign)) & 63)
  }
  return text
}

/**
 * Strict: no padding, no white space, no bits left over. A second spelling of the same bytes would
 * let a signed text change without its signature noticing.
 *
 * @returns the bytes, or null.
 */
export function bytesOfBase64url(text: string): Uint8Array | null {
  const rest = text.length % 4
  if (rest === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const sign of text) {
    const value = valueOf.get(sign)
    if (value === undefined) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at] = (held >> bits) & 255
      at += 1
    }
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null
}

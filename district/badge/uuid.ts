import { createHash, createHmac } from 'node:crypto'

/** A UUID (RFC 9562, version 8) that is the same for the same text. */
export function uuidOf(text: string): string {
  return shaped(createHash('sha256').update(text).digest('hex'))
}

/** A UUID that stands for a text and that nobody without the key can find again. */
export function secretUuidOf(key: Uint8Array, text: string): string {
  return shaped(createHmac('sha256', key).update(text).digest('hex'))
}

function shaped(hex: string): string {
  const variant = (8 + (Number.parseInt(hex.charAt(16), 16) & 3)).toString(16)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
  return [...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

/** The id under which a document at an address is kept as a record. */
export const idOfUrl = (url: string): string =>
  createHash('sha256').update(url).digest('hex').slice(0, 32)

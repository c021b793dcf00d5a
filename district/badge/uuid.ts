import { createHash, createHmac } from 'node:crypto'
import { asUuid } from '../../core/kit/uuid-of.ts'

/** A UUID that stands for a text and that nobody without the key can find again. */
export const secretUuidOf = (key: Uint8Array, text: string): string =>
  asUuid(createHmac('sha256', key).update(text).digest('hex'))

/** The id under which a document at an address is kept as a record. */
export const idOfUrl = (url: string): string =>
  createHash('sha256').update(url).digest('hex').slice(0, 32)

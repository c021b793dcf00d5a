import baseX from 'base-x'
import { multibaseCharactersMax } from '../limits.ts'

const base58 = baseX('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz')

/** @returns multibase base58btc: `z` and the bytes (Controlled Identifiers, section 2.4). */
export function base58btc(bytes: Uint8Array): string {
  return `z${base58.encode(bytes)}`
}

/** @returns the bytes of `z…`, or null for another prefix, another alphabet or too long a text. */
export function bytesOfBase58btc(text: string): Uint8Array | null {
  if (!text.startsWith('z') || text.length > multibaseCharactersMax) return null
  return base58.decodeUnsafe(text.slice(1)) ?? null
}

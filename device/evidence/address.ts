import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long an address of a file works (ms). */
export const addressLastsMs = 600_000

const shape = /^\/bytes\/([0-9a-f]{64})\?until=(\d{13})&hmac=([\w-]{43})$/

/** Addresses of single files that work for a while and can't be made up. */
export interface Addresses {
  /** Path and query of the bytes of one file. */
  make(sha256: string, now: number): string
  /** The file that an address names, or `undefined` when it is false or too old. */
  read(pathAndQuery: string, now: number): string | undefined
}

/** Addresses under a key of this run of the program. */
export function addressesUnder(key: Uint8Array): Addresses {
  const hmacOf = (sha256: string, until: string) =>
    createHmac('sha256', key).update(`${sha256}|${until}`).digest()
  return {
    make(sha256, now) {
      const until = String(now + addressLastsMs)
      return `/bytes/${sha256}?until=${until}&hmac=${hmacOf(sha256, until).toString('base64url')}`
    },
    read(pathAndQuery, now) {
      const [, sha256, until, hmac] = shape.exec(pathAndQuery) ?? []
      if (sha256 === undefined || until === undefined || hmac === undefined) return undefined
      const isTrue = timingSafeEqual(Buffer.from(hmac, 'base64url'), hmacOf(sha256, until))
      return isTrue && Number(until) > now ? sha256 : undefined
    },
  }
}

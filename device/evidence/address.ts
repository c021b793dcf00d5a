import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long an address of a file works (ms). */
export const addressLastsMs = 600_000

const shape =
  /^\/bytes\/([0-9a-f]{64})\?until=(\d{13})&hmac=([\w-]{43})(?:&name=([\w%.~!'()*-]+))?$/

/** A file behind an address. */
export interface Addressed {
  readonly sha256: string
  /** What it is to be called where it is saved; without it the name of its address. */
  readonly name?: string | undefined
}

/** Addresses of single files that work for a while and can't be made up. */
export interface Addresses {
  /** Path and query of the bytes of one file. */
  make(file: Addressed, now: number): string
  /** The file that an address names, or `undefined` when it is false or too old. */
  read(pathAndQuery: string, now: number): Addressed | undefined
}

/** Addresses under a key of this run of the program. */
export function addressesUnder(key: Uint8Array, lastsMs: number = addressLastsMs): Addresses {
  const hmacOf = (sha256: string, until: string, name: string) =>
    createHmac('sha256', key).update(`${sha256}|${until}|${name}`).digest()
  return {
    make({ sha256, name = '' }, now) {
      const until = String(now + lastsMs)
      const encoded = encodeURIComponent(name.toWellFormed())
      const hmac = hmacOf(sha256, until, encoded).toString('base64url')
      const named = encoded === '' ? '' : `&name=${encoded}`
      return `/bytes/${sha256}?until=${until}&hmac=${hmac}${named}`
    },
    read(pathAndQuery, now) {
      const [, sha256, until, hmac, encoded = ''] = shape.exec(pathAndQuery) ?? []
      if (sha256 === undefined || until === undefined || hmac === undefined) return undefined
      const signed = hmacOf(sha256, until, encoded)
      // What was signed here can be decoded, too.
      if (!timingSafeEqual(Buffer.from(hmac, 'base64url'), signed)) return undefined
      if (Number(until) <= now) return undefined
      return encoded === '' ? { sha256 } : { sha256, name: decodeURIComponent(encoded) }
    },
  }
}

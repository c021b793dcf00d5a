import { randomBytes } from 'node:crypto'

const saltBytes = 16
/** So many are drawn at once: asking the system for each takes as long as writing its entry. */
const drawnAtOnce = 256

/** Gives salts for entries of the audit: 128 random bits in hex, none of them twice. */
export function saltsDrawn(): () => string {
  let drawn = Buffer.alloc(0)
  let at = 0
  return () => {
    if (at === drawn.length) {
      drawn = randomBytes(saltBytes * drawnAtOnce)
      at = 0
    }
    at += saltBytes
    return drawn.toString('hex', at - saltBytes, at)
  }
}

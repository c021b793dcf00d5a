import { createHmac, timingSafeEqual } from 'node:crypto'

// A second copy of the program asks the first for a way in. Each shows the other that it has the folder's secret, and
// neither sends it: a stale `door.json` may lead to a stranger who took the port since. Both proofs are of the address
// that was asked, so that a stranger can't pass one on to the real door.

/** What who asks sends along. */
export const proofOfAsking = (secret: string, address: string, challenge: string): string =>
  hmac(secret, ['asks', address, challenge])

/** What the answer brings along. */
export const proofOfAnswer = (
  secret: string,
  address: string,
  challenge: string,
  startLink: string,
): string => hmac(secret, ['answers', address, challenge, startLink])

/** Whether a proof is the one that is expected, in the same time for every guess. */
export function isProof(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}

const hmac = (secret: string, said: readonly string[]): string =>
  createHmac('sha256', secret).update(JSON.stringify(said)).digest('base64url')

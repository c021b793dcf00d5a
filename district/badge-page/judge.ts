import { openBundle } from 'open-badges-validator-core/bundle'
import { ed25519Multikey } from 'open-badges-validator-core/did'
import { publicKeyOf } from 'open-badges-validator-core/issue'
import { four, verifyBadge } from 'open-badges-validator-core/verify'
import type { Four, TrustBundle } from 'open-badges-validator-core/verify'
import { trustBundleId, TrustBundleRecord } from '../../core/badge/trust-bundle.ts'
import type { House } from '../house.ts'

/** What our verifier says, and when it was asked (epoch ms). */
export interface Judged {
  readonly answers: Four
  readonly at: number
}

/** Verifies a stored credential with what the district vouches for, as any device of the district would. */
export type Judge = (credential: string) => Promise<Judged>

/** An answer is given again for a moment (ms), as long as no list is newer, to so many badges at most. */
const keptMs = 60_000
const keptMax = 500

const nothingKnown: TrustBundle = { name: '', documents: new Map(), issuers: [] }

/**
 * Keeps the last bundle that it opened and its last answers: canonicalising a badge takes the time of a hundred other
 * requests, and pages are asked for by strangers.
 */
export function judgeOf(house: House): Judge {
  const pinnedKey = ed25519Multikey(publicKeyOf(house.secrets.trust))
  let known: { readonly text: string; readonly bundle: TrustBundle } | undefined
  const kept = new Map<string, Judged>()
  return async credential => {
    const at = house.clock()
    const text = (await house.store.seen().get(TrustBundleRecord, trustBundleId))?.rec.body.text
    if (text !== undefined && known?.text !== text) {
      const opened = openBundle(utf8.encode(text), { pinnedKey, newestSeen: null })
      known = { text, bundle: opened.ok ? opened.value.bundle : nothingKnown }
      kept.clear()
    }
    const before = kept.get(credential)
    if (before !== undefined && at >= before.at && at - before.at < keptMs) return before
    const bundle = known?.bundle ?? nothingKnown
    const judged = { answers: four(await verifyBadge(utf8.encode(credential), { at, bundle })), at }
    kept.delete(credential)
    kept.set(credential, judged)
    const [oldest] = kept.keys()
    if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest)
    return judged
  }
}

const utf8 = new TextEncoder()

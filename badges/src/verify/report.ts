import type { Detected } from '../detect/detected.ts'
import type { Code, Facts } from '../refusal.ts'

export type Outcome = 'pass' | 'fail' | 'unknown'
export type Overall = 'verified' | 'not-verified' | 'indeterminate'

/** The document a check rests on, when it is not the badge itself. */
export interface Evidence {
  readonly url?: string
  /** The address that answered, where the one asked for led on to another. */
  readonly finalUrl?: string
  readonly sha256?: string
  readonly source?: string
  /** When it was fetched, epoch ms, and how old it was at the time of evaluation. */
  readonly fetchedAt?: number
  readonly ageMs?: number
}

/** What one check found, before the policy says whether it is needed. */
export interface Finding {
  /** Stable name of the check: `proof.signature`, `status.revocation`. */
  readonly id: string
  readonly outcome: Outcome
  /** JSON pointer into the badge, or URL of the thing looked at. */
  readonly about: string
  readonly code?: Code
  readonly facts?: Facts
  /** One short English sentence. Applications have sentences of their own, by code. */
  readonly message: string
  /** What a person can do about it. */
  readonly remedy?: string
  /** Time of the knowledge the answer rests on, epoch ms; absent where the badge itself tells. */
  readonly asOf?: number
  readonly evidence?: Evidence
  /** The standard and section the check comes from. */
  readonly spec: string
}

export interface Check extends Finding {
  /** Whether `overall` depends on it: decided by the policy, never by the check. */
  readonly needed: boolean
}

/**
 * What can be shown of a badge. Only from the document itself; whether it was signed is what the
 * checks say. Texts are cut at 2,000 characters.
 */
export interface Subject {
  readonly id?: string
  readonly name?: string
  readonly description?: string
  readonly criteria?: string
  readonly achievementId?: string
  readonly achievementType?: string
  readonly issuerId?: string
  /** Host of the issuer's address or did:web, in punycode: to stand beside the name, which anybody can write. */
  readonly issuerHost?: string
  readonly issuerName?: string
  readonly recipientId?: string
  readonly recipientName?: string
  /** RFC 3339 text as the badge writes it. */
  readonly validFrom?: string
  readonly validUntil?: string
}

/** The whole answer about one input. Plain data: it survives JSON. */
export interface Report {
  /** What the caller called the input, or a JSON pointer for a part. */
  readonly input: string
  readonly detected: Detected
  /** Time of evaluation, epoch ms. */
  readonly at: number
  readonly overall: Overall
  readonly checks: readonly Check[]
  /** Endorsements inside a badge, credentials inside a CLR: each with its own answer. */
  readonly parts: readonly Report[]
  /** Oldest knowledge that a needed check rests on, epoch ms; null where the badge tells all. */
  readonly asOf: number | null
  readonly subject: Subject
  /** Name of the trust bundle that was used. */
  readonly bundle: string
}

/**
 * Any needed fail is not-verified; else any needed unknown is indeterminate; else verified. Without
 * one needed check nothing was verified.
 */
export function overallOf(checks: readonly Check[]): Overall {
  const needed = checks.filter(check => check.needed)
  if (needed.some(check => check.outcome === 'fail')) return 'not-verified'
  if (needed.length === 0 || needed.some(check => check.outcome === 'unknown'))
    return 'indeterminate'
  return 'verified'
}

/** @returns the oldest `asOf` among needed checks, or null. */
export function asOfOf(checks: readonly Check[]): number | null {
  const times = checks.flatMap(check =>
    check.needed && check.asOf !== undefined ? [check.asOf] : [],
  )
  return times.length === 0 ? null : Math.min(...times)
}

import type { Code, Facts } from '../refusal.ts'
import type { Check, Outcome, Report } from './report.ts'

/** One of the four answers a person gets, with the reason and the age of what is known. */
export interface Answer {
  readonly outcome: Outcome
  readonly code?: Code
  readonly facts?: Facts
  /** Epoch ms of the knowledge it rests on, and how old that was at the time of evaluation. */
  readonly asOf?: number
  readonly ageMs?: number
}

/** Signed by the issuer and unchanged? In time? Not revoked? By somebody known? */
export interface Four {
  readonly signature: Answer
  readonly dates: Answer
  readonly status: Answer
  readonly trust: Answer
}

const belongs: Readonly<Record<keyof Four, (id: string) => boolean>> = {
  signature: id =>
    [
      ...['format', 'type', 'context', 'definedTerms', 'ownNames', 'dataModel', 'issuer.key'],
      'parts',
    ].includes(id) || /^(proof|jwt|hosted|endorsement)\./.test(id),
  dates: id => /^(validFrom|validUntil|signedAt|proof\.expires)(\.|$)/.test(id),
  status: id => id.startsWith('status.') || id.startsWith('statusList.'),
  trust: id => id === 'issuer.known' || id === 'issuer.keyPrivate',
}

/**
 * Groups a report into the four answers that are shown side by side and never merged. In each the
 * worst answer counts, a fail before an unknown, and it brings its code, facts and age.
 */
export function four(report: Report): Four {
  const unread: Answer = { outcome: 'unknown', code: unreadCode(report) }
  const signature = answer(report, 'signature', unread)
  const trust = answer(report, 'trust', { outcome: 'unknown', code: 'ISSUER_NOT_LISTED' })
  const isProven = signature.outcome === 'pass' || trust.outcome !== 'pass'
  return {
    signature,
    dates: answer(report, 'dates', unread),
    status: answer(report, 'status', withoutStatus(report)),
    // A forger writes a known name as easily as any other: who it is must be proven to be trusted.
    trust: isProven ? trust : { ...trust, outcome: 'unknown', code: 'ISSUER_NOT_PROVEN' },
  }
}

function answer(report: Report, group: keyof Four, otherwise: Answer): Answer {
  const checks = report.checks.filter(
    check => belongs[group](check.id) && (check.needed || isAlwaysShown(check.id)),
  )
  const worst =
    checks.find(check => check.outcome === 'fail') ??
    checks.find(check => check.outcome === 'unknown') ??
    leading(checks)
  if (worst === undefined) return otherwise
  // A fail is known since its own word came; that all holds is known no better than by the oldest word.
  const oldest = (worst.outcome === 'fail' ? worst.asOf : undefined) ?? oldestOf(checks)
  return {
    outcome: worst.outcome,
    ...(worst.code === undefined ? {} : { code: worst.code }),
    ...(worst.facts === undefined ? {} : { facts: worst.facts }),
    ...(oldest === null ? {} : { asOf: oldest, ageMs: Math.max(0, report.at - oldest) }),
  }
}

/** Answers that are shown even where a policy does not need them. */
function isAlwaysShown(id: string): boolean {
  return belongs.trust(id) || id.startsWith('status.') || id.endsWith('.withheld')
}

/** A pass is told by its most telling check: one with a code (`NO_END_DATE`) or with facts. */
function leading(checks: readonly Check[]): Check | undefined {
  return (
    checks.find(check => check.code !== undefined) ??
    checks.find(check => /^(status\.|proof\.signature|issuer\.known)/.test(check.id)) ??
    checks[0]
  )
}

function oldestOf(checks: readonly Check[]): number | null {
  const times = checks.flatMap(check => (check.asOf === undefined ? [] : [check.asOf]))
  return times.length === 0 ? null : Math.min(...times)
}

/** Why there is no answer: nothing is there, or this version does not read that kind. */
function unreadCode(report: Report): Code {
  return report.detected.kind === 'none' ? 'NOTHING_TO_VERIFY' : 'NOT_CHECKED_BY_THIS_VERSION'
}

/** A signed credential that declares no status cannot be revoked: that is an answer, not a gap. */
function withoutStatus(report: Report): Answer {
  // A signed badge before 3.0 is read too: its issuer keeps no list of revoked ones.
  const isRead = report.checks.some(({ id }) => id === 'definedTerms' || id === 'issuer.key')
  return isRead
    ? { outcome: 'pass', code: 'NO_STATUS_DECLARED' }
    : { outcome: 'unknown', code: unreadCode(report) }
}

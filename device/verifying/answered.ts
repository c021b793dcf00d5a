import type { Report } from 'open-badges-validator-core/verify'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Mark, Verified } from '../../contract/device/door.ts'
import type { Standing } from '../../contract/device/verifying.ts'
import type { Cause } from '../../core/badge/cause.ts'
import type { AnswerGiven } from '../../db/verifying-store/inputs.ts'
import { plainFacts, verifiedOf } from '../badge/verified.ts'
import type { Deciding } from './standing.ts'
import { causeOf, decidingOf, groupId, standingOf, standings } from './standing.ts'

/** What a list shows of an answer. */
export interface Summary {
  readonly standing: Standing
  readonly mark: Deciding['mark']
  /** What decided, with its code, facts and age. */
  readonly because: Mark | undefined
  readonly cause: Cause | undefined
  readonly person: string | undefined
  readonly badge: string | undefined
  readonly issuerId: string | undefined
  readonly issuerName: string | undefined
  readonly issuerHost: string | undefined
  readonly kind: string
  readonly marks: Verified['marks']
}

/** The whole of an answer: what a person is told who asks why, and what a report says. */
export interface Whole {
  readonly verified: Verified
  /** Every needed check that didn't pass. */
  readonly reasons: readonly {
    readonly check: string
    readonly code: string
    readonly facts: Readonly<Record<string, string | number>>
  }[]
  /** Ids of the keys that signed. */
  readonly keys: readonly string[]
  /** Oldest knowledge that it rests on (epoch ms). */
  readonly asOf: number | undefined
  readonly bundle: string
  /** For an address: what kept it from being fetched. */
  readonly notFetched: string | undefined
}

/** A report of the verifier as it is kept. */
export function answerOf(
  report: Report,
  sha256: string,
  notFetched: string | undefined,
): AnswerGiven {
  const verified = verifiedOf(report, sha256)
  const standing = standingOf(verified)
  const deciding = decidingOf(verified, standing)
  const { issuerId, issuerName, issuerHost } = report.subject
  const { mark, code } = deciding
  const summary: Summary = {
    standing,
    mark,
    because: mark === undefined ? otherwise(report, code) : verified.marks[mark],
    cause: causeOf(standing, deciding, issuerId),
    person: verified.says.recipient,
    badge: verified.says.title,
    issuerId,
    issuerName,
    issuerHost,
    kind: verified.kind,
    marks: verified.marks,
  }
  const whole: Whole = {
    verified,
    reasons: report.checks
      .filter(check => check.needed && check.outcome !== 'pass')
      .map(check => ({
        check: check.id,
        code: check.code ?? check.outcome.toUpperCase(),
        facts: plainFacts(check.facts ?? {}),
      })),
    keys: [...new Set(report.checks.flatMap(check => keyIn(check.facts?.['method'])))],
    asOf: report.asOf ?? undefined,
    bundle: report.bundle,
    notFetched,
  }
  return {
    place: standings.indexOf(standing),
    grp: groupId(standing, deciding, issuerId),
    summary: JSON.stringify(summary),
    packed: deflateRawSync(JSON.stringify(whole)),
  }
}

/** An answer as it was kept. */
export function wholeOf(packed: Uint8Array): Whole {
  const whole: Whole = JSON.parse(inflateRawSync(packed).toString('utf8'))
  return whole
}

/** What a list shows, as it was kept. */
export function summaryOf(text: string): Summary {
  const summary: Summary = JSON.parse(text)
  return summary
}

const keyIn = (method: unknown): readonly string[] => (typeof method === 'string' ? [method] : [])

/** What decided where no mark did. */
function otherwise(report: Report, code: string): Mark | undefined {
  const check = report.checks.find(one => one.needed && one.code === code)
  if (check === undefined) return undefined
  const facts = plainFacts(check.facts ?? {})
  return { outcome: check.outcome, code, facts, ageMs: check.evidence?.ageMs }
}

import type { Report } from 'open-badges-validator-core/verify'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Mark, Verified } from '../../contract/device/door.ts'
import type { Missed, Standing, Whose } from '../../contract/device/verifying.ts'
import type { Cause, MarkName } from '../../core/badge/cause.ts'
import type { AnswerGiven } from '../../db/verifying-store/inputs.ts'
import { plainFacts, verifiedOf } from '../badge/verified.ts'
import type { Knowledge } from './knowledge.ts'
import { causesOf, decidingOf, groupId, standingOf, standings } from './standing.ts'

/** What a list shows of an answer. */
export interface Summary {
  readonly standing: Standing
  /** The mark that decided, and those beside it that are not known either. */
  readonly mark: MarkName | undefined
  readonly also: readonly MarkName[]
  /** What decided, with its code, facts and age. */
  readonly because: Mark | undefined
  /** What may be decided about, first what one looks at first. */
  readonly causes: readonly Cause[]
  readonly person: string | undefined
  readonly badge: string | undefined
  readonly issuer: Whose
  /** For an address: what kept it from being fetched. */
  readonly notFetched: string | undefined
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
  /** What was known when it was given. */
  readonly knowledge: Knowledge
  /** For an address: what kept it from being fetched. */
  readonly notFetched: string | undefined
  /** What the network was asked for in vain. */
  readonly missed?: readonly Missed[]
}

/** A report of the verifier as it is kept, with what was known. `missed`: what kept an address from being fetched; `missedBeside`: what it or a badge pointed to. */
export function answerOf(
  report: Report,
  sha256: string,
  missed: string | undefined,
  knowledge: Knowledge,
  missedBeside: readonly Missed[] = [],
): AnswerGiven {
  const verified = verifiedOf(report, sha256)
  const standing = standingOf(verified)
  const [mark, ...also] = decidingOf(verified, standing)
  const notFetched = missed === undefined ? undefined : notFetchedOf(report, missed)
  const { issuerId, issuerHost } = report.subject
  const causes = causesOf(verified, standing, { issuer: issuerId, notFetched })
  const summary: Summary = {
    standing,
    mark,
    also,
    because: mark === undefined ? undefined : verified.marks[mark],
    causes,
    person: verified.says.recipient,
    badge: verified.says.title,
    issuer: {
      id: verified.says.issuerId,
      host: notFetched?.host ?? issuerHost,
      name: verified.says.issuer,
      isKnown: verified.isIssuerKnown,
    },
    notFetched: notFetched?.why,
    kind: verified.kind,
    marks: verified.marks,
  }
  const whole: Whole = {
    verified,
    reasons: report.checks
      .filter(check => check.needed && check.outcome !== 'pass')
      // What does not hold counts before what is only unknown.
      .toSorted((a, b) => Number(b.outcome === 'fail') - Number(a.outcome === 'fail'))
      .map(check => ({
        check: check.id,
        code: check.code ?? check.outcome.toUpperCase(),
        facts: plainFacts(check.facts ?? {}),
      })),
    keys: [...new Set(report.checks.flatMap(check => keyIn(check.facts?.['method'])))],
    asOf: report.asOf ?? undefined,
    knowledge,
    notFetched: notFetched?.why,
    missed: missedBeside,
  }
  return {
    place: standings.indexOf(standing),
    grp: groupId(verified, standing, causes),
    summary: JSON.stringify(summary),
    packed: deflateRawSync(JSON.stringify(whole)),
    checkedAt: report.at,
    knowledge: { digest: knowledge.digest, said: JSON.stringify(knowledge) },
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

/** Only where nothing else was known of the address: the host too, so that what one server does is one cause. */
function notFetchedOf({ detected: { reason } }: Report, why: string) {
  if (reason?.code !== 'NOT_RETRIEVED') return undefined
  const url = reason.facts['url']
  return { why, host: (typeof url === 'string' ? URL.parse(url)?.host : undefined) ?? '' }
}

import type { Answer, Check, Fact, Report } from 'open-badges-validator-core/verify'
import { four } from 'open-badges-validator-core/verify'
import type { Mark, Verified } from '../../contract/device/door.ts'

/** A report of the verifier as the screens show it; `sha256` (hex) of what was handed in. */
export function verifiedOf(report: Report, sha256: string): Verified {
  const marks = four(report)
  return {
    name: report.detected.name,
    kind: report.detected.kind,
    version: report.detected.version ?? '',
    form: report.detected.form,
    overall: report.overall,
    marks: {
      signature: markOf(marks.signature),
      dates: markOf(marks.dates),
      status: markOf(marks.status),
      trust: markOf(marks.trust),
    },
    says: saysOf(report),
    checks: report.checks.map(checkOf),
    checkedAt: report.at,
    sha256,
  }
}

const markOf = (answer: Answer): Mark => ({
  outcome: answer.outcome,
  code: answer.code ?? answer.outcome.toUpperCase(),
  facts: plainFacts(answer.facts ?? {}),
  ageMs: answer.ageMs,
})

/** Facts of the verifier as plain words and numbers. */
export const plainFacts = (
  facts: Readonly<Record<string, Fact>>,
): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'number' || typeof fact === 'string' ? fact : JSON.stringify(fact),
    ]),
  )

const checkOf = (check: Check): Verified['checks'][number] => ({
  id: check.id,
  outcome: check.outcome,
  needed: check.needed,
  code: check.code,
  message: check.message,
  about: check.about,
})

function saysOf({ subject }: Report): Verified['says'] {
  return {
    title: subject.name,
    description: subject.description,
    issuer: subject.issuerName,
    issuerId: subject.issuerId,
    recipient: subject.recipientName ?? subject.recipientId,
    validFrom: subject.validFrom,
    validUntil: subject.validUntil,
    criteria: subject.criteria,
  }
}

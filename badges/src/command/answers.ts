import type { Check, Outcome, Report } from '../verify/report.ts'

/** What a person asks of a badge, in this order; never merged. */
export const answerNames = [
  'form',
  'signature',
  'key',
  'dates',
  'status',
  'issuer',
  'recipient',
] as const
export type AnswerName = (typeof answerNames)[number]

export interface GroupedAnswer {
  readonly outcome: Outcome | 'none'
  /** What was found against it, or what is missing; where all is well the checks that say so. */
  readonly checks: readonly Check[]
}

const belongs: readonly (readonly [AnswerName, RegExp])[] = [
  [
    'key',
    /^(issuer\.key|issuer\.keyPrivate|proof\.(verificationMethod|purpose|keyCurrent)|jwt\.kid)$/,
  ],
  ['issuer', /^issuer\.known$/],
  ['recipient', /^recipient(\.|$)/],
  [
    'dates',
    /^(validFrom|validUntil|validUntil\.withheld|signedAt|proof\.expires|jwt\.claims\.(nbf|exp)|issuedOn|expires)$/,
  ],
  ['status', /^(status|statusList|revocation)\.|^refresh$/],
  ['signature', /^(proof|jwt|hosted|signed|definedTerms|ownNames)(\.|$)/],
]

/** @returns which answer a check belongs to; whatever is left is about the form. */
export function answerOf(id: string): AnswerName {
  return belongs.find(([, pattern]) => pattern.test(id))?.[0] ?? 'form'
}

/**
 * Groups the checks of a report by answer. In each the needed checks decide, a fail before an unknown;
 * whether the issuer is known, and whose the badge is, are answers of their own, needed or not; and that
 * something may have been left out is said whoever decides.
 */
export function answersOf(report: Report): Readonly<Record<AnswerName, GroupedAnswer>> {
  const group = (name: AnswerName): GroupedAnswer => {
    const all = report.checks.filter(check => answerOf(check.id) === name)
    const deciding = all.filter(
      check =>
        check.needed || name === 'issuer' || name === 'recipient' || check.code === 'WITHHELD',
    )
    for (const outcome of ['fail', 'unknown'] as const) {
      const found = deciding.filter(check => check.outcome === outcome)
      if (found.length > 0) return { outcome, checks: found }
    }
    if (deciding.length === 0) return { outcome: 'none', checks: [] }
    return { outcome: 'pass', checks: deciding }
  }
  return {
    form: group('form'),
    signature: group('signature'),
    key: group('key'),
    dates: group('dates'),
    status: group('status'),
    issuer: group('issuer'),
    recipient: group('recipient'),
  }
}

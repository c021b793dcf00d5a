import type { Check, Report } from '../verify/report.ts'
import { answerNames, answersOf } from './answers.ts'

/**
 * Where a cell, or what may become one, begins like a formula (in the wide signs of East Asia too): at its
 * start, after any sign that ends a line, and after what separates cells elsewhere, a tab or the semicolon
 * of countries that write `1,5`. Some programs split a pasted cell there, whatever stands around it.
 */
const formula =
  /(?<=^|[\t\n\v\f\r\u0085\u2028\u2029;])(?=[\p{Zs}\ufeff\u200b-\u200f\u2060]*[=+\-@\t\r|%＝＋－＠])/gu

export const csvHeader = row([
  ...['input', 'verdict', 'kind', 'badge', 'issuer', 'issuer id', 'valid from', 'valid until'],
  ...answerNames,
  ...[
    'reasons',
    'keys',
    'known as of',
    'oldest knowledge in days',
    'checked at',
    'bundle',
    'version',
  ],
])

/** @returns one line of RFC 4180 for a report; every cell is quoted and none is run by a spreadsheet. */
export function csvRow(report: Report, version: string): string {
  const { subject, checks } = report
  const answers = answersOf(report)
  const reasons = checks
    .filter(check => check.needed && check.outcome !== 'pass')
    .map(check => `${check.id} ${check.code ?? check.outcome}: ${check.message}`)
  return row([
    report.input,
    report.overall,
    report.detected.name,
    subject.name ?? '',
    subject.issuerName ?? '',
    subject.issuerId ?? '',
    subject.validFrom ?? '',
    subject.validUntil ?? '',
    ...answerNames.map(name => answers[name].outcome),
    reasons.join('\n'),
    [...new Set(checks.flatMap(keysOf))].join('\n'),
    report.asOf === null ? '' : new Date(report.asOf).toISOString(),
    report.asOf === null
      ? ''
      : String(Math.max(0, Math.floor((report.at - report.asOf) / 86_400_000))),
    new Date(report.at).toISOString(),
    report.bundle,
    version,
  ])
}

function keysOf(check: Check): readonly string[] {
  const method = check.facts?.['method']
  return typeof method === 'string' ? [method] : []
}

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

/** @returns a cell in quotes; what begins like a formula has a sign before it that spreadsheets read as "text". */
export function cell(text: string): string {
  return `"${text.replace(formula, "'").replaceAll('"', '""')}"`
}

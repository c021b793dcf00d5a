import type { Check, Report } from '../verify/report.ts'
import { answerNames, answersOf, type AnswerName, type GroupedAnswer } from './answers.ts'
import { shown } from './terminal.ts'

const verdicts = {
  verified: 'Verified',
  'not-verified': 'Not verified',
  indeterminate: 'Not certain',
} as const

const labels: Readonly<Record<AnswerName, string>> = {
  form: 'Form',
  signature: 'Signature',
  key: 'Whose key',
  dates: 'Dates',
  status: 'Status',
  issuer: 'Known issuer',
  recipient: 'Recipient',
}

/** What is said where no check speaks, and where all of them are content. */
const silent: Readonly<Record<AnswerName, string>> = {
  form: '',
  signature: 'Nothing was checked.',
  key: 'Nothing was checked.',
  dates: 'No dates were checked.',
  status: 'It names no list of revoked badges, so nobody could have revoked it there.',
  issuer: 'Nothing was checked.',
  recipient: '',
}
const content: Readonly<Record<AnswerName, string>> = {
  form: '',
  signature: 'It is unchanged since it was signed.',
  key: 'The key is the issuer’s.',
  dates: 'It is valid at this time.',
  status: 'It is not revoked or suspended.',
  issuer: 'The issuer is in a list you trust.',
  recipient: 'It was given to the person you named.',
}

/** @returns one input in plain English, an answer a line; ends with a line feed. */
export function sentencesOf(report: Report): string {
  const { subject, detected } = report
  const answers = answersOf(report)
  const title = [subject.name ?? detected.name, subject.issuerName ?? subject.issuerId]
    .filter(text => text !== undefined)
    .map(text => shown(text, 120))
    .join(', by ')
  // Anybody can write a name; the host beside it tells a look-alike.
  const host = subject.issuerHost === undefined ? '' : ` (${shown(subject.issuerHost, 120)})`
  const lines = [
    shown(report.input, 500),
    `  ${verdicts[report.overall]}: ${title}${host}`,
    ...(detected.kind === 'credential'
      ? ['  This is a verifiable credential, not a badge. Nothing here says it is one.']
      : []),
    ...answerNames.flatMap(name => answerLines(name, answers[name], report)),
    ...partLines(report),
  ]
  return `${lines.join('\n')}\n`
}

function answerLines(name: AnswerName, answer: GroupedAnswer, report: Report): readonly string[] {
  const isGood = answer.outcome === 'pass' || answer.outcome === 'none'
  if (name === 'form' && isGood) return []
  // Nobody asked whose it is, so nothing is said of it.
  if (name === 'recipient' && answer.checks.every(check => check.code === 'NOT_ASKED')) return []
  const isNothing = report.detected.kind === 'none'
  if (isNothing && name !== 'form') return []
  const told =
    answer.outcome === 'none'
      ? [silenceOn(name, report)]
      : answer.outcome === 'pass'
        ? [content[name]]
        : [...new Set(answer.checks.map(sentenceOf))]
  const age = ageOf(answer.checks)
  const [first = '', ...rest] = told.slice(0, 8)
  const label = `  ${`${labels[name]}:`.padEnd(14)}`
  return [
    `${label}${first}${age === '' ? '' : ` ${age}`}`,
    ...rest.map(text => `${' '.repeat(label.length)}${text}`),
  ]
}

function silenceOn(name: AnswerName, report: Report): string {
  const isHosted = report.checks.some(check => check.id.startsWith('hosted.'))
  return name === 'key' && isHosted
    ? 'It has none: the issuer’s own site vouches for it.'
    : silent[name]
}

function sentenceOf(check: Check): string {
  const code = check.code === undefined ? '' : ` [${check.code}]`
  const remedy = check.remedy === undefined ? '' : ` ${check.remedy}`
  return shown(`${check.message}${remedy}${code}`, 400)
}

/** How old the knowledge is that an answer rests on, when it isn't the badge itself. */
function ageOf(checks: readonly Check[]): string {
  const ages = checks.flatMap(check => check.evidence?.ageMs ?? [])
  if (ages.length === 0) return ''
  const days = Math.floor(Math.max(...ages) / 86_400_000)
  return days === 0 ? '(known today)' : `(as known ${days} ${days === 1 ? 'day' : 'days'} ago)`
}

function partLines(report: Report): readonly string[] {
  return report.parts.slice(0, 20).map(part => {
    const name = shown(part.subject.name ?? part.detected.name, 100)
    const where = /^endorsement\[\d+\]$/.test(part.input) ? 'Beside' : 'Inside'
    return `  ${where} it, ${shown(part.input, 100)}: ${verdicts[part.overall].toLowerCase()}, ${name}`
  })
}

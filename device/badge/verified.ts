import type { Answer, Check, Fact, Report } from 'open-badges-validator-core/verify'
import { four } from 'open-badges-validator-core/verify'
import type { Mark, PartSaid, Verified } from '../../contract/device/door.ts'
import type { NamedIn } from '../../core/endorsement/speaks-for.ts'
import type { VerifiedKind } from '../../words/kind-said.ts'
import { seenLetters } from '../../core/kit/seen-letters.ts'

/**
 * A report of the verifier as the screens show it; `sha256` (hex) of what was handed in. What is contained counts:
 * a record stands no better than the worst badge inside it, in each of the four answers.
 */
export function verifiedOf(report: Report, sha256: string): Verified {
  const own = four(report)
  const parts = report.parts.map(part => partOf(part))
  const contained = parts.filter(({ said }) => said.counts)
  const markOf = (name: keyof Verified['marks']): Mark =>
    contained.reduce((worst, part) => worseOf(worst, part, name), plainMark(own[name]))
  const isIssuerKnown = own.trust.outcome === 'pass'
  return {
    name: report.detected.name,
    // What the verifier may call it has a name in both languages, or this does not compile.
    kind: report.detected.kind satisfies VerifiedKind,
    version: report.detected.version ?? '',
    form: report.detected.form,
    overall: worstOf([report.overall, ...contained.map(({ said }) => said.overall)]),
    marks: {
      signature: markOf('signature'),
      dates: markOf('dates'),
      status: markOf('status'),
      trust: markOf('trust'),
    },
    isIssuerKnown,
    says: saysOf(report, isIssuerKnown ? own.trust.facts?.['name'] : undefined),
    parts: [...parts.flatMap(({ said, inside }) => [said, ...inside]), ...refusedNewer(report)],
    ids: own.signature.outcome === 'pass' ? idsOf(report) : undefined,
    checks: report.checks.map(checkOf),
    checkedAt: report.at,
    sha256,
  }
}

/** What one can speak of by its id: of a badge alone. */
function idsOf({ detected, subject }: Report): NamedIn | undefined {
  const { issuerId: issuer, achievementId: achievement, id: badge } = subject
  if (detected.kind !== 'badge' || issuer === undefined) return undefined
  return { issuer, achievement, badge }
}

interface Part {
  readonly said: PartSaid
  readonly verified: Verified
  /** What is in it again. */
  readonly inside: readonly PartSaid[]
}

function partOf(report: Report): Part {
  const verified = verifiedOf(report, '')
  const { says, kind, overall, marks } = verified
  const outcome = overall === 'not-verified' ? 'fail' : 'unknown'
  const because =
    overall === 'verified'
      ? undefined
      : (Object.values(marks).find(mark => mark.outcome === outcome) ?? marks.signature)
  const counts = containedAt.test(report.input)
  const said = { about: report.input, kind, title: says.title, overall, because, counts }
  const issuer = report.subject.issuerHost ?? says.issuerId
  // Whatever is inside an endorsement is as little part of the badge as the endorsement.
  const inside = verified.parts.map(one => ({
    ...one,
    about: `${report.input}${one.about}`,
    counts: one.counts && counts,
  }))
  return { said: { ...said, issuer }, verified, inside }
}

/** Where a record keeps the badges it is made of (CLR 2.0 `verifiableCredential`; 1.0 `assertions`). */
const containedAt = /\/(verifiableCredential|assertions|signedAssertions)\/\d+$/

const worseness: Readonly<Record<Mark['outcome'], number>> = { pass: 0, unknown: 1, fail: 2 }

/** The worse of two answers; one from inside says whose it is. */
function worseOf(worst: Mark, { said, verified }: Part, name: keyof Verified['marks']): Mark {
  const mark = verified.marks[name]
  if (worseness[mark.outcome] <= worseness[worst.outcome]) return worst
  return { ...mark, part: mark.part ?? said.title ?? said.about }
}

function worstOf(all: readonly Report['overall'][]): Report['overall'] {
  if (all.includes('not-verified')) return 'not-verified'
  return all.includes('indeterminate') ? 'indeterminate' : 'verified'
}

/** A newer version that is offered and no good is told of; the badge itself is judged as it is. */
function refusedNewer({ checks }: Report): readonly PartSaid[] {
  return checks
    .filter(({ id, outcome, needed }) => id === 'refresh' && outcome === 'fail' && !needed)
    .map(({ about, outcome, code = 'FAIL', facts = {} }) => ({
      about,
      kind: 'newer',
      title: undefined,
      issuer: undefined,
      overall: 'not-verified',
      because: { outcome, code, facts: plainFacts(facts), ageMs: undefined },
      counts: false,
    }))
}

const plainMark = (answer: Answer): Mark => ({
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
      typeof fact === 'number'
        ? fact
        : seenLetters(typeof fact === 'string' ? fact : JSON.stringify(fact)),
    ]),
  )

const checkOf = (check: Check): Verified['checks'][number] => ({
  id: check.id,
  outcome: check.outcome,
  needed: check.needed,
  code: check.code,
  facts: plainFacts(check.facts ?? {}),
  message: check.message,
  about: seenLetters(check.about),
})

/** `knownAs`: the name in the list that vouches for the issuer, which counts before what the issuer writes itself. */
function saysOf({ subject }: Report, knownAs: Fact | undefined): Verified['says'] {
  return {
    title: seen(subject.name),
    description: seenLines(subject.description),
    issuer: typeof knownAs === 'string' && knownAs !== '' ? knownAs : seen(subject.issuerName),
    issuerId: seen(subject.issuerId),
    recipient: seen(subject.recipientName) ?? seen(subject.recipientId),
    validFrom: subject.validFrom,
    validUntil: subject.validUntil,
    criteria: seenLines(subject.criteria),
  }
}

/** What a badge says in one line; blanks alone say nothing. */
function seen(text: string | undefined): string | undefined {
  const said = seenLetters(text ?? '').trim()
  return said === '' ? undefined : said
}

/** The same of a text that has lines. */
const seenLines = (text: string | undefined): string | undefined =>
  text === undefined || text.trim() === ''
    ? undefined
    : text.split(/\r?\n/).map(seenLetters).join('\n')

import type { Detected } from '../../detect/detected.ts'
import { isList, isObject, valueAt, type JsonObject } from '../../json/value.ts'
import { problemsMax } from '../../limits.ts'
import type { Problem } from '../checks/problems.ts'
import type { Finding } from '../report.ts'
import { assertionProblems, firstAssertionProblems } from './assertion-model.ts'
import { badgeClassProblems } from './badge-class-model.ts'
import { endorsementProblems } from './endorsement-model.ts'
import { extensionProblems } from './extensions.ts'
import { issuerProblems } from './issuer-model.ts'
import type { DateForm, OlderCase } from './older-case.ts'

/**
 * Whether a badge, its class and its issuer keep the data model of their version, each said of its
 * own document. A CLR 1.0 and what is in it is read and not judged.
 */
export function olderModel(older: OlderCase): readonly Finding[] {
  const { the, assertion, dateForm, badge, issuer, jws } = older
  const { kind, version } = the.detected
  if (kind === 'clr' || valueAt(assertion, 'achievement') !== undefined) return []
  const own = (): readonly Problem[] => {
    if (version === '0.5') return firstAssertionProblems(assertion)
    if (kind === 'endorsement') return endorsementProblems(assertion)
    return assertionProblems(assertion, dateForm, jws !== null)
  }
  const findings = [finding([...own(), ...extensionProblems(assertion)], '', version)]
  // A 0.5 badge holds its class and issuer whole: they were looked at with it.
  if (version === '0.5') return findings
  if (badge.document !== null) {
    const problems = badgeClassProblems(badge.document, dateForm)
    const about = badge.url ?? '/badge'
    findings.push(finding([...problems, ...extensionProblems(badge.document)], about, version))
  }
  if (issuer.document !== null) {
    const problems = issuerProblems(issuer.document, dateForm)
    const about = issuer.url ?? '/issuer'
    findings.push(finding([...problems, ...extensionProblems(issuer.document)], about, version))
  }
  return findings
}

/** The same for a badge class, a profile or a list that came on its own. */
export function loneModel(
  document: JsonObject,
  { kind, version }: Pick<Detected, 'kind' | 'version'>,
): readonly Finding[] {
  const dateForm: DateForm = Number(version) < 2 ? '1.x' : '2.0'
  if (kind === 'badge-class') return [finding(badgeClassProblems(document, dateForm), '', version)]
  if (kind === 'profile') return [finding(issuerProblems(document, dateForm), '', version)]
  const isList1 = kind === 'status-list' && version !== null
  return isList1 ? [finding(listProblems(document), '', version)] : []
}

function listProblems(list: JsonObject): readonly Problem[] {
  const entries = valueAt(list, 'revokedAssertions')
  const isGood =
    isList(entries) && entries.every(item => typeof item === 'string' || isObject(item))
  return isGood ? [] : [{ about: '/revokedAssertions', expected: 'a list of ids and objects' }]
}

function finding(problems: readonly Problem[], document: string, version: string | null): Finding {
  const isNew = Number(version) >= 2
  const base = { id: 'dataModel', spec: isNew ? 'OB 2.0 #OpenBadgesObjects' : 'OB 1.1' }
  const [first] = problems
  const where = document.slice(0, 500)
  if (first === undefined)
    return { ...base, about: where, outcome: 'pass', message: 'It is built as the standard asks.' }
  const lines = problems.map(problem => `${problem.about}: ${problem.expected}`.slice(0, 300))
  return {
    ...base,
    about: where === '' ? first.about.slice(0, 500) : where,
    outcome: 'fail',
    code: 'MALFORMED_VALUE_ERROR',
    facts: { problems: lines.slice(0, problemsMax), count: problems.length },
    message: 'It is not built as the standard asks.',
    remedy: 'The issuer must repair it and issue it again.',
  }
}

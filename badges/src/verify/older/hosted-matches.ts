import { valueAt, type JsonObject } from '../../json/value.ts'
import { problemsMax } from '../../limits.ts'
import type { Finding } from '../report.ts'
import { differences } from './differences.ts'
import type { DocumentAt } from './document-at.ts'
import { linked } from './linked.ts'
import type { OlderCase } from './older-case.ts'

/** In what a badge class must not differ: what it says was achieved, and by whose word. */
const ofClass: ReadonlySet<string> = new Set(['name', 'description', 'criteria', 'issuer'])

/**
 * Whether what was handed in says the same as what is hosted, for the badge itself and for a badge
 * class or issuer it holds under an address of their own. What is hosted counts, so an issuer that
 * has a new e-mail address since, or a class with a new picture, is told of and not judged.
 */
export function hostedMatches(older: OlderCase): readonly Finding[] {
  const { the, copy, hosted, address, isRevoked, badge, issuer } = older
  const findings: Finding[] = []
  if (address !== null && hosted?.document && !isRevoked)
    findings.push(...compare(copy, hosted.document, address, hosted, () => true))
  const held = [
    { link: badge, isJudged: (name: string) => ofClass.has(name) },
    { link: linked(the, valueAt(copy, 'badge')), isJudged: (name: string) => ofClass.has(name) },
    { link: issuer, isJudged: () => false },
  ]
  const seen = new Set<JsonObject>()
  for (const { link, isJudged } of held) {
    const { embedded, found, url } = link
    if (embedded === null || url === null || !found?.document || seen.has(embedded)) continue
    seen.add(embedded)
    findings.push(...compare(embedded, found.document, url, found, isJudged))
  }
  return findings
}

function compare(
  copy: JsonObject,
  original: JsonObject,
  url: string,
  at: DocumentAt,
  isJudged: (name: string) => boolean,
): readonly Finding[] {
  const base = { about: url.slice(0, 500), spec: 'OB 2.0 #HostedBadge', ...at.known }
  const all = differences(copy, original)
  const judged = all.filter(isJudged)
  const told = all.filter(name => !isJudged(name))
  const differs = (id: string, names: readonly string[]): Finding => ({
    ...base,
    id,
    outcome: 'fail',
    code: 'COPY_DIFFERS',
    facts: { properties: names.slice(0, problemsMax).map(name => name.slice(0, 100)) },
    message: 'It says something other than what is at its own address, and that counts.',
    remedy: 'Take the badge from its own address again.',
  })
  const same: Finding = {
    ...base,
    id: 'hosted.matches',
    outcome: 'pass',
    message: 'It says what is said at its own address.',
  }
  return [
    judged.length === 0 ? same : differs('hosted.matches', judged),
    ...(told.length === 0 ? [] : [differs('document.matches', told)]),
  ]
}

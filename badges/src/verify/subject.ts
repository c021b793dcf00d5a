import {
  idOf,
  isObject,
  listOf,
  textOf,
  valueAt,
  type JsonObject,
  type JsonValue,
} from '../json/value.ts'
import { reportTextMax } from '../limits.ts'
import { issuerHost } from './issuer-host.ts'
import type { Subject } from './report.ts'

/** @returns what can be shown of a document of any version; missing things are left out. */
export function subjectOf(document: JsonObject): Subject {
  const subject = listOf(valueAt(document, 'credentialSubject'))[0]
  const stated = valueAt(subject, 'achievement') ?? valueAt(document, 'badge')
  const achievement = isObject(stated) ? stated : undefined
  const issuer = valueAt(document, 'issuer') ?? valueAt(achievement, 'issuer')
  const criteria = valueAt(achievement, 'criteria')
  const learner = valueAt(document, 'learner')
  const issuerId = plain(idOf(issuer) ?? undefined) ?? plain(valueAt(issuer, 'origin'))
  const shown = {
    id: plain(valueAt(document, 'id')) ?? plain(valueAt(document, 'uid')),
    name: plain(valueAt(achievement, 'name')) ?? plain(valueAt(document, 'name')),
    description: plain(valueAt(achievement, 'description')),
    criteria: plain(valueAt(criteria, 'narrative')) ?? plain(idOf(criteria) ?? undefined),
    achievementId: plain(idOf(stated) ?? undefined),
    achievementType: plain(valueAt(achievement, 'achievementType')),
    issuerId,
    issuerHost: issuerHost(issuerId ?? '') ?? undefined,
    issuerName: plain(valueAt(issuer, 'name')),
    recipientId: plain(valueAt(subject, 'id')),
    recipientName: plain(valueAt(subject, 'name')) ?? plain(valueAt(learner, 'name')),
    validFrom: firstOf(document, ['validFrom', 'issuanceDate', 'issuedOn', 'issued_on']),
    validUntil: firstOf(document, ['validUntil', 'expirationDate', 'expires']),
  }
  return Object.fromEntries(Object.entries(shown).filter(([, text]) => text !== undefined))
}

function firstOf(document: JsonObject, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = plain(valueAt(document, name))
    if (text !== undefined) return text
  }
  return undefined
}

/** @returns a text, or the first of several languages, cut to a length that can be shown. */
function plain(value: JsonValue | undefined): string | undefined {
  const [first] = listOf(value)
  const text = textOf(first) ?? textOf(valueAt(first, '@value')) ?? undefined
  const number = typeof first === 'number' ? String(first) : undefined
  return (text ?? number)?.slice(0, reportTextMax)
}

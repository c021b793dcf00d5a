import { isObject, listOf, pointer, valueAt, type JsonObject } from '../../json/value.ts'
import type { Problem } from '../checks/problems.ts'
import { kinds, propertyProblems, typeProblems } from './model.ts'
import type { DateForm } from './older-case.ts'

/**
 * Breaches of the model of an issuer: OB 2.0 #Profile (an issuer has an id, a name, a url and an
 * e-mail address), #VerificationObject; OB 1.x "Issuer Organization" (name and url).
 */
export function issuerProblems(issuer: JsonObject, dateForm: DateForm): readonly Problem[] {
  const always = { name: kinds.text, url: kinds.address }
  const allowed = { description: kinds.anyText, image: kinds.imageOrData, publicKey: kinds.node }
  if (dateForm === '1.x')
    return propertyProblems(issuer, '', always, { ...allowed, email: kinds.email })
  return [
    ...typeProblems(issuer, '', ['Issuer', 'Profile']),
    ...propertyProblems(issuer, '', { id: kinds.iri, ...always, email: kinds.email }, allowed),
    ...ruleProblems(issuer),
  ]
}

function ruleProblems(issuer: JsonObject): readonly Problem[] {
  const rule = valueAt(issuer, 'verification')
  if (rule === undefined || typeof rule === 'string') return []
  if (!isObject(rule)) return [{ about: '/verification', expected: 'an object' }]
  const about = '/verification'
  const isHostName = (value: unknown) => typeof value === 'string' && /^[^/\s]+$/.test(value)
  const origins = listOf(valueAt(rule, 'allowedOrigins')).flatMap((entry, at) =>
    isHostName(entry)
      ? []
      : [{ about: pointer(about, 'allowedOrigins', at), expected: 'a host name' }],
  )
  return [...propertyProblems(rule, about, {}, { startsWith: kinds.iri }), ...origins]
}

import {
  idOf,
  isList,
  isObject,
  listOf,
  pointer,
  textOf,
  valueAt,
  type JsonObject,
} from '../../json/value.ts'
import type { Case } from '../case.ts'
import { epochMsOf } from '../date-time.ts'
import { isText, isUri, type Problem } from './problems.ts'

/** Properties whose values must say their type (VCDM 2.0 section 4.5, VCDM 1.1 section 4.3). */
const typed = [
  'credentialStatus',
  'credentialSchema',
  'refreshService',
  'termsOfUse',
  'evidence',
  'proof',
]

/** @returns where a document breaks the W3C data model it claims. */
export function credentialProblems(the: Case): readonly Problem[] {
  const { document } = the
  const id = valueAt(document, 'id')
  const subjects = listOf(valueAt(document, 'credentialSubject'))
  return [
    ...(id === undefined || isUri(id) ? [] : [{ about: '/id', expected: 'one URI' }]),
    ...issuerProblems(document, the.detected.dataModel),
    ...(subjects.length > 0 && subjects.every(subject => isObject(subject))
      ? []
      : [{ about: '/credentialSubject', expected: 'an object' }]),
    ...typed.flatMap(key => typeProblems(document, key)),
    ...['name', 'description']
      .filter(key => valueAt(document, key) !== undefined && !isText(valueAt(document, key)))
      .map(key => ({ about: `/${key}`, expected: 'a text or a language value' })),
    ...dateProblems(the),
  ]
}

function issuerProblems(document: JsonObject, dataModel: string | null): readonly Problem[] {
  const issuer = valueAt(document, 'issuer')
  // The minimal vectors of the W3C suite have no issuer; both data models require one.
  if (issuer === undefined && dataModel === null) return []
  if (isList(issuer) || !isUri(idOf(issuer) ?? undefined))
    return [{ about: '/issuer', expected: 'a URI, or an object whose id is one' }]
  return []
}

function typeProblems(document: JsonObject, key: string): readonly Problem[] {
  const value = valueAt(document, key)
  return listOf(value).flatMap((entry, at) => {
    const about = isList(value) ? pointer('', key, at) : `/${key}`
    const hasOwnType = listOf(valueAt(entry, 'type')).some(type => typeof type === 'string')
    return hasOwnType ? [] : [{ about, expected: 'an object with a type' }]
  })
}

const dateNames = {
  '1.1': { from: 'issuanceDate', until: 'expirationDate', wrong: ['validFrom', 'validUntil'] },
  '2.0': { from: 'validFrom', until: 'validUntil', wrong: ['issuanceDate', 'expirationDate'] },
} as const

/** @returns the names of the two dates in the data model of a credential. */
export function dateNamesOf(dataModel: '1.1' | '2.0' | null): (typeof dateNames)['1.1' | '2.0'] {
  return dateNames[dataModel ?? '2.0']
}

function dateProblems(the: Case): readonly Problem[] {
  const { document } = the
  const names = dateNamesOf(the.detected.dataModel)
  const wrong = names.wrong.filter(name => valueAt(document, name) !== undefined)
  const stated = [names.from, names.until].filter(name => valueAt(document, name) !== undefined)
  const timeOf = (name: string) => epochMsOf(textOf(valueAt(document, name)) ?? '')
  const from = timeOf(names.from)
  const until = timeOf(names.until)
  return [
    ...wrong.map(name => ({
      about: `/${name}`,
      expected: `${names.from}, ${names.until} instead`,
    })),
    ...stated
      .filter(name => timeOf(name) === null)
      .map(name => ({ about: `/${name}`, expected: 'a date and time with zone' })),
    ...(from !== null && until !== null && until < from
      ? [{ about: `/${names.until}`, expected: `a time not before ${names.from}` }]
      : []),
  ]
}

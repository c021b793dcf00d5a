import { isObject, listOf, pointer, textOf, valueAt, type JsonObject } from '../../json/value.ts'
import type { Problem } from '../checks/problems.ts'
import { kinds, propertyProblems, typeProblems } from './model.ts'
import { isSigned, verificationOf, type DateForm } from './older-case.ts'
import { olderTimeOf } from './older-time.ts'

/**
 * Breaches of the model of an Assertion: OB 2.0 #Assertion, #IdentityObject, #VerificationObject;
 * OB 1.1 and 1.0 "Badge Assertion". One that says it is revoked needs nothing but its id.
 *
 * @param isJws whether it came as a JWS: then it has to say that it is signed.
 */
export function assertionProblems(
  assertion: JsonObject,
  dateForm: DateForm,
  isJws: boolean,
): readonly Problem[] {
  if (valueAt(assertion, 'revoked') === true) return []
  const isLinked = valueAt(assertion, '@context') !== undefined
  const problems = propertyProblems(
    assertion,
    '',
    { badge: kinds.node, ...(dateForm === '2.0' ? { id: kinds.iri } : {}) },
    { image: dateForm === '2.0' ? kinds.image : kinds.imageOrData, narrative: kinds.anyText },
  )
  const hasName = ['id', 'uid'].some(key => (textOf(valueAt(assertion, key)) ?? '') !== '')
  return [
    ...problems,
    ...(isLinked ? typeProblems(assertion, '', ['Assertion']) : []),
    ...(hasName ? [] : [{ about: '/uid', expected: 'an id or a uid' }]),
    ...recipientProblems(assertion),
    ...verificationProblems(assertion, dateForm, isJws),
    ...dateProblems(assertion, dateForm),
    ...evidenceProblems(assertion),
  ]
}

/** A 0.5 assertion: a recipient in text and the whole badge inside. */
export function firstAssertionProblems(assertion: JsonObject): readonly Problem[] {
  const badge = valueAt(assertion, 'badge')
  const issuer = valueAt(badge, 'issuer')
  const text = { name: kinds.text, description: kinds.text }
  return [
    ...propertyProblems(assertion, '', { recipient: kinds.text }),
    ...(isObject(badge) ? propertyProblems(badge, '/badge', text) : []),
    ...(isObject(issuer)
      ? propertyProblems(issuer, '/badge/issuer', { origin: kinds.address, name: kinds.text })
      : [{ about: '/badge/issuer', expected: 'an object' }]),
    ...dateProblems(assertion, '1.x', 'issued_on', false),
  ]
}

function recipientProblems(assertion: JsonObject): readonly Problem[] {
  const recipients = listOf(valueAt(assertion, 'recipient'))
  const [recipient] = recipients
  if (recipients.length !== 1 || !isObject(recipient))
    return [{ about: '/recipient', expected: 'one identity object' }]
  const problems = propertyProblems(
    recipient,
    '/recipient',
    { type: kinds.text, identity: kinds.text, hashed: kinds.flag },
    { salt: kinds.anyText },
  )
  const identity = textOf(valueAt(recipient, 'identity')) ?? ''
  const isHash = /^(sha256\$[0-9a-f]{64}|md5\$[0-9a-f]{32})$/i.test(identity)
  const isWrong = valueAt(recipient, 'hashed') === true && identity !== '' && !isHash
  const expected = 'sha256$ or md5$ and a hash'
  return isWrong ? [...problems, { about: '/recipient/identity', expected }] : problems
}

function verificationProblems(
  assertion: JsonObject,
  dateForm: DateForm,
  isJws: boolean,
): readonly Problem[] {
  const name = valueAt(assertion, 'verification') === undefined ? 'verify' : 'verification'
  const verification = verificationOf(assertion)
  const about = pointer('', dateForm === '2.0' ? 'verification' : name)
  if (!isObject(verification)) return [{ about, expected: 'an object' }]
  const types = listOf(valueAt(verification, 'type'))
  const isKnown = types.some(type => /^(hosted|signed)(badge)?$/i.test(textOf(type) ?? ''))
  if (!isKnown) return [{ about: pointer(about, 'type'), expected: 'hosted or signed' }]
  return isJws && !isSigned(assertion)
    ? [{ about: pointer(about, 'type'), expected: 'signed, as it comes with a signature' }]
    : []
}

function dateProblems(
  assertion: JsonObject,
  form: DateForm,
  issued = 'issuedOn',
  isNeeded = true,
): readonly Problem[] {
  const expected = form === '2.0' ? 'a date and time with a zone' : 'a date'
  // Some issuers write `expires: null` for no end.
  const dates = [issued, 'expires'].map(key => ({
    key,
    value: valueAt(assertion, key) ?? undefined,
  }))
  const wrong = dates
    .filter(({ key, value }) =>
      value === undefined ? isNeeded && key === issued : olderTimeOf(value, form) === null,
    )
    .map(({ key }) => ({ about: pointer('', key), expected }))
  const [from, until] = dates.map(({ value }) => olderTimeOf(value, form))
  const isBackwards = from && until && until.last < from.first
  return isBackwards ? [...wrong, { about: '/expires', expected: `not before ${issued}` }] : wrong
}

function evidenceProblems(assertion: JsonObject): readonly Problem[] {
  return listOf(valueAt(assertion, 'evidence') ?? []).flatMap((entry, at) =>
    kinds.node.fits(entry)
      ? []
      : [{ about: pointer('/evidence', at), expected: kinds.node.expected }],
  )
}

import { isObject, listOf, textOf, valueAt, type JsonObject } from '../../json/value.ts'
import type { Problem } from '../checks/problems.ts'
import { kinds, propertyProblems, typeProblems } from './model.ts'
import { verificationOf } from './older-case.ts'
import { olderTimeOf } from './older-time.ts'

/** Breaches of the model of an endorsement (OB 2.0 #Endorsement). */
export function endorsementProblems(endorsement: JsonObject): readonly Problem[] {
  if (valueAt(endorsement, 'revoked') === true) return []
  const claims = listOf(valueAt(endorsement, 'claim'))
  const verification = verificationOf(endorsement)
  const types = listOf(valueAt(verification, 'type'))
  const isKnown = types.some(type => /^(hosted|signed)(badge)?$/i.test(textOf(type) ?? ''))
  const isDate = olderTimeOf(valueAt(endorsement, 'issuedOn'), '2.0') !== null
  return [
    ...typeProblems(endorsement, '', ['Endorsement']),
    ...propertyProblems(endorsement, '', { id: kinds.iri, issuer: kinds.node }),
    ...(claims.length > 0
      ? claims.flatMap(claim =>
          isObject(claim)
            ? propertyProblems(
                claim,
                '/claim',
                { id: kinds.iri },
                { endorsementComment: kinds.anyText },
              )
            : [{ about: '/claim', expected: 'an object' }],
        )
      : [{ about: '/claim', expected: 'an object' }]),
    ...(isKnown ? [] : [{ about: '/verification/type', expected: 'hosted or signed' }]),
    ...(isDate ? [] : [{ about: '/issuedOn', expected: 'a date and time with a zone' }]),
  ]
}

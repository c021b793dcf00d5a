import { isObject, listOf, valueAt } from '../../json/value.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'

/**
 * Whether the badge says to whom it was awarded: an `id` or an `identifier`. Many real badges carry
 * a name only, so this is told apart from the data model.
 */
export function subjectIdentified(the: Case): readonly Finding[] {
  if (the.detected.kind !== 'badge' && the.detected.kind !== 'clr') return []
  const subjects = listOf(valueAt(the.document, 'credentialSubject')).filter(isObject)
  const isIdentified = subjects.some(
    subject =>
      typeof valueAt(subject, 'id') === 'string' ||
      listOf(valueAt(subject, 'identifier')).some(isObject),
  )
  const base = {
    id: 'subject.identified',
    about: '/credentialSubject',
    spec: 'OB 3.0 #verification step 1',
  }
  return [
    isIdentified
      ? { ...base, outcome: 'pass', message: 'It says to whom it was awarded.' }
      : {
          ...base,
          outcome: 'fail',
          code: 'SUBJECT_NOT_IDENTIFIED',
          message: 'It does not say to whom it was awarded.',
        },
  ]
}

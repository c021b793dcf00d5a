import { idOf, listOf, valueAt } from '../../json/value.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'

/**
 * Whether an endorsement speaks of the thing it is attached to.
 *
 * @param endorsedIds ids of what it may speak of; one is enough.
 */
export function endorses(the: Case, endorsedIds: readonly string[]): Finding {
  const base = {
    id: 'endorsement.subject',
    about: '/credentialSubject/id',
    spec: 'OB 3.0 #endorsement-verification',
  }
  // OB 2.0 #Endorsement says it in `claim`.
  const subjects = ['credentialSubject', 'claim'].flatMap(key =>
    listOf(valueAt(the.document, key)).map(subject => idOf(subject)),
  )
  const isAbout = subjects.some(id => id !== null && endorsedIds.includes(id))
  return isAbout && the.detected.kind === 'endorsement'
    ? { ...base, outcome: 'pass', message: 'It endorses what it is attached to.' }
    : {
        ...base,
        outcome: 'fail',
        code: 'ENDORSES_ANOTHER',
        facts: { attachedTo: (endorsedIds[0] ?? '').slice(0, 500), kind: the.detected.kind },
        message: 'It endorses something other than what it is attached to.',
      }
}

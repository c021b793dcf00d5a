import { idOf, listOf, valueAt } from '../../json/value.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'

/** Whether an endorsement inside a badge speaks of the thing it is attached to. */
export function endorses(the: Case, endorsedId: string | null): Finding {
  const base = {
    id: 'endorsement.subject',
    about: '/credentialSubject/id',
    spec: 'OB 3.0 #endorsement-verification',
  }
  const subjects = listOf(valueAt(the.document, 'credentialSubject')).map(subject => idOf(subject))
  const isAbout = endorsedId !== null && subjects.includes(endorsedId)
  return isAbout
    ? { ...base, outcome: 'pass', message: 'It endorses what it is attached to.' }
    : {
        ...base,
        outcome: 'fail',
        code: 'ENDORSES_ANOTHER',
        facts: { attachedTo: (endorsedId ?? '').slice(0, 500) },
        message: 'It endorses something other than what it is attached to.',
      }
}

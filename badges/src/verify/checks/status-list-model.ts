import { textOf, textsOf, valueAt } from '../../json/value.ts'
import { decodeStatusList, entriesMin } from '../../status/bitstring.ts'
import type { Case } from '../case.ts'
import type { Problem } from './problems.ts'

/** @returns where a status list credential breaks Bitstring Status List v1.0 section 2.2. */
export function statusListProblems(the: Case): readonly Problem[] {
  if (the.detected.kind !== 'status-list') return []
  const subject = valueAt(the.document, 'credentialSubject')
  const about = '/credentialSubject'
  const isBitstring = textsOf(valueAt(the.document, 'type')).includes(
    'BitstringStatusListCredential',
  )
  const encoded = textOf(valueAt(subject, 'encodedList')) ?? ''
  const list = decodeStatusList(encoded, isBitstring ? 'required' : 'optional')
  return [
    ...(textsOf(valueAt(subject, 'statusPurpose')).length > 0
      ? []
      : [{ about: `${about}/statusPurpose`, expected: 'a purpose' }]),
    ...(list.ok
      ? list.value.length * 8 >= entriesMin
        ? []
        : [{ about: `${about}/encodedList`, expected: `${entriesMin} entries or more` }]
      : [{ about: `${about}/encodedList`, expected: 'a GZIP bitstring in multibase base64url' }]),
  ]
}

import { textOf, valueAt, type JsonValue } from '../../json/value.ts'
import type { Finding } from '../report.ts'

/**
 * Whether a status list is the one that a badge names: what it calls itself, where it does, is the address it was
 * asked at, or the one that answered.
 *
 * @param spec the section of the standard that the kind of list comes from.
 */
export function listId(
  list: JsonValue | undefined,
  url: string,
  finalUrl: string,
  spec: string,
): Finding {
  const base = { id: 'statusList.id', about: url, spec }
  const id = textOf(valueAt(list, 'id'))
  return id === null || id === url || id === finalUrl
    ? { ...base, outcome: 'pass', message: 'The status list is the one the badge names.' }
    : {
        ...base,
        outcome: 'unknown',
        code: 'ID_DIFFERS',
        facts: { id: id.slice(0, 500) },
        message: 'The status list calls itself by another address.',
      }
}

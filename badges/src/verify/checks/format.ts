import type { Detected } from '../../detect/detected.ts'
import type { Finding } from '../report.ts'

const messages: Readonly<Record<string, string>> = {
  TOO_LARGE: 'This is larger than a badge may be.',
  TOO_DEEP: 'This is nested deeper than a badge may be.',
  DUPLICATE_KEY: 'The same name occurs twice in one object, so two readers could read two badges.',
  PROTOTYPE_KEY: 'It holds a name that is used to attack programs.',
  PARSING_ERROR: 'This cannot be read: it is damaged, or not what it looks like.',
  NOT_READ: 'The file could not be opened: it is not there, or may not be read.',
  TRUNCATED: 'The file ends too early.',
  DOCTYPE_REFUSED: 'The picture declares a document type, which a badge must not.',
  NO_BADGE_INSIDE: 'There is no badge inside this picture.',
  NOT_A_BADGE: 'This is not a badge.',
  NOT_RETRIEVED: 'This is only an address; what is there has not been fetched.',
  NOT_CHECKED_BY_THIS_VERSION: 'This form is not read by this version.',
}

/** Whether the input could be read and is something that can be verified (§14 `format`). */
export function format(detected: Detected): Finding {
  const base = { id: 'format', about: '', spec: 'OB 3.0 #verification step 1' }
  const { reason } = detected
  if (reason === null)
    return {
      ...base,
      outcome: 'pass',
      facts: { kind: detected.kind, form: detected.form },
      message: `${detected.name}.`,
    }
  const isUnread = reason.code === 'NOT_RETRIEVED' || reason.code === 'NOT_CHECKED_BY_THIS_VERSION'
  return {
    ...base,
    outcome: isUnread ? 'unknown' : 'fail',
    code: reason.code,
    facts: reason.facts,
    message: messages[reason.code] ?? 'This cannot be read.',
  }
}

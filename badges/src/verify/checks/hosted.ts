import { idOf, valueAt, type JsonObject } from '../../json/value.ts'
import type { Finding } from '../report.ts'

/**
 * An older badge is only vouched for by the copy on its issuer's site. This version does not compare
 * with that copy, so what it says is unknown.
 */
export function hosted(document: JsonObject): Finding {
  const url = idOf(valueAt(document, 'id')) ?? ''
  return {
    id: 'hosted.retrieved',
    outcome: 'unknown',
    about: url.slice(0, 500),
    code: 'NOT_CHECKED_BY_THIS_VERSION',
    facts: { suite: 'hosted' },
    message: 'The copy on the issuer’s site was not looked at by this version.',
    spec: 'OB 2.0 #HostedBadge',
  }
}

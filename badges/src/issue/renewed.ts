import { BadgeError } from '../badge-error.ts'
import { isObject, textOf, valueAt, type JsonObject } from '../json/value.ts'
import { epochMsOf } from '../verify/date-time.ts'
import { dateTimeOf } from './add-proof.ts'

/**
 * The next issue of a badge: the same `id` and issuer, a later `validFrom`, so that a reader who has both keeps this
 * one (OB 3.0 #equality). Its proof is left out: it is signed anew.
 *
 * @param dates epoch ms.
 * @throws BadgeError MALFORMED_VALUE_ERROR where the badge has no id, or the new one would not be newer.
 */
export function renewed(
  badge: JsonObject,
  dates: { readonly validFrom: number; readonly validUntil?: number },
): JsonObject {
  const { proof: _proof, validUntil: _validUntil, ...credential } = badge
  const before = epochMsOf(textOf(valueAt(badge, 'validFrom')) ?? '')
  const isSameBadge = typeof badge['id'] === 'string' && valueAt(badge, 'issuer') !== undefined
  if (!isSameBadge || before === null || dates.validFrom <= before)
    throw new BadgeError('MALFORMED_VALUE_ERROR', 'This is no newer issue of that badge.', {
      validFrom: textOf(valueAt(badge, 'validFrom')) ?? '',
    })
  if (!isObject(credential['credentialSubject']))
    throw new BadgeError('MALFORMED_VALUE_ERROR', 'The badge says nothing of anybody.', {})
  return {
    ...credential,
    validFrom: dateTimeOf(dates.validFrom),
    ...(dates.validUntil === undefined ? {} : { validUntil: dateTimeOf(dates.validUntil) }),
  }
}

import { idOf, listOf, valueAt } from '../../json/value.ts'
import type { Facts } from '../../refusal.ts'
import type { Finding } from '../report.ts'
import { namedKey, type SigningKey } from './signing-key.ts'
import type { OlderCase } from './older-case.ts'
import { webAddress } from './web-address.ts'

/**
 * Whether the key is the issuer's, both ways (OB 2.0 #SignedBadge): the issuer's own profile lists
 * the key, and the key names the issuer as its owner. In 1.x, which knows no such list, the key has
 * to live on the issuer's origin.
 */
export function keyIsTheIssuers(older: OlderCase, key: SigningKey | null): Finding {
  const { issuer, profile, dateForm } = older
  const base = {
    id: 'issuer.key',
    about: '/verification/creator',
    spec: 'OB 2.0 #SignedBadge; OB 2.0 #CryptographicKey',
    ...issuer.found?.known,
  }
  const facts = {
    issuer: (issuer.id ?? '').slice(0, 500),
    method: (key?.id ?? namedKey(older) ?? '').slice(0, 500),
  }
  if (profile === null)
    return {
      ...base,
      outcome: 'unknown',
      code: 'NOT_RETRIEVED',
      facts: { ...facts, url: (issuer.url ?? issuer.id ?? '').slice(0, 500) },
      message: 'The issuer’s own profile, which could vouch for the key, is not at hand.',
    }
  if (key === null)
    return {
      ...base,
      outcome: 'unknown',
      code: 'KEY_NOT_AVAILABLE',
      facts,
      message: 'The issuer’s profile names no key, and neither does the badge.',
    }
  const good: Finding = {
    ...base,
    outcome: 'pass',
    facts,
    message: 'The issuer’s profile names the key, and the key names the issuer.',
  }
  const stranger = (more: Facts, message: string): Finding => ({
    ...base,
    outcome: 'fail',
    code: 'CONTROLLER_MISMATCH',
    facts: { ...facts, ...more },
    message,
  })
  const listed = listOf(valueAt(profile, 'publicKey'))
  const isListed =
    key.isInProfile || (key.id !== null && listed.some(entry => idOf(entry) === key.id))
  if (!isListed && dateForm === '1.x' && isOnOrigin(key, issuer.url))
    return { ...good, message: 'The key lives on the issuer’s own site.' }
  if (!isListed) return stranger({}, 'The issuer’s profile does not name this key.')
  if (key.owner === issuer.id) return good
  if (key.owner !== null)
    return stranger(
      { controller: key.owner.slice(0, 500) },
      'The key says that it belongs to somebody else.',
    )
  if (key.isInProfile) return { ...good, message: 'The key stands in the issuer’s own profile.' }
  return {
    ...base,
    outcome: 'unknown',
    code: key.found === null ? 'KEY_NOT_AVAILABLE' : 'CONTROLLER_MISMATCH',
    facts: { ...facts, reason: 'the key at hand names no owner' },
    message: 'The issuer’s profile names the key; whether the key names the issuer is not known.',
  }
}

function isOnOrigin(key: SigningKey, issuerUrl: string | null): boolean {
  const issuer = webAddress(issuerUrl)
  return issuer !== null && webAddress(key.id)?.origin === issuer.origin
}

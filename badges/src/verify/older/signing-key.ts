import { isObject, listOf, textOf, valueAt, idOf, type JsonValue } from '../../json/value.ts'
import { keyOfJwk, keyOfPem, type JoseKey } from '../../jose/jose-key.ts'
import { keysTriedMax } from '../../limits.ts'
import { refused, type Result } from '../../refusal.ts'
import { documentAt, type DocumentAt } from './document-at.ts'
import { verificationOf, type OlderCase } from './older-case.ts'
import { webAddress } from './web-address.ts'

/** A key that a signed badge may have been signed with, and what it says of itself. */
export interface SigningKey {
  /** Its address; null for one that an issuer's profile holds without one. */
  readonly id: string | null
  readonly key: Result<JoseKey>
  /** Who it says it belongs to. */
  readonly owner: string | null
  /** Whether it stands in the issuer's own profile. */
  readonly isInProfile: boolean
  readonly found: DocumentAt | null
}

/**
 * Finds the keys to try (OB 2.0 #SignedBadge): the one that `verification.creator` names, else all
 * that the issuer's profile lists; for 1.x the one at `verify.url`. A key that the badge itself
 * carries is never used. One more than are tried says that there are more.
 */
export function signingKeys(older: OlderCase): readonly SigningKey[] {
  const named = namedKey(older)
  const listed = listOf(valueAt(older.profile ?? undefined, 'publicKey'))
  if (named === null)
    return listed.slice(0, keysTriedMax + 1).map(entry => signingKey(older, entry))
  const inProfile = listed.find(entry => isObject(entry) && idOf(entry) === named)
  return [signingKey(older, inProfile ?? named)]
}

/** @returns the id of the key that the badge says it was signed with. */
export function namedKey({ assertion, dateForm }: OlderCase): string | null {
  const verification = verificationOf(assertion)
  const creator = idOf(valueAt(verification, 'creator'))
  return creator ?? (dateForm === '1.x' ? textOf(valueAt(verification, 'url')) : null)
}

function signingKey(older: OlderCase, entry: JsonValue): SigningKey {
  const id = idOf(entry)
  const pem = valueAt(entry, 'publicKeyPem')
  const isInProfile = pem !== undefined || valueAt(entry, 'publicKeyJwk') !== undefined
  if (isInProfile)
    return { id, key: keyIn(entry), owner: idOf(valueAt(entry, 'owner')), isInProfile, found: null }
  const found = webAddress(id) === null ? null : documentAt(older.the, id ?? '')
  const key =
    found?.document !== null && found !== null
      ? keyIn(found.document)
      : found?.text
        ? keyOfPem(found.text)
        : refused('KEY_NOT_AVAILABLE', { url: (id ?? '').slice(0, 500) })
  const owner = idOf(valueAt(found?.document ?? undefined, 'owner'))
  return { id, key, owner, isInProfile, found }
}

function keyIn(entry: JsonValue): Result<JoseKey> {
  const pem = valueAt(entry, 'publicKeyPem')
  return typeof pem === 'string' ? keyOfPem(pem) : keyOfJwk(valueAt(entry, 'publicKeyJwk'))
}

import { BadgeError } from '../badge-error.ts'
import { idOf, isObject, listOf, textOf, valueAt, type JsonObject } from '../json/value.ts'

const context = 'https://w3id.org/openbadges/v2'

/** Where the three documents of an Open Badge 2.0 will stand, and what the older standard asks for besides. */
export interface OlderPlaces {
  /** Address of the Assertion; for a signed one any IRI. */
  readonly assertion: string
  readonly badge: string
  readonly issuer: string
  /** The issuer's page, and where it is written to. */
  readonly issuerUrl: string
  readonly issuerEmail: string
  /** Picture of the badge: an address or a data URI. The older standard has no badge without one. */
  readonly image: string
  /** Address of the issuer's CryptographicKey, for a signed badge; without it the badge is a hosted one. */
  readonly key?: string
}

/** An Open Badge 2.0: each document is served at its own `id`. */
export interface OlderBadge {
  readonly assertion: JsonObject
  readonly badge: JsonObject
  readonly issuer: JsonObject
}

/**
 * Says an Open Badges 3.0 achievement credential in the words of Open Badges 2.0, for backpacks that read nothing
 * newer. What 2.0 has no word for (results per criterion, several subjects, the proof) is left out: the 3.0 badge stays
 * the badge.
 *
 * @throws BadgeError MALFORMED_VALUE_ERROR for what is no achievement credential, or names no recipient.
 */
export function olderBadge(credential: JsonObject, places: OlderPlaces): OlderBadge {
  const subject = valueAt(credential, 'credentialSubject')
  const achievement = valueAt(subject, 'achievement')
  const issuer = valueAt(credential, 'issuer')
  const validFrom = textOf(valueAt(credential, 'validFrom'))
  if (!isObject(subject) || !isObject(achievement) || validFrom === null)
    throw new BadgeError('MALFORMED_VALUE_ERROR', 'This is no Open Badges 3.0 achievement.', {})
  const validUntil = textOf(valueAt(credential, 'validUntil'))
  const { key } = places
  return {
    assertion: {
      '@context': context,
      type: 'Assertion',
      id: places.assertion,
      recipient: recipientOf(subject),
      badge: places.badge,
      verification: key === undefined ? { type: 'hosted' } : { type: 'signed', creator: key },
      issuedOn: validFrom,
      ...(validUntil === null ? {} : { expires: validUntil }),
      ...evidenceOf(credential),
    },
    badge: {
      '@context': context,
      type: 'BadgeClass',
      id: places.badge,
      name: textOf(valueAt(achievement, 'name')) ?? '',
      description: textOf(valueAt(achievement, 'description')) ?? '',
      image: places.image,
      criteria: criteriaOf(achievement),
      issuer: places.issuer,
      ...alignmentOf(achievement),
      ...tagsOf(achievement),
    },
    issuer: {
      '@context': context,
      type: 'Issuer',
      id: places.issuer,
      name: textOf(valueAt(issuer, 'name')) ?? places.issuerUrl,
      url: places.issuerUrl,
      email: places.issuerEmail,
      ...(key === undefined ? {} : { publicKey: key }),
    },
  }
}

/** @returns the CryptographicKey document to serve at `places.key` (OB 2.0 #CryptographicKey). */
export function olderKey(places: OlderPlaces, publicKeyPem: string): JsonObject {
  return {
    '@context': context,
    type: 'CryptographicKey',
    id: places.key ?? '',
    owner: places.issuer,
    publicKeyPem,
  }
}

/** A hashed address stays hashed, as both standards hash alike; an id becomes an identity of that name. */
function recipientOf(subject: JsonObject): JsonObject {
  const [identity] = listOf(valueAt(subject, 'identifier'))
  const hash = textOf(valueAt(identity, 'identityHash'))
  const isEmail = valueAt(identity, 'identityType') === 'emailAddress'
  const id = idOf(subject)
  if (hash !== null && isEmail) {
    const salt = textOf(valueAt(identity, 'salt'))
    const hashed = valueAt(identity, 'hashed') === true
    return { type: 'email', identity: hash, hashed, ...(salt === null ? {} : { salt }) }
  }
  if (id === null)
    throw new BadgeError('MALFORMED_VALUE_ERROR', 'The badge names nobody that 2.0 could name.', {})
  return { type: /^https?:/.test(id) ? 'url' : 'id', identity: id, hashed: false }
}

function criteriaOf(achievement: JsonObject): JsonObject {
  const criteria = valueAt(achievement, 'criteria')
  const id = textOf(valueAt(criteria, 'id'))
  const narrative = textOf(valueAt(criteria, 'narrative'))
  return { ...(id === null ? {} : { id }), ...(narrative === null ? {} : { narrative }) }
}

const alignmentWords = [
  'targetName',
  'targetUrl',
  'targetDescription',
  'targetFramework',
  'targetCode',
] as const

function alignmentOf(achievement: JsonObject): JsonObject {
  const alignments = listOf(valueAt(achievement, 'alignment') ?? []).filter(isObject)
  if (alignments.length === 0) return {}
  return {
    alignment: alignments.map(alignment =>
      Object.fromEntries(
        alignmentWords.flatMap(word => {
          const text = textOf(valueAt(alignment, word))
          return text === null ? [] : [[word, text]]
        }),
      ),
    ),
  }
}

function tagsOf(achievement: JsonObject): JsonObject {
  const tags = listOf(valueAt(achievement, 'tag') ?? []).flatMap(tag => textOf(tag) ?? [])
  return tags.length === 0 ? {} : { tags }
}

function evidenceOf(credential: JsonObject): JsonObject {
  const evidence = listOf(valueAt(credential, 'evidence') ?? []).flatMap(entry => {
    const name = textOf(valueAt(entry, 'name'))
    const narrative = textOf(valueAt(entry, 'narrative')) ?? textOf(valueAt(entry, 'description'))
    if (name === null && narrative === null) return []
    return [
      {
        ...(name === null ? {} : { name }),
        ...(narrative === null ? {} : { narrative }),
      },
    ]
  })
  return evidence.length === 0 ? {} : { evidence }
}

import fc from 'fast-check'
import { credentialsV1, credentialsV2, openBadges303 } from '../src/json-ld/contexts.ts'
import { endorsementCredential } from '../src/issue/issue.ts'
import type { JsonObject } from '../src/json/value.ts'
import { anUnsignedBadge, at, created } from './a-badge.ts'

const day = 86_400_000
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })

/**
 * Unsigned credentials of an issuer: badges with more or less in them, of both data models, endorsements
 * and learner records. Some have expired, some are not valid yet.
 */
export function anyCredential(issuer: string): fc.Arbitrary<JsonObject> {
  return fc.oneof(
    { weight: 4, arbitrary: anyBadge(issuer) },
    { weight: 2, arbitrary: anyBadge(issuer).map(asVersion11) },
    { weight: 1, arbitrary: anyEndorsement(issuer) },
    { weight: 1, arbitrary: anyBadge(issuer).map(inRecord) },
  )
}

function anyBadge(issuer: string): fc.Arbitrary<JsonObject> {
  const parts = fc.record({
    name: text,
    narrative: text,
    from: fc.constantFrom(created - day, created, created, at + 2 * day),
    until: fc.constantFrom(null, null, at - day, at - 60_000, at + day, at + 900 * day),
    tag: fc.array(text, { maxLength: 3 }),
    hasId: fc.boolean(),
    hasMore: fc.boolean(),
  })
  return parts.map(({ name, narrative, from, until, tag, hasId, hasMore }) => {
    const { validUntil: _, ...open } = anUnsignedBadge({
      issuer: { id: issuer, name },
      validFrom: from,
      recipient: hasId ? { id: 'did:example:maria' } : { email: 'a@b.example', salt: name },
      status: [],
      ...(hasMore ? {} : { results: [], evidence: [] }),
      achievement: {
        id: 'https://district.example/a/1',
        achievementType: 'Badge',
        name,
        description: narrative,
        criteria: { narrative },
        ...(tag.length === 0 ? {} : { tag }),
      },
    })
    const hasEnd = until !== null && until > from
    return hasEnd ? { ...open, validUntil: new Date(until).toISOString() } : open
  })
}

function anyEndorsement(issuer: string): fc.Arbitrary<JsonObject> {
  return fc.record({ name: text, comment: text }).map(({ name, comment }) =>
    endorsementCredential({
      id: 'urn:uuid:2b6c1f0e-7f0f-4a53-9f0c-0a4f3f5f9f02',
      name,
      issuer: { id: issuer, name },
      endorsed: 'https://district.example/a/1',
      comment,
      validFrom: created,
    }),
  )
}

/** The same of VC data model 1.1, whose dates have other names. */
export function asVersion11({
  validFrom = '',
  validUntil,
  awardedDate,
  ...rest
}: JsonObject): JsonObject {
  return {
    ...rest,
    '@context': [credentialsV1, openBadges303, 'https://w3id.org/security/data-integrity/v2'],
    issuanceDate: validFrom,
    ...(awardedDate === undefined ? {} : { awardedDate }),
    ...(validUntil === undefined ? {} : { expirationDate: validUntil }),
  }
}

/** A learner record with the badge, unsigned, in it: the record's own signature is what is compared. */
function inRecord({ validUntil, ...badge }: JsonObject): JsonObject {
  const { issuer = '', validFrom = '', name = '' } = badge
  return {
    '@context': [
      credentialsV2,
      'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
      openBadges303,
    ],
    id: 'urn:uuid:3c7d2a1f-7f0f-4a53-9f0c-0a4f3f5f9f03',
    type: ['VerifiableCredential', 'ClrCredential'],
    ...{ issuer, validFrom, name },
    ...(validUntil === undefined ? {} : { validUntil }),
    credentialSubject: {
      type: ['ClrSubject'],
      id: 'did:example:maria',
      verifiableCredential: [badge],
    },
  }
}

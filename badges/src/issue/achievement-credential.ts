import { credentialsV2, openBadges303 } from '../json-ld/contexts.ts'
import type { JsonObject } from '../json/value.ts'
import { dateTimeOf } from './add-proof.ts'
import { manifestEvidence, type ManifestEvidence } from './manifest-evidence.ts'
import { hashedEmail } from './recipient.ts'
import { result, resultDescription, type CriterionResult } from './rubric-result.ts'

/** A competency, skill or standard that the achievement is tied to (OB 3.0, "Alignment"). */
export interface Alignment {
  readonly targetName: string
  readonly targetUrl: string
  readonly targetCode?: string
  readonly targetDescription?: string
  readonly targetFramework?: string
  /** `CFItem`, `CFRubricCriterionLevel`, `ceasn:Competency`, … */
  readonly targetType?: string
}

/** Where the status of this badge will be looked up. */
export interface StatusEntry {
  /** URL of the signed status list credential. */
  readonly listUrl: string
  /** Index in the list: random and unused. */
  readonly index: number
  readonly purpose: 'revocation' | 'suspension'
}

/** Everything an Open Badges 3.0 achievement credential of ours says. */
export interface AchievementCredential {
  /** `urn:uuid:…` or a stable URL. */
  readonly id: string
  /** Name of the credential; usually that of the achievement. */
  readonly name: string
  readonly issuer: { readonly id: string; readonly name: string; readonly url?: string }
  /** Epoch ms. */
  readonly validFrom: number
  readonly validUntil?: number
  /** When it was awarded, for show; epoch ms. */
  readonly awardedDate?: number
  /** Who earned it: an id where there is one, else an e-mail address that is hashed. */
  readonly recipient:
    | { readonly id: string; readonly name?: string }
    | { readonly email: string; readonly salt: string; readonly name?: string }
  readonly achievement: {
    readonly id: string
    readonly achievementType?: string
    readonly name: string
    readonly description: string
    readonly criteria: { readonly id?: string; readonly narrative: string }
    readonly alignment?: readonly Alignment[]
    /** URL or data URI of a picture. */
    readonly image?: string
    readonly tag?: readonly string[]
    readonly version?: string
    readonly inLanguage?: string
    /** What others said of it, each signed by itself: see `endorsementCredential`. */
    readonly endorsement?: readonly JsonObject[]
  }
  /** One per criterion of the rubric. */
  readonly results?: readonly CriterionResult[]
  readonly evidence?: readonly ManifestEvidence[]
  /** One entry keeps to the JSON schema of Open Badges; several keep to the VC data model only. */
  readonly status?: readonly StatusEntry[]
}

/**
 * Builds an AchievementCredential (OB 3.0 with context 3.0.3, VC data model 2.0) ready to be signed:
 * arrays wherever the plain JSON form asks for them, nothing empty, nothing null.
 */
export function achievementCredential(badge: AchievementCredential): JsonObject {
  const results = badge.results ?? []
  return {
    '@context': [credentialsV2, openBadges303],
    id: badge.id,
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: badge.name,
    issuer: {
      id: badge.issuer.id,
      type: ['Profile'],
      name: badge.issuer.name,
      ...(badge.issuer.url === undefined ? {} : { url: badge.issuer.url }),
    },
    validFrom: dateTimeOf(badge.validFrom),
    ...(badge.validUntil === undefined ? {} : { validUntil: dateTimeOf(badge.validUntil) }),
    ...(badge.awardedDate === undefined ? {} : { awardedDate: dateTimeOf(badge.awardedDate) }),
    credentialSubject: {
      ...recipientOf(badge.recipient),
      type: ['AchievementSubject'],
      achievement: achievementOf(badge.achievement, results),
      ...(results.length === 0 ? {} : { result: results.map(result) }),
    },
    ...optionalList('evidence', (badge.evidence ?? []).map(manifestEvidence)),
    ...statusOf(badge.status ?? []),
  }
}

function recipientOf(recipient: AchievementCredential['recipient']): JsonObject {
  const name = recipient.name === undefined ? {} : { name: recipient.name }
  if ('id' in recipient) return { id: recipient.id, ...name }
  return { identifier: [hashedEmail(recipient.email, recipient.salt)], ...name }
}

function achievementOf(
  achievement: AchievementCredential['achievement'],
  results: readonly CriterionResult[],
): JsonObject {
  const { id, achievementType, name, description, criteria, version, inLanguage } = achievement
  return {
    id,
    type: ['Achievement'],
    ...(achievementType === undefined ? {} : { achievementType }),
    name,
    description,
    criteria: {
      ...(criteria.id === undefined ? {} : { id: criteria.id }),
      narrative: criteria.narrative,
    },
    ...(achievement.image === undefined ? {} : { image: { id: achievement.image, type: 'Image' } }),
    ...optionalList('alignment', (achievement.alignment ?? []).map(alignmentOf)),
    ...optionalList('resultDescription', results.map(resultDescription)),
    ...optionalList('tag', achievement.tag ?? []),
    ...(version === undefined ? {} : { version }),
    ...(inLanguage === undefined ? {} : { inLanguage }),
    ...optionalList('endorsement', achievement.endorsement ?? []),
  }
}

function alignmentOf(alignment: Alignment): JsonObject {
  const { targetCode, targetDescription, targetFramework, targetType } = alignment
  return {
    type: ['Alignment'],
    targetName: alignment.targetName,
    targetUrl: alignment.targetUrl,
    ...(targetCode === undefined ? {} : { targetCode }),
    ...(targetDescription === undefined ? {} : { targetDescription }),
    ...(targetFramework === undefined ? {} : { targetFramework }),
    ...(targetType === undefined ? {} : { targetType }),
  }
}

/** Open Badges 3.0 knows one status, as an object; the VC data model allows a list of several. */
export function statusOf(entries: readonly StatusEntry[]): JsonObject {
  const [only, ...more] = entries.map(statusEntry)
  if (only === undefined) return {}
  return { credentialStatus: more.length === 0 ? only : [only, ...more] }
}

function statusEntry(status: StatusEntry): JsonObject {
  return {
    id: `${status.listUrl}#${status.index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: status.purpose,
    statusListIndex: String(status.index),
    statusListCredential: status.listUrl,
  }
}

/** Empty arrays are not allowed in the plain JSON form (OB 3.0 #serialization). */
function optionalList(key: string, items: readonly (JsonObject | string)[]): JsonObject {
  return items.length === 0 ? {} : { [key]: items }
}

import { achievementCredential } from 'open-badges-validator-core/issue'
import type { Alignment, CriterionResult, JsonObject } from 'open-badges-validator-core/issue'
import type { Badge } from '../../core/badge/record.ts'
import type { Attempt } from '../../core/claim/record.ts'
import { caseIdentifierOf } from '../../core/competency/case-identifier.ts'
import type { Competency, Framework } from '../../core/competency/record.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import type { Criterion, MicroCredential } from '../../core/micro-credential/record.ts'
import { achievementIdOf } from '../../core/micro-credential/achievement-id.ts'
import { uuidOf } from '../../core/kit/uuid-of.ts'
import type { Purpose } from './placed.ts'

/** Everything that goes into a badge. */
export interface ForBadge {
  readonly badge: Rec<Badge>
  readonly micro: Rec<MicroCredential>
  readonly attempts: readonly Attempt[]
  readonly competencies: readonly Rec<Competency>[]
  readonly frameworks: readonly Rec<Framework>[]
  readonly issuer: { readonly id: string; readonly name: string; readonly url: string | undefined }
  /** Who earned it: a name that stands for one person in all their badges, and what they are called. */
  readonly recipient: { readonly id: string; readonly name: string }
  /** The address of the badge, where it has one that lasts. */
  readonly url: string | undefined
  /** The lists that tell whether it was revoked or suspended, and its place in each. */
  readonly lists: readonly { readonly purpose: Purpose; readonly url: string }[]
  readonly index: number
  /** What others have said of the micro-credential, each with their own proof. */
  readonly endorsements: readonly JsonObject[]
  /** Epoch ms. */
  readonly signedAt: number
}

/** The name of a badge where it has no address that lasts. */
export const badgeUrnOf = (badge: string): string => `urn:uuid:${uuidOf(`badge ${badge}`)}`

/** The credential of a badge, ready to be signed, and the end of its validity (epoch ms). */
export function credentialOf(the: ForBadge): {
  readonly credential: JsonObject
  readonly validUntil: number | undefined
} {
  const { badge, issuer } = the
  const micro = the.micro.body
  // One that replaces another ends when that would have: nothing new was shown.
  const validUntil =
    badge.body.replaces === undefined ? endOf(micro, the.signedAt) : badge.body.validUntil
  const awarded = the.attempts.find(attempt => attempt.n === badge.body.attempt)?.outcome?.decidedAt
  const credential = achievementCredential({
    id: the.url ?? badgeUrnOf(badge.id),
    name: micro.title,
    issuer: {
      id: issuer.id,
      name: issuer.name,
      ...(issuer.url === undefined ? {} : { url: issuer.url }),
    },
    validFrom: the.signedAt,
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(awarded === undefined ? {} : { awardedDate: awarded }),
    recipient: the.recipient,
    achievement: {
      id: achievementIdOf(the.micro.id),
      endorsement: the.endorsements,
      achievementType: 'MicroCredential',
      name: micro.title,
      description: micro.competency,
      criteria: { narrative: narrativeOf(micro) },
      alignment: alignmentsOf(the),
      version: String(micro.version),
      inLanguage: micro.language,
    },
    results: micro.parts.flatMap(part =>
      part.criteria.flatMap(criterion => resultOf(the, criterion)),
    ),
    evidence: [{ sha256: Buffer.from(badge.body.manifestSha256, 'hex'), name: micro.title }],
    status: the.lists.map(({ purpose, url }) => ({ listUrl: url, index: the.index, purpose })),
  })
  return { credential, validUntil }
}

/** The same day and hour so many months on; the last day of a shorter month. */
function endOf(micro: MicroCredential, from: number): number | undefined {
  const { months } = micro.validity
  if (months === null) return undefined
  const start = new Date(from)
  const end = new Date(from)
  end.setUTCMonth(start.getUTCMonth() + months)
  if (end.getUTCDate() !== start.getUTCDate()) end.setUTCDate(0)
  return end.getTime()
}

/** What had to be shown, in the micro-credential's own words: each criterion with the level that meets it. */
function narrativeOf({ keyMethod, parts }: MicroCredential): string {
  const lists = parts.map(part => {
    const lines = part.criteria.map(({ text, levels, passRank }) => {
      const needed = levels.find(level => level.rank === passRank)
      return needed === undefined ? `- ${text}` : `- ${text} (${needed.name})`
    })
    return [`**${part.title}**`, ...lines].join('\n')
  })
  return [keyMethod, ...lists].join('\n\n')
}

function alignmentsOf({ micro, competencies, frameworks }: ForBadge): Alignment[] {
  return micro.body.alignments.map(alignment => {
    const found = competencies.find(rec => rec.id === alignment.competency)
    const competency = found?.body
    const framework = frameworks.find(rec => rec.id === alignment.framework)?.body
    return {
      targetName: competency?.title ?? competency?.statement ?? alignment.code,
      targetUrl: `urn:uuid:${found === undefined ? alignment.competency : caseIdentifierOf(found)}`,
      targetCode: alignment.code,
      ...(competency === undefined ? {} : { targetDescription: competency.statement }),
      ...(framework === undefined ? {} : { targetFramework: framework.title }),
      targetType: 'CFItem',
    }
  })
}

/** What was found at a criterion, in the latest attempt that judged it. */
function resultOf({ micro, attempts, badge }: ForBadge, criterion: Criterion): CriterionResult[] {
  const found = attempts
    .filter(attempt => attempt.n <= badge.body.attempt)
    .findLast(attempt => attempt.outcome?.criteria[criterion.id] !== undefined)?.outcome?.criteria[
    criterion.id
  ]
  if (found === undefined) return []
  const idOf = (rank: number) => `urn:uuid:${uuidOf(`${micro.id}/${criterion.id}/${rank}`)}`
  const levels = criterion.levels.toSorted((a, b) => a.rank - b.rank)
  const isLevel = (rank: number) => levels.some(level => level.rank === rank)
  if (!isLevel(found.rank)) return []
  return [
    {
      id: `urn:uuid:${uuidOf(`${micro.id}/${criterion.id}`)}`,
      name: criterion.text,
      levels: levels.map((level, at) => ({
        id: idOf(level.rank),
        name: level.name,
        description: level.descriptor,
        level: `${at + 1}/${levels.length}`,
        points: String(level.rank),
      })),
      ...(isLevel(criterion.passRank) ? { requiredLevelId: idOf(criterion.passRank) } : {}),
      achievedLevelId: idOf(found.rank),
    },
  ]
}

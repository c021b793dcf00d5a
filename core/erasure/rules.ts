import type { Badge } from '../badge/record.ts'
import { BadgeRecord } from '../badge/record.ts'
import { ClaimRecord, DraftRecord } from '../claim/record.ts'
import { CompetencyRecord, FrameworkRecord } from '../competency/record.ts'
import { EndorsementRecord } from '../endorsement/record.ts'
import { EvidenceRecord } from '../evidence/record.ts'
import type { JointAct } from '../joint-act/record.ts'
import { JointActRecord } from '../joint-act/record.ts'
import type { RecordType } from '../kit/record-type.ts'
import { PasswordSetRecord } from '../person/password-set.ts'
import { PersonRecord } from '../person/record.ts'
import type { Goal } from '../plan/record.ts'
import { ActivityRecord, CheckInRecord, GoalRecord } from '../plan/record.ts'
import type { Review } from '../review/record.ts'
import { ReviewRecord } from '../review/record.ts'
import { HoldRecord } from '../person/hold.ts'

/** What becomes of the records of one kind when a person's record is erased. */
export interface ErasureRule<B> {
  readonly type: RecordType<B>
  /** Whether a record is of the person, as far as it says so itself. */
  isOf(id: string, body: B, person: string): boolean
  /**
   * All that stays of it, field by field, so that a field which is added later goes; `undefined`: nothing stays. Said
   * again of what stayed, it is the same.
   */
  rest(body: B): B | undefined
}

const ofOwner = (_id: string, body: { owner: string }, person: string) => body.owner === person
const ofId = (id: string, _body: unknown, person: string) => id === person

/**
 * A goal that everybody was shown is the district's: its title and what serves it stay, not what its author wrote beside
 * it. All else of a plan goes.
 */
const goalRule: ErasureRule<Goal> = {
  type: GoalRecord,
  isOf: ofOwner,
  rest: ({ owner, layer, title, competencies, serves, due, state, published, addedAt }) =>
    published === true
      ? {
          ...{ owner, layer, title, why: '', competencies, serves, state, published, addedAt },
          ...(due === undefined ? {} : { due }),
        }
      : undefined,
}

/**
 * A finished reading is also its reader's work: how it judged stays, for agreement and pace, not a word of it, no place in
 * the evidence, and no signature, by which its words could be guessed.
 */
const reviewRule: ErasureRule<Review> = {
  type: ReviewRecord,
  isOf: ofOwner,
  rest(body) {
    if (body.state !== 'finalised') return undefined
    const { claim, owner, title, attempt, round, blind, rubricVersion, manifestSha256 } = body
    const { reader, state, criteria, levels, activeMs, units, takenAt, finishedAt, decision } = body
    return {
      ...{ claim, owner, title, attempt, round, blind, rubricVersion, manifestSha256 },
      ...{ reader, state, criteria, levels, comments: {}, anchors: {}, activeMs, takenAt },
      ...(units === undefined ? {} : { units }),
      ...(finishedAt === undefined ? {} : { finishedAt }),
      ...(decision === undefined ? {} : { decision }),
    }
  },
}

/**
 * A badge that was signed keeps its place in the status lists and how it stands there, so that whoever was given it can
 * go on checking it. The credential itself, which names its holder, goes, and so do the office's words.
 */
const badgeRule: ErasureRule<Badge> = {
  type: BadgeRecord,
  isOf: ofOwner,
  rest(body) {
    if (body.statusIndex === undefined) return undefined
    const { claim, owner, microCredential, title, attempt, manifestSha256, state } = body
    const { units, approvedBy, approvedAt, statusIndex, signedAt, validUntil } = body
    const { revokedBy, revokedWith, revokedAt, canBeSuspended, suspension, supersededAt } = body
    const { replacedBy, replaces } = body
    return {
      ...{ claim, owner, microCredential, title, attempt, manifestSha256, state, statusIndex },
      ...{ approvedBy, approvedAt },
      ...(units && { units }),
      ...(signedAt !== undefined && { signedAt }),
      ...(validUntil !== undefined && { validUntil }),
      ...(revokedBy !== undefined && { revokedBy }),
      ...(revokedWith !== undefined && { revokedWith }),
      ...(revokedAt !== undefined && { revokedAt }),
      ...(canBeSuspended !== undefined && { canBeSuspended }),
      ...(suspension && { suspension: { by: suspension.by, at: suspension.at, reason: '' } }),
      ...(replacedBy !== undefined && { replacedBy }),
      ...(replaces !== undefined && { replaces }),
      ...(supersededAt !== undefined && { supersededAt }),
    }
  },
}

/** An act of two officers about one of the person's badges: what it did stays, why it did goes. */
const actRule: ErasureRule<JointAct> = {
  type: JointActRecord,
  // Which badges are whose, it does not say: who looks for them knows.
  isOf: () => true,
  rest: ({ what, badges, plan, state, proposedBy, proposedAt, decidedBy, decidedAt, came }) => ({
    ...{ what, badges, plan, reason: '', state, proposedBy, proposedAt },
    ...(decidedBy !== undefined && { decidedBy }),
    ...(decidedAt !== undefined && { decidedAt }),
    ...(came && { came }),
  }),
}

const removed = <B>(type: RecordType<B>, isOf: ErasureRule<B>['isOf']): ErasureRule<B> => ({
  type,
  isOf,
  rest: () => undefined,
})

const ofImporter = (_id: string, body: { importedBy?: string | undefined }, person: string) =>
  body.importedBy === person

/**
 * What becomes of each kind of record that may be about a person, in the order in which it is done. The directory first:
 * who stands in it no longer adds nothing more. What others are found by goes last, so that an erasing which was cut off
 * finds all that is left.
 */
export const erasureRules: readonly ErasureRule<unknown>[] = [
  removed(PersonRecord, ofId),
  removed(PasswordSetRecord, ofId),
  removed(CheckInRecord, ofOwner),
  removed(ActivityRecord, ofOwner),
  goalRule,
  removed(EvidenceRecord, ofOwner),
  // What the district published for all names nobody as its importer.
  removed(CompetencyRecord, ofImporter),
  removed(FrameworkRecord, ofImporter),
  reviewRule,
  removed(DraftRecord, ofOwner),
  actRule,
  // What is said of a micro-credential is nobody's.
  removed(EndorsementRecord, (_id, { owner }, person) => owner === person),
  badgeRule,
  removed(ClaimRecord, ofOwner),
  removed(HoldRecord, ofId),
]

/** The rule of a kind; `undefined`: all of its records stay (`keptWhole`). */
export const ruleOf = (kind: string): ErasureRule<unknown> | undefined =>
  erasureRules.find(rule => rule.type.kind === kind)

/**
 * Kinds of record that hold nothing of a person but ids, which name nobody once the directory does not; and why. Each kind
 * stands here or above: a test refuses one that does neither.
 */
export const keptWhole: Readonly<Record<string, string>> = {
  unit: 'a place',
  'device-key': 'a public key under a random name: what was signed for others can still be checked',
  district: 'the district itself',
  'micro-credential': 'published for all',
  issuer: 'an organisation',
  'status-list': 'places without names',
  'trust-bundle': 'keys and lists',
  cause: 'a decision about badges of another issuer',
  'given-endorsement':
    'the district’s own word about others, in public: ids of who gave it and took it back',
  'revoking-pace': 'ids and times',
  'key-change': 'about keys of the district: ids, times and why',
  'in-charge': 'ids of those who hold an office, or lately took one from somebody, and when',
  'role-request': 'ids, roles and times',
  erasure: 'says that it was done: ids and times',
}

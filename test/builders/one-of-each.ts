import { causeName, CauseDecisionRecord } from '../../core/badge/cause.ts'
import { BadgeRecord, type Badge } from '../../core/badge/record.ts'
import { RevokingPaceRecord, revokingPaceId } from '../../core/badge/revoking-pace.ts'
import { TrustBundleRecord, trustBundleId } from '../../core/badge/trust-bundle.ts'
import { IssuerRecord, StatusListRecord } from '../../core/badge/trust.ts'
import { ClaimRecord, DraftRecord, type Claim } from '../../core/claim/record.ts'
import {
  CompetencyRecord,
  FrameworkRecord,
  type Competency,
  type Framework,
} from '../../core/competency/record.ts'
import { GivenEndorsementRecord } from '../../core/endorsement/given.ts'
import { EndorsementRecord, type Endorsement } from '../../core/endorsement/record.ts'
import { HoldRecord } from '../../core/person/hold.ts'
import { ErasureRecord } from '../../core/erasure/record.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { AnyRecordType, Rec, RecordType } from '../../core/kit/record-type.ts'
import { KeyChangeRecord } from '../../core/joint-act/key-change.ts'
import { JointActRecord } from '../../core/joint-act/record.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { DeviceKeyRecord } from '../../core/person/device-key.ts'
import { DistrictRecord, districtId } from '../../core/person/district.ts'
import { InChargeRecord, inChargeId } from '../../core/person/in-charge.ts'
import { PasswordSetRecord } from '../../core/person/password-set.ts'
import { PersonRecord } from '../../core/person/record.ts'
import { RoleRequestRecord } from '../../core/person/role-request.ts'
import { UnitRecord } from '../../core/person/unit.ts'
import { ActivityRecord, CheckInRecord, GoalRecord, type Goal } from '../../core/plan/record.ts'
import { ReviewRecord, type Review } from '../../core/review/record.ts'
import { aBadge } from './badge.ts'
import { aClaim, anAttempt, anEvidence, anOutcome, aReadyDraft } from './claim.ts'
import { tuesday } from './context.ts'
import { given } from './given-endorsement.ts'
import { aMicroCredential } from './micro-credential.ts'
import { aRec } from './rec.ts'
import { aReview } from './review.ts'
import { aDeviceKey, signedAttempt } from './signed.ts'

/** Where Maya works: a team of Linden Elementary. Mill Creek is another school. */
export const placed = { units: ['grade-4', 'linden'] }

/** A record of some state, as a line of the policy names it. */
export interface OneOf {
  readonly what: string
  readonly type: AnyRecordType
  readonly rec: Rec<object>
}

const oneOf = <B extends object>(
  what: string,
  type: RecordType<B>,
  id: string,
  body: B,
): OneOf => ({
  what,
  type,
  rec: aRec(type, id, body),
})

const goal: Goal = {
  ...{ owner: 'maya', layer: 'personal', title: 'Wait longer', why: 'They think.' },
  ...{ competencies: {}, serves: {}, state: 'open', addedAt: 1 },
}
const attempt = signedAttempt('c', aClaim(), anAttempt())
const decided = (met: boolean) => ({ ...attempt, outcome: anOutcome({ c1: met }) })
const mask = { anchor: { place: 'answer:context' }, by: 'jonah', at: 1 }

const aFramework = (more: Partial<Framework> = {}): Framework => ({
  ...{ title: 'Teaching', creator: 'State', source: 'file', uri: 'https://state.example/f' },
  ...{ itemsCount: 1, levels: [] },
  ...more,
})
const aCompetency = (framework: string, more: Partial<Competency> = {}): Competency => ({
  ...{ framework, code: 'T.1', statement: 'Asks.', kind: 'Standard', position: 0, levels: [] },
  ...more,
})
const placedBadge = (more: Partial<Badge> = {}): Badge =>
  aBadge({ credential: '{}', statusIndex: 4, canBeSuspended: true, ...placed, ...more })

const claimIn = (what: string, id: string, more: Partial<Claim>): OneOf =>
  oneOf(`claim ${what}`, ClaimRecord, id, aClaim({ code: id, ...placed, ...more }))
const reviewIn = (what: string, id: string, more: Partial<Review>): OneOf =>
  oneOf(`review ${what}`, ReviewRecord, id, aReview({ claim: id, ...placed, ...more }))

const endorsement: Endorsement = {
  ...{ about: 'micro-credential', subject: 'mc', text: '{}', state: 'offered' },
  ...{ offeredBy: 'iris', offeredAt: 1 },
}
const accepted: Pick<Endorsement, 'state' | 'verdict' | 'said'> = {
  state: 'accepted',
  verdict: { overall: 'verified', at: 2 },
  said: {
    ...{ id: 'urn:uuid:e', comment: 'We recognise it.' },
    issuer: { id: 'did:web:uni.example', name: 'University', host: 'uni.example' },
  },
}

const cause = { standing: 'unknown', mark: 'trust', code: 'ISSUER', issuer: 'did:web:x' } as const

/** Every kind of record in every state that changes who reads it: Maya's, with Jonah as reader. */
export const oneOfEach: readonly OneOf[] = [
  oneOf('person', PersonRecord, 'maya', {
    ...{ name: 'Maya Okafor', place: 'Grade 4', roles: ['educator'], units: ['grade-4'] },
  }),
  oneOf('school', UnitRecord, 'linden', { kind: 'school', name: 'Linden Elementary' }),
  oneOf('school of others', UnitRecord, 'mill-creek', { kind: 'school', name: 'Mill Creek' }),
  oneOf('team', UnitRecord, 'grade-4', { kind: 'team', name: 'Grade 4', school: 'linden' }),
  oneOf('device-key', DeviceKeyRecord, 'laptop', aDeviceKey('laptop', 'maya').body),
  oneOf('district', DistrictRecord, districtId, {
    ...{ name: 'Alder Valley', timeZone: 'America/Chicago', holidays: [] },
  }),
  oneOf('framework of the district', FrameworkRecord, 'f', aFramework()),
  oneOf('framework of one’s own', FrameworkRecord, 'f-own', aFramework({ importedBy: 'maya' })),
  oneOf('competency of the district', CompetencyRecord, 'k', aCompetency('f')),
  oneOf('competency of one’s own', CompetencyRecord, 'k-own', {
    ...aCompetency('f-own', { importedBy: 'maya' }),
  }),
  oneOf('micro-credential', MicroCredentialRecord, 'mc', aMicroCredential()),
  oneOf('goal', GoalRecord, 'g', goal),
  oneOf('goal published', GoalRecord, 'g-shown', { ...goal, published: true }),
  oneOf('activity', ActivityRecord, 'a', { owner: 'maya', goal: 'g', title: 'Ask', addedAt: 1 }),
  oneOf('activity of a goal published', ActivityRecord, 'a-shown', {
    ...{ owner: 'maya', goal: 'g-shown', title: 'Ask', addedAt: 1 },
  }),
  oneOf('check-in', CheckInRecord, 'ch', {
    ...{ owner: 'maya', goal: 'g', on: '2026-11-20', tried: 'x', saw: 'y', next: 'z', addedAt: 1 },
  }),
  oneOf('evidence', EvidenceRecord, 'e', anEvidence()),
  oneOf('draft', DraftRecord, 'c', aReadyDraft()),
  claimIn('draft', 'c', {}),
  claimIn('submitted', 'c-submitted', { state: 'submitted', attempts: [attempt] }),
  claimIn('incomplete', 'c-incomplete', { state: 'incomplete', attempts: [attempt] }),
  claimIn('free', 'c-free', { state: 'in_review', attempts: [attempt] }),
  claimIn('taken', 'c-taken', {
    ...{ state: 'in_review', attempts: [attempt], readers: ['jonah'], masks: { m: mask } },
  }),
  claimIn('not yet', 'c-not-yet', {
    ...{ state: 'not_yet', attempts: [decided(false)], readers: ['jonah'] },
  }),
  claimIn('earned', 'c-earned', {
    ...{ state: 'earned', attempts: [decided(true)], readers: ['jonah'], masks: { m: mask } },
  }),
  claimIn('free, of no school', 'c-free-0', {
    ...{ state: 'in_review', attempts: [attempt], units: [] },
  }),
  claimIn('earned, of no school', 'c-earned-0', {
    ...{ state: 'earned', attempts: [decided(true)], readers: ['jonah'], units: [] },
  }),
  claimIn('withdrawn', 'c-withdrawn', { state: 'withdrawn', attempts: [attempt] }),
  reviewIn('reading', 'c-taken', {}),
  reviewIn('returned', 'c-free', { state: 'returned' }),
  reviewIn('finalised', 'c-earned', { state: 'finalised', decision: 'earned', finishedAt: 3 }),
  reviewIn('finalised, of no school', 'c-earned-0', {
    ...{ state: 'finalised', decision: 'earned', finishedAt: 3, units: [] },
  }),
  oneOf('badge signed, of no school', BadgeRecord, 'b-0', {
    ...placedBadge({ claim: 'c-0', statusIndex: 16, units: [] }),
  }),
  oneOf('badge approved', BadgeRecord, 'b-approved', {
    ...{ claim: 'c-a', owner: 'maya', microCredential: 'mc', title: 'Questions', attempt: 1 },
    ...{ manifestSha256: 'b'.repeat(64), state: 'approved', approvedBy: 'iris', approvedAt: 1 },
    ...placed,
  }),
  oneOf('badge signed', BadgeRecord, 'b', placedBadge()),
  oneOf('badge suspended', BadgeRecord, 'b-suspended', {
    ...placedBadge({ claim: 'c-s', state: 'suspended', statusIndex: 6 }),
    suspension: { by: 'iris', at: 3, reason: 'Looked into.' },
  }),
  oneOf('badge of an earned claim', BadgeRecord, 'b-anew', {
    ...placedBadge({ claim: 'c-earned', statusIndex: 8 }),
  }),
  oneOf('badge superseded', BadgeRecord, 'b-superseded', {
    ...placedBadge({ claim: 'c-n', state: 'superseded', statusIndex: 7, replacedBy: 'b-newer' }),
  }),
  oneOf('badge revoked', BadgeRecord, 'b-revoked', {
    ...placedBadge({ claim: 'c-r', state: 'revoked', statusIndex: 5, revokedReason: 'A mistake.' }),
  }),
  oneOf('joint-act', JointActRecord, 'act', {
    ...{ what: 'revoke', badges: ['b'], plan: { badges: 1, people: 1 }, reason: 'A mistake.' },
    // Shortly before the district decides about it.
    ...{ state: 'proposed', proposedBy: 'jonah', proposedAt: tuesday },
  }),
  oneOf('in-charge', InChargeRecord, inChargeId, {
    ...{ administrators: ['ada'], officers: ['iris'] },
  }),
  oneOf('role-request', RoleRequestRecord, 'role-request', {
    ...{ person: 'maya', roles: ['officer'], grants: [] },
    ...{ state: 'asked', askedBy: 'jonah', askedAt: tuesday },
  }),
  oneOf('password-set', PasswordSetRecord, 'maya', {
    ...{ person: 'maya', at: 1, device: 'laptop', computer: 'Maya’s laptop' },
  }),
  oneOf('key-change', KeyChangeRecord, 'key-change', {
    ...{ what: 'rotate', reason: 'Once a year.' },
    ...{ state: 'proposed', proposedBy: 'jonah', proposedAt: tuesday },
  }),
  oneOf('endorsement offered', EndorsementRecord, 'endorsement-offered', endorsement),
  oneOf('endorsement accepted', EndorsementRecord, 'endorsement-accepted', {
    ...endorsement,
    ...accepted,
  }),
  oneOf('endorsement of a badge', EndorsementRecord, 'endorsement-of-badge', {
    ...{ ...endorsement, ...accepted, about: 'badge', subject: 'b' },
    ...{ owner: 'maya', ...placed },
  }),
  oneOf('endorsement of a badge, withdrawn', EndorsementRecord, 'endorsement-withdrawn', {
    ...{ ...endorsement, ...accepted, about: 'badge', subject: 'b', state: 'withdrawn' },
    ...{ owner: 'maya', ...placed },
  }),
  oneOf('given-endorsement', GivenEndorsementRecord, 'given', given),
  oneOf('given-endorsement signed', GivenEndorsementRecord, 'given-signed', {
    ...given,
    ...{ state: 'signed', credential: '{}', statusIndex: 18, signedAt: tuesday },
  }),
  oneOf('given-endorsement withdrawn', GivenEndorsementRecord, 'given-withdrawn', {
    ...given,
    ...{ state: 'withdrawn', credential: '{}', statusIndex: 19, signedAt: tuesday },
    ...{ withdrawnBy: 'iris', withdrawnAt: tuesday, withdrawnReason: 'A mistake.' },
  }),
  oneOf('erasure asked', ErasureRecord, 'maya', {
    ...{ state: 'asked', ground: 'wish', begunBy: 'jonah', begunAt: 1, askedBy: 'jonah' },
    askedAt: tuesday,
  }),
  oneOf('erasure begun', ErasureRecord, 'lucia', {
    state: 'counting',
    begunBy: 'iris',
    begunAt: 1,
  }),
  oneOf('erasure counted', ErasureRecord, 'sam', { state: 'counted', begunBy: 'iris', begunAt: 1 }),
  oneOf('erasure done', ErasureRecord, 'gone', {
    ...{ state: 'erased', ground: 'wish', askedBy: 'jonah', agreedBy: 'iris', erasedAt: 2 },
  }),
  oneOf('hold', HoldRecord, 'sam', { reason: 'A letter.', putBy: 'iris', putAt: 1 }),
  oneOf('revoking-pace', RevokingPaceRecord, revokingPaceId, { recent: [{ by: 'iris', at: 1 }] }),
  oneOf('issuer', IssuerRecord, 'i', { did: 'did:web:x', name: 'X', document: '{}', fetchedAt: 1 }),
  oneOf('status-list', StatusListRecord, 's', {
    url: 'https://x',
    credential: '{}',
    publishedAt: 1,
  }),
  oneOf('trust-bundle', TrustBundleRecord, trustBundleId, { text: '{}', createdAt: 1 }),
  oneOf('cause', CauseDecisionRecord, 'cause', {
    ...{ cause, name: causeName(cause), choice: 'left', reason: 'Seen.', decidedBy: 'iris' },
    ...{ decidedAt: 1, until: 2 },
  }),
]

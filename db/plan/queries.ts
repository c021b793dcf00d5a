import { z } from 'zod'
import { BadgeRecord } from '../../core/badge/record.ts'
import { inDraft } from '../../core/claim/filled.ts'
import { ClaimRecord, DraftRecord } from '../../core/claim/record.ts'
import { proposalOf } from '../../core/joint-act/record.ts'
import { isWritable } from '../../core/claim/writable.ts'
import { CompetencyRecord, FrameworkRecord } from '../../core/competency/record.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { PasswordSetRecord } from '../../core/person/password-set.ts'
import { ActivityRecord, CheckInRecord, GoalRecord } from '../../core/plan/record.ts'
import type { Goal } from '../../core/plan/record.ts'
import { ReviewRecord } from '../../core/review/record.ts'
import { keyChangesOfOthers } from '../badge/key-changes.ts'
import { actsOfOthers } from '../badge/joint-acts.ts'
import { erasuresAskedOf } from '../erasure/asked-of.ts'
import { ownComputers } from '../person/queries.ts'
import { claimPool, claimsToIssue } from '../claim/pools.ts'
import { peopleOf } from '../person/people.ts'
import { openRoleRequests } from '../person/role-requests.ts'
import type { Asker, RecordRow, RefusedCommand } from '../query.ts'
import { all, one, query, some } from '../query.ts'

/** The most pieces that are shown with something still to be said about them. */
const unsureRowsMax = 1_000

const idInput = z.string().max(80)
const on = (flags: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(flags).flatMap(([id, isOn]) => (isOn ? [id] : []))

/** One's own goals, and those that the layers above have published. */
async function goalsInSight(asker: Asker): Promise<RecordRow<Goal>[]> {
  const order = { by: 'added' }
  const own = await all(asker, GoalRecord, { where: { owner: asker.person }, order })
  const above = await all(asker, GoalRecord, {
    where: { layer: { in: ['district', 'school', 'team'] } },
    order,
  })
  const known = new Set(own.map(goal => goal.id))
  return [...own, ...above.filter(goal => !known.has(goal.id))]
}

/** Everything about a claim that could not begin is one thing with its start, and stands on Today as one. */
function isLine({ input }: RefusedCommand, _at: number, all: readonly RefusedCommand[]): boolean {
  if (typeof input !== 'object' || input === null || !('claim' in input)) return true
  return !all.some(start => start.lostClaim !== undefined && start.lostClaim === input.claim)
}

const owned = (asker: Asker) => ({ where: { owner: asker.person }, order: { by: 'added' } })

export const planQueries = {
  today: query({
    input: z.object({}),
    kinds: [
      ...['claim', 'draft', 'micro-credential', 'evidence', 'goal', 'activity', 'check-in'],
      ...[
        'review',
        'badge',
        'person',
        'joint-act',
        'key-change',
        'role-request',
        'erasure',
        'device-key',
        'password-set',
      ],
    ],
    async rows(asker) {
      const mine = { owner: asker.person }
      const newest = { by: 'changed', desc: true }
      const claims = await all(asker, ClaimRecord, { where: mine, order: newest })
      const open = claims.filter(claim => isWritable(claim.body.state))
      const drafts = await some(
        asker,
        DraftRecord,
        open.map(claim => claim.id),
      )
      const readings = await all(asker, ReviewRecord, {
        where: { reader: asker.person, state: 'reading' },
        order: { by: 'taken' },
      })
      const pool = await claimPool(asker)
      const toIssue = await claimsToIssue(asker)
      const acts = await actsOfOthers(asker)
      const keyChanges = await keyChangesOfOthers(asker)
      const roleRequests = await openRoleRequests(asker)
      const erasures = await erasuresAskedOf(asker)
      const unsure = { ...mine, trashed: 0, shown: 'unsure' }
      const latest = { where: unsure, order: { by: 'added', desc: true } }
      const involved = [...claims, ...pool, ...toIssue]
      return {
        claims,
        drafts,
        micros: await some(
          asker,
          MicroCredentialRecord,
          involved.map(claim => claim.body.microCredential),
        ),
        claimEvidence: await some(
          asker,
          EvidenceRecord,
          drafts.flatMap(draft => [...inDraft(draft.body.filled)]),
        ),
        goals: await goalsInSight(asker),
        activities: await all(asker, ActivityRecord, owned(asker)),
        checkIns: await all(asker, CheckInRecord, owned(asker)),
        readings,
        pool,
        toIssue,
        acts,
        keyChanges,
        roleRequests,
        erasures,
        badges: await all(asker, BadgeRecord, { where: mine, order: { by: 'approved' } }),
        unsure: await all(asker, EvidenceRecord, latest, unsureRowsMax),
        refused: await asker.refused(),
        passwordSet: await one(asker, PasswordSetRecord, asker.person),
        computers: await ownComputers(asker),
        people: await peopleOf(asker, [
          ...involved.flatMap(claim => [claim.body.owner, ...claim.body.readers]),
          ...readings.map(reading => reading.body.owner),
          ...[...acts, ...keyChanges].map(act => act.body.proposedBy),
          ...roleRequests.flatMap(({ body }) => [body.person, body.askedBy]),
          ...erasures.flatMap(({ id, body }) => [id, body.askedBy ?? '']),
        ]),
      }
    },
  }),

  'today.counts': query({
    input: z.object({}),
    kinds: ['claim', 'review', 'person', 'joint-act'],
    async rows(asker) {
      const claims = await all(asker, ClaimRecord, { where: { owner: asker.person } })
      const readings = await all(asker, ReviewRecord, {
        where: { reader: asker.person, state: 'reading' },
      })
      const isBack = ({ body }: (typeof claims)[number]) =>
        isWritable(body.state) && body.state !== 'draft'
      return {
        back: claims.filter(isBack).length,
        readings: readings.length,
        pool: (await claimPool(asker)).length,
        toIssue: (await claimsToIssue(asker)).length,
        actsEnd: (await actsOfOthers(asker)).map(({ body }) => proposalOf(body).until),
        refused: (await asker.refused()).filter(isLine).length,
      }
    },
  }),

  plan: query({
    input: z.object({}),
    kinds: ['goal', 'activity', 'check-in', 'competency'],
    async rows(asker) {
      const goals = await goalsInSight(asker)
      return {
        goals,
        activities: await all(asker, ActivityRecord, owned(asker)),
        checkIns: await all(asker, CheckInRecord, owned(asker)),
        competencies: await some(
          asker,
          CompetencyRecord,
          goals.flatMap(goal => on(goal.body.competencies)),
        ),
      }
    },
  }),

  goal: query({
    input: z.object({ goal: idInput }),
    kinds: ['goal', 'activity', 'check-in', 'evidence', 'competency', 'framework'],
    async rows(asker, input) {
      const goal = await one(asker, GoalRecord, input.goal)
      const ofGoal = { where: { goal: input.goal }, order: { by: 'added' } }
      const evidence = await all(asker, EvidenceRecord, {
        where: { owner: asker.person, trashed: 0 },
        order: { by: 'added', desc: true },
      })
      return {
        goal,
        goals: await goalsInSight(asker),
        activities: await all(asker, ActivityRecord, ofGoal),
        checkIns: await all(asker, CheckInRecord, ofGoal),
        evidence: evidence.filter(piece => piece.body.goals[input.goal] === true),
        competencies: await some(asker, CompetencyRecord, on(goal?.body.competencies ?? {})),
        frameworks: await all(asker, FrameworkRecord, { order: { by: 'title' } }),
      }
    },
  }),
}

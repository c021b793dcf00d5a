import { z } from 'zod'
import { holds } from '../../core/access/reach.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { revokingPaceId, RevokingPaceRecord } from '../../core/badge/revoking-pace.ts'
import { filesBehind } from '../../core/badge/chain.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { JointActRecord } from '../../core/joint-act/record.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { claimsToIssue, claimsWithoutBadge } from '../claim/pools.ts'
import { peopleOf } from '../person/people.ts'
import { all, one, query, some } from '../query.ts'
import { chainBehind } from './chain.ts'
import { endorsementsOf } from './endorsements.ts'
import { keyChangesFor } from './key-changes.ts'
import { unfitOf } from './unfit.ts'

export const badgeQueries = {
  badges: query({
    input: z.object({}),
    kinds: ['badge'],
    rows: async asker => ({
      badges: await all(asker, BadgeRecord, {
        where: { owner: asker.person },
        order: { by: 'approved', desc: true },
      }),
    }),
  }),

  badge: query({
    input: z.object({ badge: z.string().max(80) }),
    kinds: [
      ...['badge', 'claim', 'micro-credential', 'person', 'review', 'device-key'],
      'endorsement',
    ],
    async rows(asker, input) {
      const badge = await one(asker, BadgeRecord, input.badge)
      const claim = await one(asker, ClaimRecord, badge?.body.claim)
      const { owner, approvedBy, revokedBy, suspension } = badge?.body ?? {}
      return {
        badge,
        claim,
        micro: await one(asker, MicroCredentialRecord, badge?.body.microCredential),
        chain: badge === undefined ? undefined : await chainBehind(asker, badge.body),
        endorsements:
          badge === undefined
            ? []
            : await endorsementsOf(asker, [badge.id, badge.body.microCredential]),
        people: await peopleOf(asker, [
          owner,
          approvedBy,
          revokedBy,
          suspension?.by,
          claim?.body.attempts.at(-1)?.outcome?.reader,
        ]),
      }
    },
  }),

  'badge.files': query({
    input: z.object({ badge: z.string().max(80) }),
    kinds: ['badge', 'claim'],
    async rows(asker, input) {
      const badge = await one(asker, BadgeRecord, input.badge)
      const claim = await one(asker, ClaimRecord, badge?.body.claim)
      const shas = badge === undefined ? [] : filesBehind(badge.body, claim?.body)
      const here = await asker.here(shas)
      const intact = await asker.intact([...here])
      return { here: here.size, damaged: here.size - intact.size }
    },
  }),

  'key-changes': query({
    input: z.object({}),
    kinds: ['key-change', 'person'],
    async rows(asker) {
      const changes = await keyChangesFor(asker)
      const people = changes.flatMap(({ body }) => [body.proposedBy, body.decidedBy])
      return { changes, people: await peopleOf(asker, people) }
    },
  }),

  // By itself: signatures take a while to check, and the list is asked for at each change.
  'issue.unfit': query({
    input: z.object({}),
    kinds: ['claim', 'review', 'micro-credential', 'device-key'],
    rows: async asker => ({ unfit: await unfitOf(asker, await claimsToIssue(asker)) }),
  }),

  issue: query({
    input: z.object({}),
    kinds: ['badge', 'claim', 'micro-credential', 'person', 'joint-act', 'revoking-pace'],
    async rows(asker) {
      const { toIssue, own, setAside } = await claimsWithoutBadge(asker)
      const isOfficer = holds(asker, 'officer')
      const order = { by: 'approved', desc: true }
      const badges = isOfficer ? await all(asker, BadgeRecord, { order }) : []
      const recent = { by: 'proposed', desc: true }
      const acts = isOfficer ? await all(asker, JointActRecord, { order: recent }) : []
      const micros = [...toIssue, ...own, ...setAside, ...badges].map(
        row => row.body.microCredential,
      )
      return {
        toIssue,
        /** Waits for another in the office: the asker wrote it, or judged it. */
        own,
        setAside,
        badges,
        /** What one officer proposed and another decides. */
        acts,
        pace: isOfficer ? await one(asker, RevokingPaceRecord, revokingPaceId) : undefined,
        micros: await some(asker, MicroCredentialRecord, micros),
        people: await peopleOf(asker, [
          ...[...toIssue, ...own, ...setAside, ...badges].flatMap(row => [
            row.body.owner,
            ...('readers' in row.body ? row.body.readers : [row.body.approvedBy]),
          ]),
          ...setAside.map(({ body }) => body.setAside?.by),
          ...acts.flatMap(({ body }) => [body.proposedBy, body.decidedBy]),
        ]),
      }
    },
  }),
}

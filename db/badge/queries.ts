import { z } from 'zod'
import { holds } from '../../core/access/reach.ts'
import { BadgeRecord } from '../../core/badge/record.ts'
import { revokingPaceId, RevokingPaceRecord } from '../../core/badge/revoking-pace.ts'
import { filesBehind } from '../../core/badge/chain.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { JointActRecord } from '../../core/joint-act/record.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { claimsTaken, claimsToIssue } from '../claim/pools.ts'
import { peopleOf } from '../person/people.ts'
import { all, one, query, some } from '../query.ts'
import { chainBehind } from './chain.ts'

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
    kinds: ['badge', 'claim', 'micro-credential', 'person', 'review', 'device-key'],
    async rows(asker, input) {
      const badge = await one(asker, BadgeRecord, input.badge)
      const claim = await one(asker, ClaimRecord, badge?.body.claim)
      const { owner, approvedBy, revokedBy, suspension } = badge?.body ?? {}
      return {
        badge,
        claim,
        micro: await one(asker, MicroCredentialRecord, badge?.body.microCredential),
        chain: badge === undefined ? undefined : await chainBehind(asker, badge.body),
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

  issue: query({
    input: z.object({}),
    kinds: ['badge', 'claim', 'micro-credential', 'person', 'joint-act', 'revoking-pace'],
    async rows(asker) {
      const toIssue = await claimsToIssue(asker)
      const beingRead = await claimsTaken(asker)
      const isOfficer = holds(asker, 'officer')
      const order = { by: 'approved', desc: true }
      const badges = isOfficer ? await all(asker, BadgeRecord, { order }) : []
      const recent = { by: 'proposed', desc: true }
      const acts = isOfficer ? await all(asker, JointActRecord, { order: recent }) : []
      const micros = [...toIssue, ...badges].map(row => row.body.microCredential)
      return {
        toIssue,
        /** What coaches read, where the asker may give it back for them. */
        beingRead,
        badges,
        /** What one officer proposed and another decides. */
        acts,
        pace: isOfficer ? await one(asker, RevokingPaceRecord, revokingPaceId) : undefined,
        micros: await some(asker, MicroCredentialRecord, micros),
        people: await peopleOf(asker, [
          ...[...toIssue, ...beingRead, ...badges].flatMap(row => [
            row.body.owner,
            ...('readers' in row.body ? row.body.readers : [row.body.approvedBy]),
          ]),
          ...acts.flatMap(({ body }) => [body.proposedBy, body.decidedBy]),
        ]),
      }
    },
  }),
}

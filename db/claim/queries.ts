import { z } from 'zod'
import { BadgeRecord } from '../../core/badge/record.ts'
import { inDraft } from '../../core/claim/filled.ts'
import { filesMissed } from '../../core/claim/files-missed.ts'
import { ClaimRecord, DraftRecord } from '../../core/claim/record.ts'
import { sinceSent } from '../../core/claim/since-sent.ts'
import { CompetencyRecord } from '../../core/competency/record.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { keysOf } from '../person/keys.ts'
import { endorsementsOf } from '../badge/endorsements.ts'
import { peopleOf } from '../person/people.ts'
import type { Asker } from '../query.ts'
import { all, one, query, some } from '../query.ts'

const idInput = z.string().max(80)

const ownClaims = (asker: Asker) =>
  all(asker, ClaimRecord, {
    where: { owner: asker.person },
    order: { by: 'changed', desc: true },
  })

export const claimQueries = {
  'micro-credentials': query({
    input: z.object({}),
    kinds: ['micro-credential', 'claim'],
    rows: async asker => ({
      micros: await all(asker, MicroCredentialRecord, { order: { by: 'title' } }),
      claims: await ownClaims(asker),
    }),
  }),

  'micro-credential': query({
    input: z.object({ microCredential: idInput }),
    kinds: ['micro-credential', 'claim', 'competency', 'endorsement'],
    async rows(asker, input) {
      const micro = await one(asker, MicroCredentialRecord, input.microCredential)
      const claims = await ownClaims(asker)
      return {
        micro,
        claims: claims.filter(claim => claim.body.code === micro?.body.code),
        competencies: await some(
          asker,
          CompetencyRecord,
          micro?.body.alignments.map(alignment => alignment.competency) ?? [],
        ),
        endorsements: await endorsementsOf(asker, [input.microCredential]),
      }
    },
  }),

  claims: query({
    input: z.object({}),
    kinds: ['claim', 'person'],
    async rows(asker) {
      const claims = await ownClaims(asker)
      const people = await peopleOf(
        asker,
        claims.flatMap(claim => claim.body.readers),
      )
      return { claims, people }
    },
  }),

  claim: query({
    input: z.object({ claim: idInput }),
    kinds: ['claim', 'draft', 'micro-credential', 'evidence', 'badge', 'person'],
    async rows(asker, input) {
      const claim = await one(asker, ClaimRecord, input.claim)
      const draft = await one(asker, DraftRecord, input.claim)
      const readers = claim?.body.attempts.map(attempt => attempt.outcome?.reader) ?? []
      return {
        claim,
        draft,
        micro: await one(asker, MicroCredentialRecord, claim?.body.microCredential),
        evidence: await some(asker, EvidenceRecord, inDraft(draft?.body.filled ?? {})),
        badge: await one(asker, BadgeRecord, claim?.body.badge),
        people: await peopleOf(asker, [
          claim?.body.owner,
          ...(claim?.body.readers ?? []),
          claim?.body.setAside?.by,
          ...readers,
        ]),
      }
    },
  }),

  // By itself: a signature takes a while to check, and a claim is asked for at each stroke.
  'claim.since-sent': query({
    input: z.object({ claim: idInput }),
    kinds: ['claim', 'device-key'],
    async rows(asker, input) {
      const claim = await one(asker, ClaimRecord, input.claim)
      // Of another's claim, its own person's computer is the one to say.
      if (claim?.body.owner !== asker.person) return { since: 'same' as const }
      const devices = claim.body.attempts.map(attempt => attempt.signed.device)
      const keys = await keysOf(asker, devices)
      const { own } = asker
      return { since: sinceSent(claim, { ...own, manifests: own.sent(claim.id) }, keys) }
    },
  }),

  // By itself as well: files are read through for it.
  'claim.missed': query({
    input: z.object({ claim: idInput }),
    kinds: ['claim', 'evidence'],
    async rows(asker, input) {
      const claim = await one(asker, ClaimRecord, input.claim)
      const last = claim?.body.attempts.at(-1)
      if (claim?.body.owner !== asker.person || last === undefined) return { whole: [] }
      return { whole: [...(await asker.intact(filesMissed(last)))] }
    },
  }),
}

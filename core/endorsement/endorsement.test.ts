import { expect, test } from 'vitest'
import { aContext, officer, system, teacher, tuesday } from '../../test/builders/context.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import { aRec } from '../../test/builders/rec.ts'
import type { Badge } from '../badge/record.ts'
import { BadgeRecord } from '../badge/record.ts'
import type { Actor } from '../kit/command.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { judgeEndorsement } from './judge.ts'
import { offerBadgeEndorsement, offerEndorsement } from './offer.ts'
import type { Endorsement, EndorsementState } from './record.ts'
import {
  endorsementCharsMax,
  endorsementMachine,
  EndorsementRecord,
  endorsementStates,
  holds,
} from './record.ts'
import { withdrawEndorsement } from './withdraw.ts'

const micro = aRec(MicroCredentialRecord, 'mc', aMicroCredential())
const badge = (more: Partial<Badge> = {}) =>
  aRec(BadgeRecord, 'b', {
    ...{ claim: 'c', owner: 'maya', microCredential: 'mc', title: 'Questions', attempt: 1 },
    ...{ manifestSha256: 'b'.repeat(64), state: 'signed', approvedBy: 'iris', approvedAt: 1 },
    ...{ signedAt: 2, units: ['linden'] },
    ...more,
  } satisfies Badge)
const body: Endorsement = {
  ...{ about: 'micro-credential', subject: 'mc', text: '{"a":1}', state: 'offered' },
  ...{ offeredBy: 'iris', offeredAt: tuesday },
}
const said: NonNullable<Endorsement['said']> = {
  id: 'urn:uuid:e',
  issuer: { id: 'did:web:uni.example', name: 'University', host: 'uni.example' },
  comment: 'We recognise it.',
}
const endorsement = (more: Partial<Endorsement> = {}) =>
  aRec(EndorsementRecord, 'e', { ...body, ...more })
const streamsOf = (more: Partial<Endorsement>) =>
  EndorsementRecord.seats('e', { ...body, ...more }).map(({ stream }) => stream)
const judged = (more: Partial<Endorsement>, input: object) =>
  judgeEndorsement.decide(
    { endorsement: endorsement(more) },
    judgeEndorsement.input.parse({ endorsement: 'e', ...input }),
    aContext(system),
  )

test('what an officer reads in is kept as it is, and nobody else sees it before the district has looked', () => {
  const input = { microCredential: 'mc', text: body.text }
  expect(offerEndorsement.decide({ micro }, input, aContext(officer))).toMatchObject({
    changes: [{ do: 'create', key: 'endorsement/endorsement-1', body }],
  })
  expect(streamsOf({})).toEqual(['office', 'district'])
  expect(streamsOf({ state: 'accepted' })).toEqual(['catalog', 'district'])
  expect(streamsOf({ state: 'refused' })).toEqual(['office', 'district'])
  expect(streamsOf({ state: 'withdrawn' })).toEqual(['office', 'district'])
  const ofBadge = { about: 'badge', subject: 'b', owner: 'maya' } as const
  const units = ['linden']
  expect(streamsOf({ ...ofBadge, units, state: 'accepted' })).toEqual([
    ...['office', 'office:linden', 'user:maya', 'district'],
  ])
  expect(streamsOf({ ...ofBadge, units })).not.toContain('user:maya')
})

test('about a badge: only a signed one, and nobody’s own', () => {
  const decide = (more: Partial<Badge>, actor: Actor = officer) =>
    offerBadgeEndorsement.decide(
      { badge: badge(more) },
      { badge: 'b', text: '{}' },
      aContext(actor),
    )
  expect(decide({})).toMatchObject({
    changes: [{ body: { about: 'badge', subject: 'b', owner: 'maya', units: ['linden'] } }],
  })
  expect(decide({ owner: 'iris' })).toMatchObject({ refusal: { code: 'badge_own' } })
  for (const state of ['approved', 'revoked', 'superseded'] as const)
    expect(decide({ state })).toMatchObject({ refusal: { code: 'badge_state', facts: { state } } })
})

test('a file that is too large, or that no database keeps, goes no further', () => {
  const isTaken = (text: string) =>
    offerEndorsement.input.safeParse({ microCredential: 'mc', text }).success
  expect(isTaken('x'.repeat(endorsementCharsMax))).toBe(true)
  for (const text of ['', 'x'.repeat(endorsementCharsMax + 1), 'a\0b', '\ud800'])
    expect(isTaken(text)).toBe(false)
})

test('the verdict accepts or refuses what was offered, and waits where it can’t tell; what is not known to be said by whom is never shown', () => {
  expect(judged({}, { verdict: { overall: 'verified' }, said })).toMatchObject({
    changes: [{ set: { state: 'accepted', said, verdict: { overall: 'verified', at: tuesday } } }],
  })
  expect(judged({}, { verdict: { overall: 'verified' } })).toMatchObject({
    changes: [{ set: { state: 'refused' } }],
  })
  const refused = judged({}, { verdict: { overall: 'not-verified', code: 'X' }, said })
  expect(refused).toMatchObject({ changes: [{ set: { state: 'refused' } }] })
  expect(refused).not.toHaveProperty('changes.0.set.said')
  const waits = judged({}, { verdict: { overall: 'indeterminate', code: 'NOT_REACHED' } })
  expect(waits).not.toHaveProperty('changes.0.set.state')
})

test('what was accepted and is revoked later stays, with that verdict, and goes into no badge any more', () => {
  const later = judged(
    { state: 'accepted', said },
    { verdict: { overall: 'not-verified', code: 'REVOKED' } },
  )
  expect(later).toMatchObject({ changes: [{ set: { verdict: { code: 'REVOKED', at: tuesday } } }] })
  expect(later).not.toHaveProperty('changes.0.set.state')
  const at = tuesday
  expect(holds({ state: 'accepted', verdict: { overall: 'verified', at } })).toBe(true)
  expect(holds({ state: 'accepted', verdict: { overall: 'indeterminate', at } })).toBe(false)
  expect(holds({ state: 'withdrawn', verdict: { overall: 'verified', at } })).toBe(false)
  expect(holds({ state: 'accepted' })).toBe(false)
})

test('whatever happens, it moves as its table says', () => {
  const withdrawn = (state: EndorsementState) =>
    withdrawEndorsement.decide(
      { endorsement: endorsement({ state }) },
      { endorsement: 'e', reason: ' No longer ours ' },
      aContext(officer),
    )
  for (const state of endorsementStates) {
    const next = endorsementMachine[state].withdraw
    if (next === undefined)
      expect(withdrawn(state)).toMatchObject({ refusal: { code: 'endorsement_state' } })
    else
      expect(withdrawn(state)).toMatchObject({
        changes: [{ set: { state: next, withdrawnBy: 'iris', withdrawnReason: 'No longer ours' } }],
      })
  }
  for (const state of ['refused', 'withdrawn'] as const)
    expect(judged({ state }, { verdict: { overall: 'verified' }, said })).toMatchObject({
      refusal: { code: 'endorsement_state', facts: { state } },
    })
  const silent = { endorsement: 'e', reason: ' ' }
  expect(
    withdrawEndorsement.decide({ endorsement: endorsement() }, silent, aContext(officer)),
  ).toMatchObject({ refusal: { code: 'reason_missing' } })
})

test('a teacher takes nothing in, and only the district says what was found', () => {
  expect(offerEndorsement.right(teacher, { micro }, { microCredential: 'mc', text: '{}' })).toBe(
    false,
  )
  const verdict = { overall: 'verified' } as const
  const input = { endorsement: 'e', verdict }
  expect(judgeEndorsement.right(officer, { endorsement: endorsement() }, input)).toBe(false)
})

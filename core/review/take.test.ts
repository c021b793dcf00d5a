import { expect, test } from 'vitest'
import { aClaim, anAttempt, anOutcome } from '../../test/builders/claim.ts'
import { aContext, coach, teacher } from '../../test/builders/context.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import { aRec } from '../../test/builders/rec.ts'
import { aReview } from '../../test/builders/review.ts'
import { ClaimRecord, type Claim } from '../claim/record.ts'
import type { Rec } from '../kit/record-type.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { PersonRecord, type Person } from '../person/record.ts'
import { ReviewRecord } from './record.ts'
import { takeReview } from './take.ts'

const taking = (claim: Partial<Claim>, people: readonly Rec<Person>[] = []) => ({
  claim: aRec(ClaimRecord, 'c', aClaim({ state: 'in_review', attempts: [anAttempt()], ...claim })),
  micro: aRec(MicroCredentialRecord, 'mc', aMicroCredential()),
  people,
  left: undefined,
})
const known = (id: string, ...roles: Person['roles']) =>
  aRec<Person>(PersonRecord, id, { name: id, place: '', roles })
const input = { claim: 'c' }

test('a coach takes a claim from the pool with its round, its rubric and the criteria to judge', () => {
  expect(takeReview.decide(taking({}), input, aContext(coach))).toMatchObject({
    changes: [
      {
        do: 'create',
        body: { round: 1, blind: false, rubricVersion: 'mc', criteria: ['c1', 'c2', 'c3'] },
      },
      { do: 'patch', key: 'claim/c', set: { readers: ['jonah'] } },
    ],
  })
  expect(takeReview.right(teacher, taking({}), input)).toBe(false)
})

test('what stands from an earlier attempt isn’t judged again', () => {
  const first = anAttempt({ outcome: anOutcome({ c1: true, c2: false, c3: true }) })
  expect(
    takeReview.decide(taking({ attempts: [first, anAttempt({ n: 2 })] }), input, aContext(coach)),
  ).toMatchObject({ changes: [{ body: { attempt: 2, criteria: ['c2'] } }, {}] })
})

test('nobody reads their own work, and nobody what another coach has taken', () => {
  expect(takeReview.decide(taking({ owner: 'jonah' }), input, aContext(coach))).toMatchObject({
    refusal: { code: 'review_own_work' },
  })
  expect(takeReview.decide(taking({ readers: ['lucia'] }), input, aContext(coach))).toMatchObject({
    refusal: { code: 'review_taken' },
  })
})

test('what a coach holds who is no coach any more is in the pool: another takes it, and the reading left behind goes back', () => {
  const held = taking({ readers: ['lucia'] }, [known('lucia', 'educator')])
  const left = aRec(ReviewRecord, 'r', aReview({ reader: 'lucia' }))
  expect(takeReview.decide({ ...held, left }, input, aContext(coach))).toMatchObject({
    changes: [
      { do: 'patch', key: 'review/r', set: { state: 'returned' } },
      { do: 'create', body: { reader: 'jonah' } },
      { do: 'patch', key: 'claim/c', set: { readers: ['jonah'] } },
    ],
  })
  for (const people of [[known('lucia', 'educator', 'coach')], []])
    expect(
      takeReview.decide(taking({ readers: ['lucia'] }, people), input, aContext(coach)),
    ).toMatchObject({ refusal: { code: 'review_taken' } })
})

test('in review a claim is in the coaches’ pool, before that nobody but its owner has it', () => {
  const streams = (state: Claim['state'], readers: string[] = []) =>
    ClaimRecord.seats('c', aClaim({ state, readers })).map(seat => seat.stream)
  expect(streams('submitted')).toEqual(['user:maya', 'district'])
  expect(streams('in_review', ['jonah'])).toContain('coaches')
  // What is read is none of the office's yet: it releases one without a sight of it.
  expect(streams('in_review', ['jonah'])).not.toContain('office')
  expect(streams('in_review')).not.toContain('office')
  expect(streams('not_yet', ['jonah'])).toEqual(['user:maya', 'district', 'user:jonah'])
  expect(streams('withdrawn', ['jonah'])).toEqual(['user:maya', 'district'])
})

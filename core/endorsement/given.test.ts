import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aContext, officer, system, teacher, tuesday } from '../../test/builders/context.ts'
import { allHold, given } from '../../test/builders/given-endorsement.ts'
import { aRec } from '../../test/builders/rec.ts'
import { markNames } from '../badge/cause.ts'
import type { CommandInput } from '../commands.ts'
import { step } from '../kit/machine.ts'
import type { Answers } from './doubt.ts'
import { doubtsAbout } from './doubt.ts'
import { giveEndorsement } from './give.ts'
import type { GivenEndorsement } from './given.ts'
import {
  endMsMax,
  endorsedKinds,
  givenCommentCharsMax,
  GivenEndorsementRecord,
  givenMachine,
  givenStates,
} from './given.ts'
import { mayGive } from './rights.ts'
import { leaveUnsigned, resignEndorsement, signEndorsement } from './sign.ts'
import { speaksFor } from './speaks-for.ts'
import { takeBackEndorsement } from './take-back.ts'

type Giving = CommandInput<'endorsement.give'>
const giving: Giving = {
  endorsed: given.endorsed,
  comment: ` ${given.comment}\n`,
  answers: allHold,
  isKnowing: false,
}
const decided = (more: Partial<Giving> = {}) =>
  giveEndorsement.decide({}, { ...giving, ...more }, aContext(officer))
const onGround = (answers: Partial<Answers>, isKnowing: boolean) =>
  decided({ answers: { ...allHold, ...answers }, isKnowing })
const endorsement = (more: Partial<GivenEndorsement> = {}) =>
  aRec(GivenEndorsementRecord, 'e', { ...given, ...more })
const signed: Partial<GivenEndorsement> = {
  ...{ state: 'signed', credential: '{}', statusIndex: 3, signedAt: tuesday },
}

test('one officer gives it on the ground of a badge that holds; the district signs it next', () => {
  expect(decided()).toEqual({
    changes: [
      expect.objectContaining({
        ...{ do: 'create', key: 'given-endorsement/given-endorsement-1', body: given },
      }),
    ],
  })
  expect([mayGive(teacher), mayGive(officer)]).toEqual([false, true])
  expect(mayGive({ roles: ['administrator'] })).toBe(true)
  expect(mayGive({ roles: ['educator', 'coach'] })).toBe(false)
  // It is the whole district's word.
  const grants = [{ role: 'officer' as const, within: 'linden' }]
  expect(mayGive({ roles: [], grants })).toBe(false)
})

const answer = fc.record({
  outcome: fc.constantFrom('pass' as const, 'fail' as const, 'unknown' as const),
  code: fc.constantFrom('A', 'B'),
})
const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  overall: fc.constantFrom('verified' as const, 'not-verified' as const, 'indeterminate' as const),
  ...{ signature: answer, status: answer, dates: answer, trust: answer },
})

test('whatever the verifier says: what does not hold is a ground for nothing, and what can’t be told only for who knows of it', () => {
  fc.assert(
    fc.property(anyAnswers, fc.boolean(), (answers, isKnowing) => {
      const outcomes = markNames.map(mark => answers[mark].outcome)
      const hasFailed =
        outcomes.includes('fail') ||
        answers.signature.outcome !== 'pass' ||
        answers.overall === 'not-verified'
      const isUnsure = outcomes.includes('unknown') || answers.overall === 'indeterminate'
      const came = onGround(answers, isKnowing)
      const code = 'refusal' in came ? came.refusal.code : undefined
      const due = isUnsure && !isKnowing ? 'endorses_unsure' : undefined
      expect(code).toBe(hasFailed ? 'endorses_failing' : due)
      const open = markNames.filter(mark => answers[mark].outcome !== 'pass')
      expect(
        doubtsAbout(answers)
          .flatMap(({ mark }) => mark ?? [])
          .toSorted(),
      ).toEqual(open.toSorted())
    }),
  )
})

test('what could not be told of the badge stays written beside it', () => {
  const trust = { outcome: 'unknown', code: 'ISSUER_NOT_LISTED' } as const
  const came = onGround({ trust }, true)
  expect(came).toMatchObject({ changes: [{ body: { unsure: ['ISSUER_NOT_LISTED'] } }] })
})

test('it says something, in plain text of at most so many signs, and ends in the future or never', () => {
  expect(decided({ comment: ' \n' })).toMatchObject({ refusal: { code: 'endorses_nothing' } })
  expect(decided({ validUntil: tuesday })).toMatchObject({ refusal: { code: 'endorses_ended' } })
  const later = tuesday + 1
  expect(decided({ validUntil: later })).toMatchObject({
    changes: [{ body: { validUntil: later } }],
  })
  const isTaken = (more: object) => giveEndorsement.input.safeParse({ ...giving, ...more }).success
  expect(isTaken({ comment: 'x'.repeat(givenCommentCharsMax) })).toBe(true)
  expect(isTaken({ comment: 'x'.repeat(givenCommentCharsMax + 1) })).toBe(false)
  for (const bad of ['a\0b', '\ud800']) expect(isTaken({ comment: bad })).toBe(false)
  // What no credential can say would be tried to be signed for ever.
  expect(isTaken({ validUntil: endMsMax })).toBe(true)
  for (const never of [endMsMax + 1_000, 8.64e15 + 1, Infinity])
    expect(isTaken({ validUntil: never })).toBe(false)
})

test('what is endorsed has a name in the whole world: else its id would be under no signature', () => {
  const isTaken = (endorsed: object) =>
    giveEndorsement.input.safeParse({ ...giving, endorsed: { ...given.endorsed, ...endorsed } })
      .success
  for (const id of ['urn:uuid:1', 'did:web:uni.example#a', 'https://uni.example/ä?b#c'])
    expect([id, isTaken({ id })]).toEqual([id, true])
  for (const id of [
    '',
    'wait-time',
    '/a/1',
    'https://uni.example/a b',
    'urn:<x>',
    `u:${'x'.repeat(2_000)}`,
  ])
    expect([id, isTaken({ id })]).toEqual([id, false])
  // An issuer is endorsed by its own id, and nothing else is.
  const { issuer } = given.endorsed
  expect(isTaken({ kind: 'issuer', id: issuer.id })).toBe(true)
  expect(isTaken({ kind: 'issuer', id: 'did:web:other.example' })).toBe(false)
  for (const id of [issuer.id, 'did:web:other.example', 'did:web:uni.example:a', 'DID:key:z6Mk'])
    expect([id, isTaken({ id })]).toEqual([id, false])
})

test('whatever happens, it moves as its table says', () => {
  for (const state of givenStates) {
    const rec = endorsement({ state })
    const done = {
      sign: signEndorsement.decide(
        { endorsement: rec },
        { endorsement: 'e', credential: '{}', statusIndex: 3 },
        aContext(system),
      ),
      refuse: leaveUnsigned.decide(
        { endorsement: rec },
        { endorsement: 'e', code: 'ABOUT_ITSELF' },
        aContext(system),
      ),
      withdraw: takeBackEndorsement.decide(
        { endorsement: rec },
        { endorsement: 'e', reason: ' A mistake ' },
        aContext(officer),
      ),
    }
    for (const event of ['sign', 'refuse', 'withdraw'] as const) {
      const next = step(givenMachine, state, event)
      expect([state, event, done[event]]).toEqual([
        ...[state, event],
        next === undefined
          ? { refusal: { code: 'endorsement_state', facts: { state } } }
          : {
              changes: [expect.objectContaining({ set: expect.objectContaining({ state: next }) })],
            },
      ])
    }
  }
})

test('it is taken back with a reason and the name of who did it', () => {
  const takenBack = (reason: string) =>
    takeBackEndorsement.decide(
      { endorsement: endorsement(signed) },
      { endorsement: 'e', reason },
      aContext(officer),
    )
  expect(takenBack(' ')).toMatchObject({ refusal: { code: 'reason_missing' } })
  expect(takenBack(' Closed. ')).toMatchObject({
    changes: [{ set: { withdrawnBy: 'iris', withdrawnAt: tuesday, withdrawnReason: 'Closed.' } }],
  })
})

test('the office’s word takes the place of the district’s own, once', () => {
  const ofDistrict = {
    withdrawnBy: system.person,
    withdrawnAt: tuesday,
    withdrawnReason: 'Forgotten',
  }
  const rec = endorsement({ ...signed, state: 'withdrawn', ...ofDistrict })
  const input = { endorsement: 'e', reason: 'Closed.' }
  expect(takeBackEndorsement.decide({ endorsement: rec }, input, aContext(officer))).toMatchObject({
    changes: [{ set: { state: 'withdrawn', withdrawnBy: 'iris', withdrawnReason: 'Closed.' } }],
  })
  expect(takeBackEndorsement.decide({ endorsement: rec }, input, aContext(system))).toEqual({
    refusal: { code: 'endorsement_state', facts: { state: 'withdrawn' } },
  })
  expect(takeBackEndorsement.right(system, { endorsement: rec }, input)).toBe(true)
  expect(takeBackEndorsement.right(teacher, { endorsement: rec }, input)).toBe(false)
})

test('signed again it is the same word; only what it was signed over is replaced', () => {
  const again = (instead: string) =>
    resignEndorsement.decide(
      { endorsement: endorsement(signed) },
      { endorsement: 'e', instead, credential: '{"again":true}' },
      aContext(system),
    )
  expect(again('{}')).toMatchObject({
    changes: [{ set: { credential: '{"again":true}', resignedAt: tuesday } }],
  })
  expect(again('{"other":true}')).toMatchObject({ refusal: { code: 'endorsement_state' } })
})

test('it speaks for a badge by the very id and the very issuer, while it is in force', () => {
  const named = { issuer: 'did:web:a', achievement: 'urn:uuid:1', badge: 'urn:uuid:2' }
  const anId = fc.constantFrom('did:web:a', 'did:web:b', 'urn:uuid:1', 'urn:uuid:2')
  fc.assert(
    fc.property(
      fc.constantFrom(...endorsedKinds),
      ...([anId, anId] as const),
      fc.constantFrom(...givenStates),
      fc.option(fc.constantFrom(4, 5, 6), { nil: undefined }),
      (kind, id, issuer, state, validUntil) => {
        const about = { endorsed: { kind, id, name: 'x', issuer: { id: issuer, name: '' } }, state }
        const until = validUntil === undefined ? {} : { validUntil }
        const isSo =
          state === 'signed' &&
          issuer === 'did:web:a' &&
          id === named[kind] &&
          (validUntil === undefined || validUntil > 5)
        expect(speaksFor({ ...about, ...until }, named, 5)).toBe(isSo)
      },
    ),
  )
})

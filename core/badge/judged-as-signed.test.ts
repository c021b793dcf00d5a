import { expect, test } from 'vitest'
import { aClaim, anAttempt } from '../../test/builders/claim.ts'
import { aContext, officer, tuesday } from '../../test/builders/context.ts'
import { earnedGrounds, readAttempt } from '../../test/builders/grounds.ts'
import { aCriterion } from '../../test/builders/micro-credential.ts'
import { aRec } from '../../test/builders/rec.ts'
import { aDeviceKey, signedAttempt } from '../../test/builders/signed.ts'
import { ClaimRecord, type Attempt, type Claim, type Outcome } from '../claim/record.ts'
import { MicroCredentialRecord } from '../micro-credential/record.ts'
import { signedAtGraceMs } from '../person/signer.ts'
import { ReviewRecord, type Review } from '../review/record.ts'
import { approveBadge } from './approve.ts'
import { judgedAsSigned, type Grounds } from './judged-as-signed.ts'

// security.md row 60: who has the district's disk can change what it stores, and can't sign for a computer.

const approved = (grounds: Grounds) =>
  approveBadge.decide({ ...grounds, badge: undefined }, { claim: 'c' }, aContext(officer))
const whole = earnedGrounds()
const [judged = anAttempt()] = whole.claim.body.attempts
const [reading] = whole.reviews
if (reading === undefined || judged.outcome === undefined) throw new Error('a reading')
const { outcome } = judged

interface Changed {
  readonly claim?: Partial<Claim>
  readonly attempt?: Partial<Attempt>
  readonly outcome?: Partial<Outcome>
  readonly review?: Partial<Review>
}

/** The same grounds after somebody wrote into the record. */
const written = ({ claim, attempt, outcome: said, review }: Changed, on = whole): Grounds => {
  const attempts = on.claim.body.attempts.map((one, at, all) => {
    if (at < all.length - 1) return one
    const decided = one.outcome && { ...one.outcome, ...said }
    return { ...one, ...(decided && { outcome: decided }), ...attempt }
  })
  const last = on.reviews.at(-1)?.id
  return {
    ...on,
    claim: aRec(ClaimRecord, 'c', { ...on.claim.body, attempts, ...claim }),
    reviews: on.reviews.map(one =>
      aRec(ReviewRecord, one.id, { ...one.body, ...(one.id === last ? review : {}) }),
    ),
  }
}
const notSigned = (what: 'manifest' | 'ratings') => ({
  refusal: { code: 'not_as_signed', facts: { what } },
})

test('row 60: what was signed and judged as it stands gets a badge', () => {
  expect(approved(whole)).toMatchObject({ changes: [{ do: 'create' }, { do: 'patch' }] })
})

const changedAnswer = { answers: { ...judged.answers, context: 'Better words.' } }
const rehashed = signedAttempt('c', aClaim(), { ...judged, ...changedAnswer })
test.each<[string, Changed]>([
  ['an answer', { attempt: changedAnswer }],
  ['an answer and its manifest', { attempt: { ...rehashed, signed: judged.signed } }],
  ['the day it was sent', { attempt: { submittedAt: 2 } }],
  ['the hash alone', { attempt: { manifestSha256: 'c'.repeat(64) } }],
  ['its number', { attempt: { n: 2 } }],
  ['the person', { claim: { owner: 'someone' } }],
])('row 60: a claim in which %s was changed gets no badge', (_what, changed) => {
  expect(approved(written(changed))).toEqual(notSigned('manifest'))
})

test.each<[string, Changed]>([
  ['a level', { review: { levels: { ...reading.body.levels, c1: 3 } } }],
  ['a comment', { review: { comments: { c1: 'Wonderful.' } } }],
  ['the reader', { review: { reader: 'someone' } }],
  ['the claim it is about', { review: { claim: 'other' } }],
  ['the rubric it is by', { review: { rubricVersion: 'other' } }],
  ['the criteria it judges', { review: { criteria: ['c1', 'c2'] } }],
  ['the day', { review: { finishedAt: tuesday + 1 }, outcome: { decidedAt: tuesday + 1 } }],
  ['the decision', { review: { decision: 'not_yet' } }],
  ['the signature', { review: { signed: undefined } }],
  ['its state', { review: { state: 'reading' } }],
])('row 60: a reading in which %s was changed gets no badge', (_what, changed) => {
  expect(approved(written(changed))).toEqual(notSigned('ratings'))
})

test('row 60: without the reading there is no badge', () => {
  expect(approved({ ...whole, reviews: [] })).toEqual(notSigned('ratings'))
})

// The reader signed: c1 is not shown, hence not yet.
const notShown = {
  levels: { c1: 0, c2: 2, c3: 2 },
  comments: { c1: 'Not shown.' },
  anchors: { 'c1/1': { place: 'answer:context' } },
}
const notYet = earnedGrounds([readAttempt({}, notShown)])
const c1 = notYet.claim.body.attempts[0]?.outcome?.criteria['c1']
if (c1 === undefined) throw new Error('c1 was judged')
const earnedWord = { review: { decision: 'earned' as const } }
const raised = (more: Partial<typeof c1>) => ({
  ...notYet.claim.body.attempts[0]?.outcome?.criteria,
  c1: { ...c1, ...more },
})
test.each<[string, Changed]>([
  ['only the state says earned', {}],
  ['the decision was turned in both records', { ...earnedWord, outcome: { decision: 'earned' } }],
  [
    'a level was raised under the number of another attempt',
    {
      ...earnedWord,
      outcome: { decision: 'earned', criteria: raised({ rank: 3, met: true, attempt: 0 }) },
    },
  ],
  [
    'a criterion was called met at its level',
    { ...earnedWord, outcome: { decision: 'earned', criteria: raised({ met: true }) } },
  ],
  ['no criterion is left', { ...earnedWord, outcome: { decision: 'earned', criteria: {} } }],
])('row 60: a "not yet" is not made an "earned" where %s', (_how, changed) => {
  expect(approved(written(changed, notYet))).toEqual(notSigned('ratings'))
})

test('row 60: what nobody read is not earned, whoever signed it', () => {
  const unread = signedAttempt('c', aClaim(), anAttempt())
  const claim = aRec(ClaimRecord, 'c', aClaim({ state: 'earned', attempts: [unread] }))
  expect(approved({ ...whole, claim, reviews: [] })).toEqual(notSigned('ratings'))
  const unsigned = aRec(ClaimRecord, 'c', aClaim({ state: 'earned', attempts: [anAttempt()] }))
  expect(approved({ ...whole, claim: unsigned, reviews: [] })).toEqual(notSigned('manifest'))
})

test.each<[string, Partial<Outcome>]>([
  [
    'a quoted place',
    {
      criteria: {
        ...outcome.criteria,
        c1: { ...c1, rank: 2, met: true, comment: '', anchors: [{ place: 'p', quote: 'forged' }] },
      },
    },
  ],
  ['the day', { decidedAt: 1 }],
  ['the reader', { reader: 'someone' }],
  ['a criterion more', { criteria: { ...outcome.criteria, c9: c1 } }],
])('row 60: %s in the claim that the reading does not say gets no badge', (_what, said) => {
  expect(approved(written({ outcome: said }))).toEqual(notSigned('ratings'))
})

test('row 60: another rubric under the same name is not the one that was judged by', () => {
  const easier = { ...aCriterion('c1'), passRank: 0 }
  const [first, ...others] = whole.micro.body.parts
  if (first === undefined) throw new Error('parts')
  const parts = [{ ...first, criteria: [easier] }, ...others]
  const micro = aRec(MicroCredentialRecord, 'mc', { ...whole.micro.body, parts })
  expect(approved({ ...whole, micro })).toEqual(notSigned('ratings'))
})

const first = readAttempt({}, notShown)
const second = readAttempt({}, { criteria: ['c1'], levels: { c1: 2 } }, [first.attempt])
const twice = earnedGrounds([first, second])

test('row 60: what was met in an earlier attempt stands, under that attempt’s own signatures', () => {
  expect(approved(twice)).toMatchObject({ changes: [{ do: 'create' }, { do: 'patch' }] })
  const [older, newer] = twice.claim.body.attempts
  if (older?.outcome === undefined || newer === undefined) throw new Error('two attempts')
  const forged = { ...older, outcome: { ...older.outcome, reader: 'someone' } }
  const unread = { ...older, outcome: undefined }
  for (const attempts of [
    [forged, newer],
    [unread, newer],
  ])
    expect(approved(written({ claim: { attempts } }, twice))).toEqual(notSigned('ratings'))
  const rewritten = { ...older, note: 'Other words.' }
  expect(approved(written({ claim: { attempts: [rewritten, newer] } }, twice))).toEqual(
    notSigned('manifest'),
  )
})

test('row 60: a claim is decided by its last attempt alone', () => {
  const again = readAttempt({}, { criteria: [], levels: {} }, [judged])
  expect(approved(earnedGrounds([readAttempt({}, {}), again]))).toEqual(notSigned('ratings'))
})

test('row 60: what its person and reader signed under a wrong number is no attempt of this claim', () => {
  const third = readAttempt({ n: 3 }, { attempt: 3 })
  expect(approved(earnedGrounds([third]))).toEqual(notSigned('manifest'))
})

test('row 60: a reader who judges what stands again, signed or not, decides nothing', () => {
  const again = readAttempt({}, { levels: { c1: 2, c2: 2, c3: 2 } }, [first.attempt])
  expect(approved(earnedGrounds([first, again]))).toEqual(notSigned('ratings'))
})

test('row 60: the state alone earns nothing, nor does a claim that was never sent', () => {
  const said = (claim: Partial<Claim>) => judgedAsSigned(written({ claim }))
  expect(said({})).toBeUndefined()
  expect(said({ state: 'not_yet' })).toEqual(notSigned('ratings').refusal)
  expect(said({ attempts: [] })).toEqual(notSigned('ratings').refusal)
})

// Row 60 by another key: who has the disk signs it all anew, as if by the person's own computer.
const other = 'f'.repeat(64)
test.each<[string, Grounds['keys'], object]>([
  ['is not in the register', [], { code: 'signer_unknown', facts: { what: 'manifest' } }],
  [
    'has another key there',
    [aDeviceKey('laptop', 'maya', { publicKey: other })],
    { code: 'signer_changed', facts: { what: 'manifest' } },
  ],
  [
    'was given another key since this computer first saw it',
    [aDeviceKey('laptop', 'maya', { isContradicted: true })],
    { code: 'signer_changed', facts: { what: 'manifest' } },
  ],
  [
    'is somebody else’s',
    [aDeviceKey('laptop', 'someone')],
    { code: 'signer_wrong', facts: { what: 'manifest', why: 'person' } },
  ],
  [
    'joined later',
    [aDeviceKey('laptop', 'maya', { joinedAt: judged.submittedAt + signedAtGraceMs + 1 })],
    { code: 'signer_wrong', facts: { what: 'manifest', why: 'early' } },
  ],
  [
    'is the reader’s and was ended before',
    [
      aDeviceKey('laptop', 'maya'),
      aDeviceKey('desk', 'jonah', { revokedAt: tuesday - signedAtGraceMs - 1 }),
    ],
    { code: 'signer_wrong', facts: { what: 'ratings', why: 'revoked' } },
  ],
  [
    'is the reader’s and has another key there',
    [aDeviceKey('laptop', 'maya'), aDeviceKey('desk', 'jonah', { publicKey: other })],
    { code: 'signer_changed', facts: { what: 'ratings' } },
  ],
])('row 60: a signature by a computer that %s gets no badge', (_what, keys, refusal) => {
  expect(approved({ ...whole, keys })).toEqual({ refusal })
})

test('a computer that was ended after it signed, and one within a clock’s error, still count', () => {
  const keys = [
    aDeviceKey('laptop', 'maya', { joinedAt: judged.submittedAt + signedAtGraceMs }),
    aDeviceKey('desk', 'jonah', { revokedAt: tuesday }),
  ]
  expect(approved({ ...whole, keys })).toMatchObject({ changes: [{}, {}] })
})

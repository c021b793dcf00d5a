import { expect, test } from 'vitest'
import { aClaim, anAttempt, anEvidence, anOutcome, aReadyDraft } from '../../test/builders/claim.ts'
import { aMicroCredential, aPrompt, aSlot } from '../../test/builders/micro-credential.ts'
import type { Evidence } from '../evidence/record.ts'
import { draftProblems } from './draft-problems.ts'
import type { Draft } from './record.ts'

const micro = aMicroCredential()
const codes = (
  draft: Partial<Draft>,
  evidence: Partial<Evidence> = {},
  claim = aClaim(),
  microCredential = micro,
) =>
  draftProblems(microCredential, claim, aReadyDraft(draft), [
    { id: 'photo', body: anEvidence(evidence) },
  ]).map(problem => `${problem.severity} ${problem.code}`)

test('a draft with everything that is asked for has nothing to fix', () => {
  expect(codes({})).toEqual([])
})

test('an answer is counted in words, not in spaces and dashes', () => {
  expect(codes({ answers: { context: 'one — two', learned: 'one two three' } })).toEqual([
    'fix words_too_few',
  ])
})

test('words over a hard limit are to fix, over a guide only worth a look', () => {
  const long = { context: 'a b c d e f g h', learned: 'one two three' }
  expect(codes({ answers: long })).toEqual(['fix words_too_many'])
  const soft = aMicroCredential({
    parts: micro.parts.map(part => ({
      ...part,
      prompts: part.prompts.map(prompt => aPrompt(prompt.id, { hard: false })),
    })),
  })
  expect(codes({ answers: long }, {}, aClaim(), soft)).toEqual(['look words_over_guide'])
})

test('an empty slot, an empty file and an unanswered "who is shown" each keep a claim back', () => {
  expect(codes({ filled: {} })).toEqual(['fix files_too_few'])
  expect(codes({}, { shown: 'unsure' })).toEqual(['fix shown_unsure'])
  const empty = { sha256: 'a'.repeat(64), sizeBytes: 0, mediaType: 'image/png', name: 'x' }
  expect(codes({}, { file: empty })).toEqual(['fix file_empty'])
})

test('students in the picture need a release that is held', () => {
  expect(codes({}, { shown: 'students' })).toEqual(['fix release_missing'])
  expect(codes({}, { shown: 'students', released: true })).toEqual([])
})

test('a slot takes only the kinds of file that it names', () => {
  const videoOnly = aMicroCredential({
    parts: micro.parts.map(part => ({
      ...part,
      slots: part.slots.map(slot => aSlot(slot.id, { accept: ['video/*'] })),
    })),
  })
  expect(codes({}, {}, aClaim(), videoOnly)).toEqual(['fix file_type'])
})

test('each missing word of honour is its own problem', () => {
  expect(codes({ attestations: {} })).toEqual([
    'fix attest_ready',
    'fix attest_release',
    'fix attest_own_work',
    'fix attest_ai_use',
  ])
})

test('after "not yet" only the parts with an unmet criterion are asked for again', () => {
  const claim = aClaim({
    state: 'not_yet',
    attempts: [anAttempt({ outcome: anOutcome({ c1: true, c2: false, c3: true }) })],
  })
  expect(codes({ answers: {}, filled: {} }, {}, claim)).toEqual(['fix files_too_few'])
})

test('what is wrong with an answer names its part, and the question where a part has several', () => {
  const placed = (draft: Partial<Draft>, microCredential = micro) =>
    draftProblems(microCredential, aClaim(), aReadyDraft(draft), []).map(({ code, facts }) => [
      code,
      facts['part'],
      facts['question'],
    ])
  const asking = micro.parts.filter(part => part.prompts.length > 0)
  const unanswered = { answers: {}, filled: {} }
  expect(placed(unanswered).filter(([code]) => code === 'words_missing')).toEqual(
    asking.map(part => ['words_missing', part.title, 0]),
  )
  const twoQuestions = aMicroCredential({
    parts: asking
      .slice(0, 1)
      .map(part => ({ ...part, prompts: [aPrompt('one'), aPrompt('two')], slots: [] })),
  })
  expect(placed(unanswered, twoQuestions)).toEqual([
    ['words_missing', asking[0]?.title, 1],
    ['words_missing', asking[0]?.title, 2],
  ])
})

test('a part that came back and is still as it was is worth a look, until something in it changes', () => {
  const draft = aReadyDraft()
  const photo = { id: 'photo', body: anEvidence() }
  const sent = anAttempt({
    answers: draft.answers,
    items: [
      {
        slot: 'work',
        evidence: 'photo',
        kind: 'file',
        title: photo.body.title,
        note: photo.body.note,
        happenedOn: photo.body.happenedOn,
        shown: 'nobody',
        released: false,
      },
    ],
    outcome: anOutcome({ c1: false, c2: false, c3: false }),
  })
  const unchanged = (now: Draft, piece = photo) =>
    draftProblems(micro, aClaim({ state: 'not_yet', attempts: [sent] }), now, [piece]).flatMap(
      ({ code, severity, facts }) => (code === 'part_unchanged' ? [[severity, facts['part']]] : []),
    )
  const every = micro.parts.map(part => ['look', part.title])
  expect(unchanged(draft)).toEqual(every)
  expect(unchanged({ ...draft, answers: { ...draft.answers, context: 'a b c d' } })).toEqual(
    every.slice(1),
  )
  const captioned = { ...photo, body: anEvidence({ note: 'Sorted by what they show.' }) }
  expect(unchanged(draft, captioned)).toHaveLength(every.length - 1)
  const first = aClaim({ attempts: [] })
  expect(draftProblems(micro, first, draft, [photo])).toEqual([])
})

test('two versions of the note to the coach keep a claim back as two of an answer do', () => {
  const aside = { note: { text: 'From the tablet.', at: 2, device: 'tablet' } }
  expect(codes({ note: 'From here.', aside })).toEqual(['fix note_two_versions'])
})

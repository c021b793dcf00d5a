import { expect, test } from 'vitest'
import { aClaim, anAttempt, anEvidence, aReadyDraft } from '../../test/builders/claim.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import type { Evidence } from '../evidence/record.ts'
import { openFindings } from './open-findings.ts'
import type { Attempt, Claim, Draft } from './record.ts'

type Findings = Attempt['findings']

const photo = anEvidence()
const sha256 = 'a'.repeat(64)
const missing: Findings = [
  {
    ...{ code: 'file_not_here', severity: 'fix', slot: 'work', evidence: 'photo' },
    facts: { title: 'Exit tickets' },
  },
]
const short: Findings = [
  { code: 'words_too_few', severity: 'fix', part: 'overview', prompt: 'context', facts: {} },
]
const caption: Findings = [
  { code: 'caption_missing', severity: 'fix', slot: 'work', evidence: 'photo', facts: {} },
]
const few: Findings = [{ code: 'files_too_few', severity: 'fix', slot: 'work', facts: {} }]

const item = {
  ...{ slot: 'work', evidence: 'photo', kind: photo.kind, title: photo.title, note: photo.note },
  ...{ happenedOn: photo.happenedOn, shown: photo.shown, released: photo.released },
  ...(photo.file === undefined ? {} : { file: photo.file }),
}

interface Since {
  readonly draft?: Partial<Draft>
  readonly piece?: Partial<Evidence>
  readonly claim?: Partial<Claim>
  readonly whole?: readonly string[]
  readonly problems?: Parameters<typeof openFindings>[0]['problems']
}

/** What is left of what was found, after what was done since. */
const left = (findings: Findings, since: Since = {}) =>
  openFindings({
    micro: aMicroCredential(),
    claim: aClaim({
      state: 'incomplete',
      attempts: [anAttempt({ items: [item], findings })],
      ...since.claim,
    }),
    draft: aReadyDraft(since.draft),
    evidence: [{ id: 'photo', body: anEvidence(since.piece) }],
    problems: since.problems ?? [],
    whole: new Set(since.whole),
  })
const codes = (findings: Findings, since?: Since) => left(findings, since).map(({ code }) => code)

test('what the district found stands with its part and its piece until something is done about it', () => {
  expect(left(missing)).toMatchObject([
    { code: 'file_not_here', severity: 'fix', part: 'evidence', slot: 'work', evidence: 'photo' },
  ])
})

test('a file that can’t be read is mended by another in its place, not by another name', () => {
  expect(codes(missing, { piece: { title: 'Tickets' } })).toEqual(['file_not_here'])
  expect(codes(missing, { draft: { filled: {} } })).toEqual([])
  const other = { sha256: 'b'.repeat(64), sizeBytes: 1, mediaType: 'image/png', name: 'b.png' }
  expect(codes(missing, { piece: { file: other } })).toEqual([])
})

test('a file that is whole on this computer goes again by itself, and keeps nothing back', () => {
  expect(left(missing, { whole: [sha256] })).toMatchObject([
    { code: 'file_goes_again', severity: 'look', evidence: 'photo' },
  ])
  expect(codes(missing, { whole: ['b'.repeat(64)] })).toEqual(['file_not_here'])
})

test('an answer, a caption and a slot are mended by writing and choosing', () => {
  expect(codes(short)).toEqual(['words_too_few'])
  expect(codes(short, { draft: { answers: { context: 'More words than before.' } } })).toEqual([])
  expect(codes(caption)).toEqual(['caption_missing'])
  expect(codes(caption, { piece: { note: 'What I saw.' } })).toEqual([])
  expect(codes(few)).toEqual(['files_too_few'])
  expect(codes(few, { draft: { filled: { 'work/photo': 1, 'work/film': 2 } } })).toEqual([])
})

test('what the check on this computer names too is not said twice', () => {
  const problems = [
    { code: 'words_too_few', severity: 'fix', part: 'overview', prompt: 'context', facts: {} },
  ] as const
  expect(codes(short, { problems })).toEqual([])
})

test('a word that was missing is asked for by this computer, and by nobody else', () => {
  const word = [{ code: 'attest_ready', severity: 'fix', attestation: 'ready', facts: {} }] as const
  expect(codes([...word])).toEqual([])
})

test('what a later version finds is still told', () => {
  const strange = [{ code: 'too_quiet', severity: 'fix', facts: {} }] as const
  expect(left([...strange])).toMatchObject([
    { code: 'found_otherwise', facts: { found: 'too_quiet' } },
  ])
})

test('once it is sent again, or was read, nothing of it is left', () => {
  expect(codes(missing, { claim: { state: 'submitted' } })).toEqual([])
  expect(codes(missing, { claim: { state: 'not_yet' } })).toEqual([])
})

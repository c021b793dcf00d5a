import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftProblems } from '../../core/claim/draft-problems.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import type { CommandName } from '../../core/commands.ts'
import { commands } from '../../core/commands.ts'
import { contentOf } from '../../core/evidence/content.ts'
import type { Evidence } from '../../core/evidence/record.ts'
import { EvidenceRecord, evidenceSchema } from '../../core/evidence/record.ts'
import { deletedFrom, trashLastsMs } from '../../core/evidence/trash-lasts.ts'
import type { Hold } from '../../core/person/hold.ts'
import { HoldRecord } from '../../core/person/hold.ts'
import { recordTypes } from '../../core/records.ts'
import { aClaim, anAttempt, anEvidence, aReadyDraft } from '../../test/builders/claim.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import { aRec } from '../../test/builders/rec.ts'
import { bodyOf, kindsOf } from '../records/kinds.ts'
import { projected } from '../records/projection.ts'
import type { Held } from '../trial/held.ts'
import { heldOf, recordsOf } from '../trial/held.ts'
import { actorAs } from '../trial/people.ts'

// Evidence in the trash is deleted for good by its person, or once its time has come; what that means for whoever else has
// done something to it at another computer.

const t0 = 1_700_000_000_000
const dayMs = 86_400_000
const kinds = kindsOf(recordTypes)

interface Done {
  readonly name: CommandName
  readonly input: object
  readonly atMs: number
  /** By the clock of who decides; that of who did it where absent. */
  readonly now?: number
  readonly by?: string
  readonly system?: true
}

let keys = 0

/** What a command comes to, and the records after it. */
function decided(held: Held, { name, input, atMs, now = atMs, by = 'laptop', system }: Done) {
  const stamp = `${atMs}-0000-${by}`
  const actor = system ? actorAs('district', 'district', 'system') : actorAs('maya', by, 'educator')
  const key = `${by}:${++keys}`
  const outcome = held.outcomeOf(commands[name], { key, input, actor, doneAt: atMs, now, stamp })
  return {
    code: 'refusal' in outcome ? outcome.refusal.code : undefined,
    held: 'writes' in outcome ? held.after(outcome.writes) : held,
  }
}
const pieceIn = (held: Held): Evidence =>
  evidenceSchema.parse(held.records.get('evidence/e')?.body ?? {})

const aPiece = (more: Partial<Evidence> = {}) => aRec(EvidenceRecord, 'e', anEvidence(more))
const holding = (...recs: Parameters<typeof recordsOf>[0]) => heldOf(recordsOf(recs), kinds)
const trash = (atMs: number, by?: string): Done => ({
  ...{ name: 'evidence.trash', input: { evidence: 'e', on: true }, atMs },
  ...(by === undefined ? {} : { by }),
})
const takeOut = (atMs: number, content?: object, by = 'tablet'): Done => ({
  ...{ name: 'evidence.trash', atMs, by },
  input: { evidence: 'e', on: false, ...(content && { content }) },
})
const deleteNow = (atMs: number, claims: readonly string[] = []): Done => ({
  ...{ name: 'evidence.delete', input: { evidence: 'e', claims }, atMs },
})
const deleteDue = (since: number, now: number): Done => ({
  ...{
    name: 'evidence.delete',
    input: { evidence: 'e', claims: [], since },
    atMs: now,
    system: true,
  },
})
const after = (held: Held, ...all: readonly Done[]) =>
  all.reduce((so, one) => decided(so, one).held, held)

test('what is deleted keeps nothing of what it held, whatever that was', () => {
  const word = fc.stringMatching(/^[a-z]{12}$/)
  const file = fc.record({
    sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
    sizeBytes: fc.nat(),
    mediaType: word,
    name: word,
  })
  const some = fc.record(
    {
      ...{ title: word, note: word, text: word, link: word, file },
      goals: fc.dictionary(word, fc.boolean()),
      competencies: fc.dictionary(word, fc.boolean()),
      aside: fc.dictionary(word, fc.record({ text: word, at: fc.nat(), device: word })),
    },
    { noNullPrototype: true },
  )
  fc.assert(
    fc.property(some, content => {
      const gone = pieceIn(after(holding(aPiece(content)), trash(t0), deleteNow(t0 + 1)))
      expect(gone.deletedAt).toBe(t0 + 1)
      const said = JSON.stringify(gone)
      for (const found of JSON.stringify(content).match(/[a-z]{12,}|[0-9a-f]{64}/g) ?? [])
        if (!(found in gone)) expect(said).not.toContain(found)
      expect(EvidenceRecord.files(gone)).toBeUndefined()
      expect(EvidenceRecord.rows('e', gone)).toMatchObject([{ trashed: 2, sha: null, place: null }])
    }),
  )
})

test('only what is in the trash is deleted, and nothing is written into it again', () => {
  const inUse = holding(aPiece())
  expect(decided(inUse, deleteNow(t0)).code).toBe('changed_since')
  const deleted = after(inUse, trash(t0), deleteNow(t0 + 1))
  const later = { atMs: t0 + 2, by: 'tablet' }
  const typed = { evidence: 'e', field: 'note', text: 'Still typing', base: '' }
  const settled = { evidence: 'e', field: 'note', text: 'x', seen: { stored: '', aside: '' } }
  for (const [name, input] of [
    ['evidence.write', typed],
    ['evidence.settle', settled],
    ['evidence.describe', { evidence: 'e', set: { shown: 'students' } }],
    ['evidence.link', { evidence: 'e', to: 'goals', id: 'g', on: true }],
  ] as const)
    expect([name, decided(deleted, { name, input, ...later }).code]).toEqual([
      name,
      'evidence_deleted',
    ])
  expect(pieceIn(after(deleted, deleteNow(t0 + 3), trash(t0 + 4)))).toEqual(pieceIn(deleted))
})

test('what a claim was sent with is not deleted, by its person or by time; in a draft it may be, and is missed there', () => {
  const item = { slot: 'work', evidence: 'e', kind: 'file', title: '', note: '' } as const
  const sent = anAttempt({
    items: [{ ...item, happenedOn: '2026-11-20', shown: 'nobody', released: false }],
  })
  for (const state of ['submitted', 'in_review', 'not_yet', 'earned', 'withdrawn'] as const) {
    const claim = aRec(ClaimRecord, 'c', aClaim({ state, attempts: [sent] }))
    const held = after(holding(aPiece(), claim), trash(t0))
    expect(decided(held, deleteNow(t0 + 1, ['c'])).code).toBe('evidence_held')
    const due = deleteDue(t0, t0 + trashLastsMs)
    const input = { ...due.input, claims: ['c'] }
    expect(decided(held, { ...due, input }).code).toBe('evidence_held')
  }
  const draft = aRec(ClaimRecord, 'c', aClaim())
  const gone = after(holding(aPiece(), draft), trash(t0), deleteNow(t0 + 1, ['c']))
  const filled = aReadyDraft({ filled: { 'work/e': 1 } })
  const piece = { id: 'e', body: pieceIn(gone) }
  expect(draftProblems(aMicroCredential(), draft.body, filled, [piece])).toMatchObject([
    { code: 'deleted', severity: 'fix', slot: 'work', evidence: 'e' },
  ])
})

test('time deletes what has lain there for thirty days, by the clock of who decides', () => {
  const lying = after(holding(aPiece()), trash(t0))
  expect(decided(lying, deleteDue(t0, t0 + trashLastsMs - 1)).code).toBe('changed_since')
  expect(pieceIn(decided(lying, deleteDue(t0, t0 + trashLastsMs)).held).deletedAt).toBeDefined()
  // Taken out and thrown away again: the thirty days begin anew, and what was meant for the first time does nothing.
  const again = after(lying, takeOut(t0 + 10), trash(t0 + 20 * dayMs, 'tablet'))
  expect(decided(again, deleteDue(t0, t0 + 31 * dayMs)).code).toBe('changed_since')
  expect(decided(after(lying, takeOut(t0 + 10)), deleteDue(t0, t0 + 90 * dayMs)).code).toBe(
    'changed_since',
  )
})

test('a clock that is behind makes the time in the trash longer, never shorter', () => {
  const ms = fc.integer({ min: 0, max: 9_999_999_999_999 })
  fc.assert(
    fc.property(ms, ms, (trashedAt, stampMs) => {
      const clocks = { trashedAt: `${String(stampMs).padStart(13, '0')}-0000-laptop` }
      const from = deletedFrom(aRec(EvidenceRecord, 'e', anEvidence({ trashedAt }), clocks)) ?? 0
      expect(from).toBeGreaterThanOrEqual(trashedAt + trashLastsMs)
      expect(from).toBeGreaterThanOrEqual(stampMs + trashLastsMs)
    }),
  )
})

test('of deleting and taking out at two computers the later one is right, in whatever order the district hears of them', () => {
  const content = contentOf(aPiece().body)
  const times = fc.record({ deleted: fc.nat({ max: 1_000 }), out: fc.nat({ max: 1_000 }) })
  fc.assert(
    fc.property(times, fc.boolean(), ({ deleted, out }, isDeletedFirst) => {
      fc.pre(deleted !== out)
      const start = after(holding(aPiece()), trash(t0))
      const both = [deleteNow(t0 + 1 + deleted), takeOut(t0 + 1 + out, content)]
      const piece = pieceIn(after(start, ...(isDeletedFirst ? both : both.toReversed())))
      if (deleted > out) expect(piece.deletedAt).toBe(t0 + 1 + deleted)
      else expect(piece).toEqual(aPiece().body)
    }),
  )
})

test('who takes a piece out before its time has deleted it keeps it, however late the district hears of it', () => {
  const content = contentOf(aPiece().body)
  const gone = after(holding(aPiece()), trash(t0), deleteDue(t0, t0 + trashLastsMs))
  expect(pieceIn(gone).title).toBe('')
  // A computer that was offline for a year.
  const out = takeOut(t0 + 29 * dayMs, content)
  expect(pieceIn(after(gone, { ...out, now: t0 + 400 * dayMs }))).toEqual(aPiece().body)
})

test('a program that brings nothing back with it is told that the piece is gone', () => {
  const gone = after(holding(aPiece()), trash(t0), deleteNow(t0 + 1))
  expect(decided(gone, takeOut(t0 + 2)).code).toBe('evidence_deleted')
  expect(decided(gone, takeOut(t0, contentOf(aPiece().body))).code).toBe('evidence_deleted')
})

test('at the computer where it was deleted there is no way back, by undo either; once it was deleted anew elsewhere there is', () => {
  const content = contentOf(aPiece().body)
  const gone = after(holding(aPiece()), trash(t0), deleteNow(t0 + 1))
  expect(decided(gone, takeOut(t0 + 2, content, 'laptop')).code).toBe('evidence_deleted')
  const back = after(gone, takeOut(t0 + 2, content))
  const elsewhere = after(back, trash(t0 + 3, 'tablet'), { ...deleteNow(t0 + 4), by: 'tablet' })
  expect(pieceIn(after(elsewhere, takeOut(t0 + 5, content, 'laptop')))).toEqual(aPiece().body)
  // Time has deleted what was thrown away here: whoever took it out without a network had not heard of it.
  const byTime = after(holding(aPiece()), trash(t0), deleteDue(t0, t0 + trashLastsMs))
  expect(pieceIn(after(byTime, takeOut(t0 + 9, content, 'laptop')))).toEqual(aPiece().body)
})

test('under a hold the district alone withholds what it held; its person sees it deleted like any other, by time too', () => {
  const body = { file: aPiece().body.file, goals: { g: true }, text: 'What was seen.' }
  const hold = (lifted?: Partial<Hold>) =>
    aRec(HoldRecord, 'maya', { reason: 'A letter.', putBy: 'iris', putAt: 1, ...lifted })
  const start = holding(aPiece(body), hold())
  for (const deleting of [deleteNow(t0 + 1), deleteDue(t0, t0 + trashLastsMs)]) {
    const piece = pieceIn(after(start, trash(t0), deleting))
    expect(piece.withheld).toEqual(contentOf(aPiece(body).body))
    expect(EvidenceRecord.files(piece)?.shas).toEqual([body.file?.sha256])
    const seen = projected(
      { ...aRec(EvidenceRecord, 'e', piece), body: bodyOf(piece) },
      EvidenceRecord,
      stream => stream === 'user:maya',
    )
    const elsewhere = pieceIn(after(holding(aPiece(body)), trash(t0), deleting))
    expect(seen?.body).toEqual(elsewhere)
  }
})

test('what was withheld goes once the hold is lifted, and comes back whole with a piece that was taken out elsewhere', () => {
  const put = { reason: 'A letter.', putBy: 'iris', putAt: 1 }
  const gone = after(holding(aPiece(), aRec(HoldRecord, 'maya', put)), trash(t0), deleteNow(t0 + 1))
  const letGo = deleteDue(t0, t0 + 9)
  expect(pieceIn(after(gone, letGo)).withheld).toBeDefined()
  const lifting = aRec(HoldRecord, 'maya', { ...put, liftedBy: 'iris', liftedAt: 2 })
  const lifted = heldOf(new Map([...gone.records, ...recordsOf([lifting])]), kinds)
  const left = pieceIn(after(lifted, letGo))
  expect(left).toEqual(pieceIn(after(holding(aPiece()), trash(t0), deleteNow(t0 + 1))))
  expect(EvidenceRecord.files(left)).toBeUndefined()
  // With less than the district has.
  const { file: _file, ...content } = contentOf(aPiece().body)
  expect(pieceIn(after(gone, takeOut(t0 + 2, content)))).toEqual(aPiece().body)
})

test('what a computer brings back with a piece is no more than could have been kept', () => {
  const gone = after(holding(aPiece()), trash(t0), deleteNow(t0 + 1))
  const content = contentOf(aPiece().body)
  const link = 'javascript:alert(1)'
  expect(decided(gone, takeOut(t0 + 2, { ...content, link })).code).toBe('bad_input')
  const aside = { note: { text: 'The other version.', at: 1, device: 'tablet' } }
  const two = { ...content, aside }
  expect(pieceIn(after(gone, takeOut(t0 + 2, two)))).toEqual({ ...aPiece().body, aside })
  expect(contentOf(aPiece({ aside }).body)).toEqual(two)
})

test('nobody else deletes it, and the district itself only by time', () => {
  const lying = after(holding(aPiece({ owner: 'jonah' })), trash(t0))
  expect(decided(lying, deleteNow(t0 + 1)).code).toBe('not_here')
  const own = after(holding(aPiece()), trash(t0))
  expect(decided(own, { ...deleteNow(t0 + 1), system: true }).code).toBe('not_here')
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aClaim, anEvidence, aReadyDraft } from '../../test/builders/claim.ts'
import { tuesday } from '../../test/builders/context.ts'
import { aMicroCredential } from '../../test/builders/micro-credential.ts'
import { aRec } from '../../test/builders/rec.ts'
import { aDeviceKey, signedAttempt } from '../../test/builders/signed.ts'
import { freeze } from '../../core/claim/freeze.ts'
import { ClaimRecord, DraftRecord, type Attempt } from '../../core/claim/record.ts'
import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { claimQueries } from '../../db/claim/queries.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { Op, Page } from '../../db/wire.ts'
import { signedBy } from '../keys/signed-by.ts'
import { askerOf } from '../question/asker.ts'
import { libraryIn, type Library } from '../trial/library.ts'

// security.md row 60, seen from the person's own computer: it remembers what it sent, and with which key.

let folder: string
let laptop: Library
let sent: Attempt
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'laptop-'))
  laptop = libraryIn(folder)
  const { store } = laptop
  const { device } = store.standing().actor
  store.join({ person: 'maya', device, roles: ['educator'] })
  sent = await sendClaim()
})
afterEach(() => {
  laptop.store.close()
  rmSync(folder, { recursive: true, force: true })
})

let rev = 0
/** One page of the district's word for the person. */
function told(records: readonly Rec<object>[], results: Page['results'] = []): void {
  const { store } = laptop
  const ops = records.map(({ kind, id, v, body }): Op => [
    'user:maya',
    kind,
    id,
    ++rev,
    v,
    bodyOf(body),
    {},
  ])
  const from = store.standing().cursor
  const said = { drop: [], results, now: tuesday, ops }
  store.takePage({ from, next: `${from}+`, more: false, ...said }, tuesday)
}

/** Sends a claim that is ready, and hears that the district took it. */
async function sendClaim(): Promise<Attempt> {
  const { store, key } = laptop
  const claim = aRec(ClaimRecord, 'c', aClaim())
  const draft = aRec(DraftRecord, 'c', aReadyDraft())
  const micro = aRec(MicroCredentialRecord, 'mc', aMicroCredential())
  const piece = aRec(EvidenceRecord, 'photo', anEvidence())
  told([claim, draft, micro, piece])
  const sha = 'a'.repeat(64)
  store.noteBlob({ sha, owner: 'maya', sizeBytes: 12, mediaType: 'image/png', verifiedAt: 1 })
  const { device } = store.standing().actor
  const ready = { claim, draft, micro, evidence: [piece], device, submittedAt: tuesday }
  const { manifest } = freeze(ready)
  const signed = signedBy({ store, key }, 'manifest', manifest)
  const input = { claim: 'c', manifest, signed, submittedAt: tuesday }
  const performed = store.perform('claim.submit', input, tuesday)
  if (performed.did === 'refused') throw new Error(performed.refusal.code)
  const push = store.nextPush({ rowsMax: 10, bytesMax: 1_000_000 }, tuesday)
  if (push === undefined || !store.leave(push)) throw new Error('it does not leave')
  const [attempt] = (await store.seen.get(ClaimRecord, 'c'))?.rec.body.attempts ?? []
  if (attempt === undefined) throw new Error('it was sent')
  told([inRecord([attempt])], [[performed.key, { status: 'applied', at: 1 }]])
  return attempt
}

const inRecord = (attempts: Attempt[]) =>
  aRec(ClaimRecord, 'c', aClaim({ state: 'in_review', attempts }))

const since = () => {
  const { rows } = claimQueries['claim.since-sent']
  return rows(askerOf(laptop), { claim: 'c' })
}

test('what the record keeps as it was sent needs no word', async () => {
  expect(await since()).toEqual({ since: 'same' })
})

test('row 60: an answer that was changed in the record is seen', async () => {
  told([inRecord([{ ...sent, answers: { ...sent.answers, context: 'Better words.' } }])])
  expect(await since()).toEqual({ since: 'changed' })
})

test('row 60: another attempt in its place is seen, whoever’s computer signed it and whatever the register says', async () => {
  const signed = { ...sent.signed, device: 'invented' }
  const instead = signedAttempt('c', aClaim(), { ...sent, note: 'Better words.', signed })
  told([aDeviceKey('invented', 'maya'), inRecord([instead])])
  expect(await since()).toEqual({ since: 'lost' })
})

test('row 60: an attempt more that is signed as if by this computer is seen', async () => {
  const more = signedAttempt('c', aClaim(), { ...sent, n: 2 })
  told([inRecord([sent, more])])
  expect(await since()).toEqual({ since: 'key' })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aClaim, anAttempt } from '../../test/builders/claim.ts'
import { tuesday } from '../../test/builders/context.ts'
import { earnedGrounds, readAttempt } from '../../test/builders/grounds.ts'
import { aRec } from '../../test/builders/rec.ts'
import { aDeviceKey, signedAttempt } from '../../test/builders/signed.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import { badgeQueries } from '../../db/badge/queries.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { Op } from '../../db/wire.ts'
import { askerOf } from '../question/asker.ts'
import { libraryIn, type Library } from '../trial/library.ts'

// security.md row 60, by another key: who has the district's disk changes a claim, signs all of it anew with a key of
// their own, and changes the register to it. The office's computer goes by what it saw first.

let folder: string
let office: Library
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-'))
  office = libraryIn(folder)
  const { device } = office.store.standing().actor
  office.store.join({ person: 'iris', device, roles: ['officer'] })
})
afterEach(() => {
  office.store.close()
  rmSync(folder, { recursive: true, force: true })
})

let rev = 0
/** One page of the district's word for the office. */
function told(...records: readonly Rec<object>[]): void {
  const { store } = office
  const ops = records.map(({ kind, id, v, body }): Op => [
    'office',
    kind,
    id,
    ++rev,
    v,
    bodyOf(body),
    {},
  ])
  const from = store.standing().cursor
  const said = { drop: [], results: [], now: tuesday, ops }
  store.takePage({ from, next: `${from}+`, more: false, ...said }, tuesday)
}
const approved = () => office.store.perform('badge.approve', { claim: 'c' }, tuesday)

/** Under the builders' key, which is the operator's own where `theirs` stood in the register before. */
const rewritten = earnedGrounds([readAttempt({ note: 'Words she never wrote.' }, {})])
const theirs = { publicKey: 'f'.repeat(64) }

test('a claim under the keys that the office has always seen gets its badge', async () => {
  const { claim, reviews, micro, keys } = earnedGrounds()
  told(...keys, micro, claim, ...reviews)
  expect((await badgeQueries.issue.rows(askerOf(office), {})).toIssue).toHaveLength(1)
  expect(await badgeQueries['issue.unfit'].rows(askerOf(office), {})).toEqual({ unfit: [] })
  expect(approved()).toMatchObject({ did: 'applied' })
})

test.each<[string, readonly Rec<object>[]]>([
  ['the register says what it said', []],
  ['the register is changed to it', rewritten.keys],
])('signed anew by another key, it gets none: %s', async (_what, register) => {
  const { claim, reviews, micro } = rewritten
  told(aDeviceKey('laptop', 'maya', theirs), aDeviceKey('desk', 'jonah', theirs), micro)
  told(...register, claim, ...reviews)
  expect(approved()).toEqual({
    did: 'refused',
    refusal: { code: 'signer_changed', facts: { what: 'manifest' } },
  })
  // The list of what waits says so before anybody presses.
  const { rows } = badgeQueries['issue.unfit']
  expect(await rows(askerOf(office), {})).toEqual({
    unfit: [{ claim: 'c', refusal: { code: 'signer_changed', facts: { what: 'manifest' } } }],
  })
})

test('signed in the name of a computer that nobody listed, it gets none', () => {
  const { claim, reviews, micro, keys } = rewritten
  const attempt = signedAttempt('c', aClaim(), {
    ...anAttempt(),
    ...claim.body.attempts[0],
    signed: { ...anAttempt().signed, device: 'invented' },
  })
  const moved = aRec(ClaimRecord, 'c', { ...claim.body, attempts: [attempt] })
  told(...keys, micro, moved, ...reviews)
  expect(approved()).toMatchObject({ refusal: { code: 'signer_unknown' } })
})

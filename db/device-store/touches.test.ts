import { expect, test } from 'vitest'
import { aClaim } from '../../test/builders/claim.ts'
import { aRec } from '../../test/builders/rec.ts'
import { ClaimRecord, type ClaimState } from '../../core/claim/record.ts'
import { bodyOf, kindsOf, plain, type StoredRec } from '../records/kinds.ts'
import { nameKey } from './name-key.ts'
import { touchesIn } from './touches.ts'

const kinds = kindsOf([ClaimRecord])
const claim = (state: ClaimState): StoredRec => {
  const rec = aRec(ClaimRecord, 'c', aClaim({ state }))
  return { ...rec, body: bodyOf(plain(rec.body)) }
}
const name = nameKey('open claim of maya for questions')

const step = (before: ClaimState, after: ClaimState) =>
  touchesIn(
    {
      outcome: { writes: [{ key: 'claim/c', rec: claim(after), before: 1 }] },
      missing: false,
      reads: new Map([['claim/c', claim(before)]]),
      freeNames: new Set(),
    },
    [],
    kinds,
  )

test('who gives a name up touches it, so that whoever takes it next goes after them', () => {
  expect(step('draft', 'withdrawn')).toContainEqual({ key: name, wrote: true })
  expect(step('draft', 'submitted')).toContainEqual({ key: name, wrote: true })
})

test('of a claim that is over for good the name is nobody’s', () => {
  expect(step('withdrawn', 'withdrawn').map(touch => touch.key)).toEqual(['claim/c'])
})

import { expect, test } from 'vitest'
import type { Pending } from '../../db/device-store/outbox.ts'
import { madeId } from '../../db/engine/made-id.ts'
import { refusedRows } from './refused-rows.ts'

const lost = madeId('tablet:1', 'claim')
const row = (n: number, set: Partial<Pending>): Pending => ({
  n,
  key: `tablet:${n}`,
  name: 'claim.write',
  input: { claim: lost },
  stamp: '',
  doneAt: n,
  state: 'refused',
  sight: 'doubtful',
  refusal: { code: 'not_here', facts: { what: 'claim' } },
  ...set,
})
const start = row(1, {
  name: 'claim.start',
  input: { microCredential: 'm', code: 'x' },
  refusal: { code: 'claim_exists', facts: { claim: 'won' } },
})

test('a refused start names the claim that it would have made, so that its words are found', () => {
  const rows = refusedRows([start, row(2, {})])
  expect(rows.map(told => [told.key, told.lostClaim])).toEqual([
    ['tablet:1', lost],
    ['tablet:2', undefined],
  ])
})

test('as long as some of it is on its way, nothing can be moved: half of it would be left behind', () => {
  for (const state of ['queued', 'sent', 'waiting'] as const)
    expect(refusedRows([start, row(2, { state })])[0]?.lostClaim).toBeUndefined()
  const other = row(2, { state: 'queued', input: { claim: 'another' } })
  expect(refusedRows([start, other])[0]?.lostClaim).toBe(lost)
})

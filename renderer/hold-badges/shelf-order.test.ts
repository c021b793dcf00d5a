import { expect, test } from 'vitest'
import type { Badge } from '../../core/badge/record.ts'
import type { Row } from '../../contract/device/row.ts'
import { shelfOrder } from './shelf-order.ts'

const row = (id: string, more: Partial<Badge> = {}): Row<Badge> => ({
  id,
  sight: 'record',
  body: {
    claim: 'c',
    owner: 'o',
    microCredential: 'm',
    title: id,
    attempt: 1,
    manifestSha256: 'aa',
    state: 'signed',
    approvedBy: 'p',
    approvedAt: 1,
    signedAt: 2,
    ...more,
  },
})
const ids = (badges: readonly Row<Badge>[]) => shelfOrder(badges).map(({ id }) => id)

test('a badge that was replaced stands right under the newer one, however far back it was', () => {
  const badges = [
    row('newest', { replaces: 'newer' }),
    row('other'),
    row('newer', { replaces: 'old', replacedBy: 'newest', state: 'superseded' }),
    row('another'),
    row('old', { replacedBy: 'newer', state: 'superseded' }),
  ]
  expect(ids(badges)).toEqual(['newest', 'newer', 'old', 'other', 'another'])
})

test('while the newer one waits to be signed, the older one keeps its place, and none is lost', () => {
  const { signedAt: _signedAt, ...waiting } = row('newer', {
    replaces: 'old',
    state: 'approved',
  }).body
  const badges = [
    { ...row('newer'), body: waiting },
    row('other'),
    row('old', { replacedBy: 'newer' }),
  ]
  expect(ids(badges).toSorted()).toEqual(['newer', 'old', 'other'])
  expect(ids([row('old', { replacedBy: 'elsewhere' })])).toEqual(['old'])
})

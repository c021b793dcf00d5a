import { expect, test } from 'vitest'
import { aClaim } from '../../test/builders/claim.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import { whatWaits } from './what-waits.ts'

const row = (id: string) => ({
  id,
  body: aClaim({ state: 'earned', title: id }),
  sight: 'record' as const,
})
const rows = { toIssue: [row('fit'), row('changed')], own: [row('mine')] }
const refusal: Refusal = { code: 'not_as_signed', facts: { what: 'manifest' } }
const tell = ({ code }: Refusal) => ({ said: code, next: '', code })
const failure = (code: string) => new Map([['fit', { said: code, next: '', code }]])
const parted = (unfit: readonly { claim: string; refusal: Refusal }[], failures = new Map()) => {
  const { waiting, stuck } = whatWaits({ rows, unfit, failures, tell })
  return [waiting.map(({ id }) => id), stuck.map(({ claim, why }) => `${claim.id}: ${why.said}`)]
}

test('what no badge can rest on does not wait to be approved; what is one’s own waits for another', () => {
  expect(parted([{ claim: 'changed', refusal }])).toEqual([
    ['fit'],
    ['changed: not_as_signed', 'mine: badge_own'],
  ])
})

test('what approving finds out later stands apart too, but what was in the way for a moment does not', () => {
  expect(parted([], failure('signer_changed'))[1]).toContain('fit: signer_changed')
  expect(parted([], failure('program_gone'))[0]).toEqual(['fit', 'changed'])
})

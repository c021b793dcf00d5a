import { expect, test } from 'vitest'
import type { GivenEndorsement } from '../../core/endorsement/given.ts'
import { given } from '../../test/builders/given-endorsement.ts'
import { saidHere } from './said-here.ts'

const now = given.givenAt + 1_000
const named = { issuer: 'did:web:uni.example', achievement: 'https://uni.example/a/1', badge: 'b' }
const row = (id: string, more: Partial<GivenEndorsement>) => ({
  ...{ id, body: { ...given, ...more } },
  sight: 'record' as const,
})

test('what is signed counts, what waits for its signature is told apart, and the rest is not told', () => {
  const rows = [
    row('signed', { state: 'signed' }),
    row('ended', { state: 'signed', validUntil: now }),
    row('waits', {}),
    row('refused', { state: 'refused' }),
    row('withdrawn', { state: 'withdrawn' }),
    row('of another', { state: 'signed', endorsed: { ...given.endorsed, id: 'urn:uuid:1' } }),
  ]
  const { inForce, waiting } = saidHere(rows, named, now)
  expect([inForce, waiting].map(some => some.map(({ id }) => id))).toEqual([['signed'], ['waits']])
})

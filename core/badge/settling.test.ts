import { expect, test } from 'vitest'
import type { Cause, CauseChoice } from './cause.ts'
import { settlingOf } from './settling.ts'

const issuer = 'did:web:cedar.example'
const stale: Cause = { standing: 'unknown', mark: 'status', code: 'STALE', issuer }
const stranger: Cause = { ...stale, mark: 'trust', code: 'ISSUER_NOT_LISTED' }
const unproven: Cause = { ...stale, mark: 'signature', code: 'KEY_NOT_AVAILABLE' }

/** What the office decided, by the code of the cause. */
const settled = (causes: readonly Cause[], choices: Readonly<Record<string, CauseChoice>> = {}) =>
  settlingOf(causes, ({ code }) => {
    const choice = choices[code]
    return choice === undefined ? undefined : { choice }
  })

test('one thing that is unknown may be accepted, and is settled once it is', () => {
  expect(settled([stale])).toEqual({ cause: stale, decided: undefined, mayAccept: true })
  expect(settled([stale], { STALE: 'accepted' })).toMatchObject({ decided: { choice: 'accepted' } })
})

test('an old list of an unknown issuer is not accepted with those of a known one', () => {
  expect(settled([stranger, stale], { STALE: 'accepted' })).toEqual({
    cause: stranger,
    decided: undefined,
    mayAccept: true,
  })
  expect(settled([stranger, stale])).toMatchObject({ cause: stranger, mayAccept: false })
})

test('an accepted issuer does not accept what else is unknown about its badges', () => {
  expect(settled([stranger, stale], { ISSUER_NOT_LISTED: 'accepted' })).toEqual({
    cause: stale,
    decided: undefined,
    mayAccept: true,
  })
  const choices = { ISSUER_NOT_LISTED: 'accepted', STALE: 'accepted' } as const
  expect(settled([stranger, stale], choices).decided).toEqual({ choice: 'accepted' })
})

test('a signature that nobody can check is never accepted, whatever else is', () => {
  const choices = { ISSUER_NOT_LISTED: 'accepted' } as const
  expect(settled([stranger, unproven], choices)).toEqual({
    cause: unproven,
    decided: undefined,
    mayAccept: false,
  })
})

test('whoever asks, or leaves badges as they are, has settled them as a whole', () => {
  expect(settled([stranger, stale], { ISSUER_NOT_LISTED: 'left' })).toMatchObject({
    cause: stranger,
    decided: { choice: 'left' },
  })
  expect(settled([stranger, stale], { STALE: 'asking' })).toMatchObject({ cause: stale })
})

test('without a cause there is nothing to decide', () => {
  expect(settled([])).toEqual({ cause: undefined, decided: undefined, mayAccept: false })
})

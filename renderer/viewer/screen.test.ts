import { expect, test } from 'vitest'
import { readAsked } from './screen.ts'

test.each([
  [{ kind: 'go', page: 3 }],
  [{ kind: 'go', timeMs: 1_500 }],
  [{ kind: 'go', page: 3, top: 1_840 }],
  [{ kind: 'toggle' }],
  [{ kind: 'seek', byMs: -5_000 }],
  [{ kind: 'turn', byPages: 1 }],
])('%j is something that a screen asks', asked => {
  expect(readAsked(asked)).toEqual(asked)
})

test('what is wrong in a message is left out, and what is no message is not listened to', () => {
  expect(readAsked({ kind: 'go', page: 'three', timeMs: Number.NaN })).toEqual({ kind: 'go' })
  for (const data of [null, 'go', 7, [], {}, { kind: 'open', url: 'https://evil.example' }])
    expect(readAsked(data)).toBeUndefined()
})

import { expect, test } from 'vitest'
import { readInvitation } from './read-invitation.ts'

test.each([
  ['alder.example', 'https://alder.example'],
  [' https://alder.example/join ', 'https://alder.example'],
  ['http://alder.example', 'https://alder.example'],
  ['http://127.0.0.1:4400', 'http://127.0.0.1:4400'],
  ['localhost:4400', 'http://localhost:4400'],
])('%s is asked at %s: over TLS, but on this very computer', (address, origin) => {
  expect(readInvitation({ address, code: 'abcde-fghjk' })).toEqual({
    address: origin,
    code: 'ABCDEFGHJK',
  })
})

test('an invitation link brings its code along', () => {
  const address = 'https://alder.example/join#code=7Q2MX-ABCDE'
  expect(readInvitation({ address, code: '' })).toEqual({
    address: 'https://alder.example',
    code: '7Q2MXABCDE',
  })
})

test.each(['', 'https://', 'a b', '://x'])('%j is no address', address => {
  expect(() => readInvitation({ address, code: 'abcde-fghjk' })).toThrow('unreachable')
})

test('a code that is too short is not even asked about', () => {
  expect(() => readInvitation({ address: 'alder.example', code: 'abc' })).toThrow(
    'invitation_unknown',
  )
})

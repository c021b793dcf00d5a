import fc from 'fast-check'
import { expect, test } from 'vitest'
import { invitationIn } from './invited.ts'

test('an invitation is read from the fragment, with a code or without one', () => {
  const address = 'https://record.example.org'
  const hashOf = (facts: Record<string, string>) => `#${new URLSearchParams(facts).toString()}`
  expect(invitationIn(hashOf({ district: address, code: 'ABCDE-FGHIJ' }))).toEqual({
    address,
    code: 'ABCDE-FGHIJ',
  })
  expect(invitationIn(hashOf({ district: address }))).toEqual({
    ...{ address, code: '' },
  })
})

test.each([
  '',
  '#',
  '#once=abc',
  '#district=',
  '#district=javascript:alert(1)',
  '#district=ftp://x',
])('%j is no invitation', hash => expect(invitationIn(hash)).toBeUndefined())

test('whatever a fragment holds, the address is one of the web or there is none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const told = invitationIn(`#district=${text}`)
      if (told !== undefined) expect(told.address).toMatch(/^https?:\/\/[^\s/]+$/)
    }),
  )
})

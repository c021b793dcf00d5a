import { expect, test } from 'vitest'
import { aClaim, anAttempt } from '../../test/builders/claim.ts'
import { aDeviceKey, signedAttempt, trialAttempt } from '../../test/builders/signed.ts'
import { attemptFault } from './attempt-fault.ts'
import type { Attempt } from './record.ts'

const keys = [aDeviceKey('laptop', 'maya')]
const faultOf = (attempt: Attempt) => attemptFault({ id: 'c', body: aClaim() }, attempt, keys)

test('what is as its person signed it can be gone by', () => {
  expect(faultOf(signedAttempt('c', aClaim(), anAttempt()))).toBeUndefined()
})

test('what a trial version sent is not called changed: it is to be sent again', () => {
  expect(faultOf(trialAttempt('c', aClaim(), anAttempt({ n: 2 })))).toEqual({
    code: 'sent_by_trial',
    facts: { attempt: 2 },
  })
})

test('a changed attempt is called changed, also where it says that a trial version sent it', () => {
  const fault = { code: 'not_as_signed', facts: { what: 'manifest' } }
  const { manifest, ...rest } = signedAttempt('c', aClaim(), anAttempt())
  expect(faultOf({ ...rest, manifest, note: 'Other words.' })).toEqual(fault)
  expect(faultOf({ ...rest, manifest: manifest.replace('"v":2', '"v":1') })).toEqual(fault)
})

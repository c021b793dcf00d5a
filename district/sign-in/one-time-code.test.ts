import { expect, test } from 'vitest'
import { codeAt, otpUri, stepAt, stepOfCode } from './one-time-code.ts'
import { base32 } from './base32.ts'
import { sealed, unsealed } from './sealed-secret.ts'

const secret = Buffer.from('12345678901234567890')

// RFC 6238, appendix B, of which six digits are shown.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %i seconds the code is %s', (seconds, code) => {
  expect(codeAt(secret, stepAt(seconds * 1_000))).toBe(code)
})

const now = 1_234_567_890_000
const codeOf = (around: number) => codeAt(secret, stepAt(now) + around)

test('the codes of the step before and after count too, none beyond', () => {
  const steps = [-2, -1, 0, 1, 2].map(around => stepOfCode(secret, codeOf(around), now, 0))
  expect(steps.map(step => step && step - stepAt(now))).toEqual([undefined, -1, 0, 1, undefined])
})

test('a code that was used does not count again, nor one from before it', () => {
  const last = stepAt(now)
  expect(stepOfCode(secret, codeOf(0), now, last)).toBeUndefined()
  expect(stepOfCode(secret, codeOf(-1), now, last)).toBeUndefined()
  expect(stepOfCode(secret, codeOf(1), now, last)).toBe(last + 1)
})

test('an app reads who and where, and the secret as RFC 4648 writes it', () => {
  expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(base32(Buffer.from('foob'))).toBe('MZXW6YQ')
  expect(otpUri(secret, 'Río Verde', 'maya okafor')).toBe(
    'otpauth://totp/R%C3%ADo%20Verde:maya%20okafor?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=R%C3%ADo%20Verde&algorithm=SHA1&digits=6&period=30',
  )
})

test('a sealed secret opens for its person and with its key alone', () => {
  const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const stored = sealed(secret, 'maya', key)
  expect(unsealed(stored, 'maya', key)).toEqual(secret)
  expect(unsealed(stored, 'jonah', key)).toBeUndefined()
  expect(unsealed(stored, 'maya', other)).toBeUndefined()
  expect(unsealed(`${stored.slice(0, -4)}AAAA`, 'maya', key)).toBeUndefined()
  expect(unsealed('short', 'maya', key)).toBeUndefined()
})

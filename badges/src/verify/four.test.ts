import { expect, test } from 'vitest'
import { four } from './four.ts'
import type { Check, Report } from './report.ts'

const minuteMs = 60_000
const at = Date.parse('2026-11-26T17:44:00Z')

const aCheck = (check: Partial<Check>): Check => ({
  id: 'status.revocation',
  outcome: 'pass',
  about: '/credentialStatus',
  message: 'Said of a status.',
  spec: 'Bitstring Status List §3.2',
  needed: true,
  ...check,
})

const aReport = (...checks: readonly Check[]): Report => ({
  input: 'badge.png',
  detected: {
    kind: 'badge',
    version: '3.0',
    dataModel: '2.0',
    form: 'png',
    name: 'Open Badges 3.0 credential',
    securing: [],
    reason: null,
    notes: [],
  },
  at,
  overall: 'verified',
  checks,
  parts: [],
  asOf: null,
  subject: {},
  bundle: 'Birch County Schools',
})

test('that nothing is said against a badge is known no better than by the oldest list', () => {
  const { status } = four(
    aReport(aCheck({ asOf: at - 10 * minuteMs }), aCheck({ asOf: at - minuteMs })),
  )
  expect(status).toMatchObject({ outcome: 'pass', ageMs: 10 * minuteMs })
})

test('a suspension is as old as the list that says it, however old the other lists are', () => {
  const revocation = aCheck({ asOf: at - 10 * minuteMs })
  const suspension = aCheck({
    id: 'status.suspension',
    outcome: 'fail',
    code: 'SUSPENDED',
    asOf: at - minuteMs,
  })
  expect(four(aReport(revocation, suspension)).status).toMatchObject({
    outcome: 'fail',
    code: 'SUSPENDED',
    ageMs: minuteMs,
  })
})

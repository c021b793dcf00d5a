import { expect, test } from 'vitest'
import { districtSource } from '../../core/badge/trust-bundle.ts'
import type { Mark, Verified } from '../../contract/device/door.ts'
import { toEndorse, toldBeside } from './to-endorse.ts'

const holds: Mark = { outcome: 'pass', code: 'PASS', facts: {}, ageMs: undefined }
const marks = { signature: holds, dates: holds, status: holds, trust: holds }
const says: Verified['says'] = {
  ...{ title: 'Wait time', description: undefined, issuer: 'University', issuerId: 'did:web:u' },
  ...{ recipient: undefined, validFrom: undefined, validUntil: undefined, criteria: undefined },
}
const badge: Verified = {
  ...{ name: '', kind: 'badge', version: '3.0', form: 'json', overall: 'verified', marks, says },
  ...{ isIssuerKnown: true, parts: [], checks: [], checkedAt: 1, sha256: 'a'.repeat(64) },
  ids: { issuer: 'did:web:u', achievement: 'urn:uuid:1', badge: 'urn:uuid:2' },
}
const kindsOf = (more: Partial<Verified>) =>
  toEndorse({ ...badge, ...more }, 'Alder Valley').map(({ kind }) => kind)

test('what a badge stands for comes first, then who issues it, then the badge alone; each by its id and as it was shown', () => {
  const issuer = { id: 'did:web:u', name: 'University' }
  expect(toEndorse(badge, 'Alder Valley')).toEqual([
    { kind: 'achievement', id: 'urn:uuid:1', name: 'Wait time', issuer },
    { kind: 'issuer', id: 'did:web:u', name: 'University', issuer },
    { kind: 'badge', id: 'urn:uuid:2', name: 'Wait time', issuer },
  ])
})

test('what is named by no id of the whole world’s is not offered', () => {
  const ids = { issuer: 'did:web:u', achievement: undefined, badge: '4711' }
  expect(kindsOf({ ids })).toEqual(['issuer'])
  expect(kindsOf({ ids: undefined })).toEqual([])
})

test('nothing is offered on the ground of a badge that does not hold, or whose signature can’t be told', () => {
  const code = { ...holds, code: 'X' }
  const [fail, unknown] = [
    { ...code, outcome: 'fail' as const },
    { ...code, outcome: 'unknown' as const },
  ]
  for (const mark of ['signature', 'dates', 'status', 'trust'] as const)
    expect(kindsOf({ marks: { ...marks, [mark]: fail } })).toEqual([])
  expect(kindsOf({ marks: { ...marks, signature: unknown } })).toEqual([])
  expect(kindsOf({ overall: 'not-verified' })).toEqual([])
  expect(kindsOf({ marks: { ...marks, trust: unknown } })).toHaveLength(3)
})

test('a badge of the district’s own is not offered; one of another that its list knows is', () => {
  const knownAs = (name: string, source: string) => ({
    marks: { ...marks, trust: { ...holds, facts: { name, source } } },
  })
  expect(kindsOf(knownAs('Alder Valley', districtSource))).toEqual([])
  expect(kindsOf(knownAs('University', districtSource))).toHaveLength(3)
  expect(kindsOf(knownAs('Alder Valley', 'State board'))).toHaveLength(3)
})

test('beside a badge that was revoked, has ended or does not hold otherwise, nothing is told of what the district endorses', () => {
  const fail: Mark = { ...holds, outcome: 'fail', code: 'X' }
  const unknown: Mark = { ...holds, outcome: 'unknown', code: 'X' }
  for (const mark of ['signature', 'dates', 'status', 'trust'] as const)
    expect(toldBeside({ ...badge, marks: { ...marks, [mark]: fail } })).toBeUndefined()
  expect(toldBeside({ ...badge, overall: 'not-verified' })).toBeUndefined()
  // Whose list can't be reached now, or who stands in none, may be endorsed all the same.
  for (const mark of ['dates', 'status', 'trust'] as const)
    expect(toldBeside({ ...badge, marks: { ...marks, [mark]: unknown } })).toBe(badge.ids)
  expect(toldBeside(badge)).toBe(badge.ids)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Mark } from '../../contract/device/door.ts'
import { verifyCodes } from '../../words/verify-code.ts'
import { kindSaid } from '../../words/kind-said.ts'
import { wordsIn } from '../../words/words.ts'
import { markSaid, marksSaid } from './mark-said.ts'
import { whatToDo } from './what-to-do.ts'

const languages = ['en', 'es'] as const
const mark = (outcome: Mark['outcome'], code = outcome.toUpperCase()): Mark => ({
  outcome,
  code,
  facts: {},
  ageMs: undefined,
})
const dayMs = 86_400_000

const verifierSource = readFileSync(
  join(import.meta.dirname, '..', '..', 'badges', 'src', 'refusal.ts'),
  'utf8',
)

test('every code of the verifier has its words, and no other', () => {
  const union = /export type Code =([^]*?)\n\n/.exec(verifierSource)?.[1] ?? ''
  const codes = [...union.matchAll(/'([A-Z_]+)'/g)].map(match => match[1])
  expect(codes.length).toBeGreaterThan(40)
  expect(new Set(verifyCodes)).toEqual(new Set([...codes, 'PASS', 'FAIL', 'UNKNOWN']))
})

test.each(languages)('every code says something in %s, with and without facts', language => {
  const words = wordsIn(language, () => 0).verify
  for (const code of verifyCodes) {
    expect(words.codes[code]({})).toMatch(/\.$/)
    expect(words.causes[code]).toMatch(/[^.]$/)
    expect(words.codes[code]({ expires: 'no date', suite: 'x', ageMs: 1 })).not.toMatch(
      /undefined|NaN|Invalid/,
    )
  }
})

test.each(languages)('what a person can do is said in %s for whatever is wrong', language => {
  const words = wordsIn(language, () => 0)
  const quiet = ['PASS', 'REFRESH_FAILED', 'OTHER_CHUNK', 'COMPRESSED', 'NOT_ASKED']
  const noStep = [...quiet, 'NO_STATUS_DECLARED', 'NO_END_DATE']
  for (const code of verifyCodes)
    expect(whatToDo(words, code) !== '', code).toBe(!noStep.includes(code))
  expect(whatToDo(words, undefined)).toBe('')
  expect(whatToDo(words, 'BRAND_NEW')).toBe('')
})

test('a mark says its reason and its age; a code without words shows itself', () => {
  const words = wordsIn('en', () => 0)
  const old: Mark = { ...mark('pass'), ageMs: 2 * dayMs }
  expect(markSaid(words, 'status', old)).toMatchObject({
    name: 'Not revoked',
    label: 'Status: yes, 2 days old',
    age: '2 days',
    why: 'The issuer’s list says nothing against it. That knowledge is 2 days old.',
  })
  expect(markSaid(words, 'trust', mark('unknown', 'BRAND_NEW')).why).toContain('BRAND_NEW')
})

test('a list that is too old tells its age once', () => {
  const words = wordsIn('en', () => 0)
  const facts = { ageMs: 41 * dayMs, ageMsMax: 30 * dayMs }
  const stale: Mark = { outcome: 'unknown', code: 'STALE', facts, ageMs: 41 * dayMs }
  expect(markSaid(words, 'status', stale).why).toBe(
    'The list of revoked badges is 41 days old; 30 days are accepted.',
  )
})

test('dates that hold are told from the first day to the last', () => {
  const words = wordsIn('en', () => Date.UTC(2026, 5, 1))
  const pass = mark('pass')
  const marks = { signature: pass, dates: pass, status: pass, trust: pass }
  const says = {
    title: undefined,
    description: undefined,
    issuer: undefined,
    issuerId: undefined,
    recipient: undefined,
    validFrom: '2025-03-12T12:00:00Z',
    validUntil: '2028-06-30T12:00:00Z',
    criteria: undefined,
  }
  const dates = marksSaid(words, { marks, says }).find(({ id }) => id === 'dates')
  expect(dates?.why).toBe('Mar 12, 2025 to Jun 30, 2028.')
})

test('a heading says no more than is known: no list to look in is not “not revoked”', () => {
  const words = wordsIn('en', () => 0)
  expect(markSaid(words, 'status', mark('pass', 'NO_STATUS_DECLARED'))).toMatchObject({
    name: 'No list of revocations',
    why: 'It names no list of revoked badges, so there was none to look in.',
  })
})

test('only arithmetic that fails says that the signature does not hold', () => {
  const words = wordsIn('en', () => 0)
  const named = (code: string) => markSaid(words, 'signature', mark('fail', code)).name
  expect(named('PROOF_VERIFICATION_ERROR')).toBe('Signature does not hold')
  for (const code of ['MALFORMED_VALUE_ERROR', 'COPY_DIFFERS', 'CONTROLLER_MISMATCH'])
    expect(named(code)).toBe('Does not count as signed')
})

test('a header that no badge may have is named, and not the way of signing beside it', () => {
  const { codes } = wordsIn('en', () => 0).verify
  const facts = { alg: 'EdDSA', parameters: '["crit"]' }
  expect(codes.ALG_NOT_ALLOWED(facts)).toBe(
    'Its envelope asks for something that no badge may ask for (crit).',
  )
  expect(codes.ALG_NOT_ALLOWED({ alg: 'HS256', parameters: '[]' })).toBe(
    'It is signed in a way that no badge may be (HS256).',
  )
})

test('where something is not built as it should be is said in plain letters; English alone says what belongs there', () => {
  const facts = { problems: '["/a/http:~1~1x.example~1text: a text","/validFrom: a time"]' }
  const said = (language: 'en' | 'es') =>
    wordsIn(language, () => 0).verify.codes.MALFORMED_VALUE_ERROR(facts)
  expect(said('en')).toContain('(/a/http://x.example/text: a text; /validFrom: a time)')
  expect(said('es')).toContain('(/a/http://x.example/text, /validFrom)')
})

test.each(languages)('what a badge is, is said in %s', language => {
  const { kindNamed } = wordsIn(language, () => 0).verify.many
  const said = kindSaid(kindNamed, { kind: 'badge', version: '2.0' })
  expect(said).toContain('Open Badges 2.0')
  expect(said.includes('assertion')).toBe(language === 'en')
  expect(kindSaid(kindNamed, { kind: 'brand new', version: '' })).toBe(kindNamed.none())
})

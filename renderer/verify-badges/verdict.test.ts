import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Mark, Verified } from '../../contract/device/door.ts'
import { verifyCodes } from '../../words/verify-code.ts'
import { wordsIn } from '../../words/words.ts'
import { markSaid } from './mark-said.ts'
import { causeOf, groupsOf, nextToLookAt, tally, verdictOf, type Checked } from './verdict.ts'

const mark = (outcome: Mark['outcome'], code = outcome.toUpperCase()): Mark => ({
  outcome,
  code,
  facts: {},
  ageMs: undefined,
})
const verified = (set: Partial<Verified['marks']> = {}, kind = 'badge'): Verified => ({
  name: 'Open Badges 3.0 credential',
  kind,
  version: '3.0',
  form: 'json',
  overall: 'verified',
  marks: {
    signature: mark('pass'),
    dates: mark('pass'),
    status: mark('pass'),
    trust: mark('pass'),
    ...set,
  },
  says: {
    title: 'Wait time',
    description: undefined,
    issuer: undefined,
    issuerId: undefined,
    recipient: undefined,
    validFrom: undefined,
    validUntil: undefined,
    criteria: undefined,
  },
  checks: [],
  checkedAt: 0,
  sha256: 'aa',
})
const checked = (id: number, answer: Verified): Checked => ({
  id,
  name: `${id}.json`,
  found: { as: 'answer', verified: answer },
})

const good = checked(1, verified())
const stranger = checked(2, verified({ trust: mark('unknown', 'ISSUER_NOT_LISTED') }))
const revoked = checked(3, verified({ status: mark('fail', 'REVOKED') }))
const noBadge = checked(4, verified({ signature: mark('unknown', 'NOT_A_BADGE') }, 'none'))
const tooLarge: Checked = {
  id: 5,
  name: 'film.mp4',
  found: { as: 'refused', error: { code: 'too_large' } },
}
const changed = checked(6, verified({ signature: mark('fail', 'PROOF_VERIFICATION_ERROR') }))
const all = [good, stranger, revoked, noBadge, tooLarge, changed]

test('one mark that does not hold is enough, then one that is unknown', () => {
  expect(all.map(one => verdictOf(one.found))).toEqual([
    'holds',
    'unknown',
    'fails',
    'unread',
    'unread',
    'fails',
  ])
})

test('a badge that the verifier does not call verified never stands among those that hold', () => {
  const odd = { ...verified(), overall: 'indeterminate' as const }
  expect(verdictOf({ as: 'answer', verified: odd })).toBe('unknown')
})

test('the sentence counts every input once', () => {
  expect(tally(all)).toEqual({ all: 6, holds: 1, unknown: 1, fails: 2, unread: 2 })
  const said = wordsIn('en', () => 0).verify.sum(tally(all))
  expect(said).toBe(
    '6 checked here: 1 holds, 1 has something unknown, 2 do not hold, and 2 could not be read.',
  )
})

test('what needs a look comes first, the same cause together', () => {
  const groups = groupsOf(all)
  expect(groups.map(group => group.verdict)).toEqual(['fails', 'unknown', 'unread', 'holds'])
  expect(groups[0]?.lines.map(line => line.id)).toEqual([6, 3])
})

test('the next to look at goes round and passes over what holds', () => {
  const groups = groupsOf(all)
  const walk = [undefined, 6, 3, 2, 4, 5].map(seen => nextToLookAt(groups, seen))
  expect(new Set(walk)).toEqual(new Set([6, 3, 2, 4, 5]))
  expect(nextToLookAt(groupsOf([good]), undefined)).toBeUndefined()
})

test('a fail explains itself before an unknown', () => {
  const both = verified({ signature: mark('unknown'), trust: mark('fail', 'TEST_KEY') })
  expect(causeOf(both)?.mark).toBe('trust')
  expect(causeOf(verified())).toBeUndefined()
})

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

test('every code says something in both languages, with and without facts', () => {
  for (const language of ['en', 'es'] as const) {
    const words = wordsIn(language, () => 0).verify
    for (const code of verifyCodes) {
      expect(words.codes[code]({})).toMatch(/\.$/)
      expect(words.codes[code]({ expires: 'no date', suite: 'x', ageMs: 1 })).not.toMatch(
        /undefined|NaN|Invalid/,
      )
    }
  }
})

test('a mark says its reason and its age; a code without words shows itself', () => {
  const words = wordsIn('en', () => 0)
  const old: Mark = { ...mark('pass'), ageMs: 2 * 86_400_000 }
  expect(markSaid(words, 'status', old)).toMatchObject({
    name: 'Not revoked',
    label: 'Status: yes, 2 days old',
    age: '2 days',
    why: 'The issuer’s list says nothing against it. That knowledge is 2 days old.',
  })
  expect(markSaid(words, 'trust', mark('unknown', 'BRAND_NEW')).why).toContain('BRAND_NEW')
})

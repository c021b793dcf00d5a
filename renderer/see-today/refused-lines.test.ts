import { expect, test } from 'vitest'
import { aClaim } from '../../test/builders/claim.ts'
import { aMicroCredential, aPrompt } from '../../test/builders/micro-credential.ts'
import type { Claim } from '../../core/claim/record.ts'
import type { Refused } from '../../contract/device/queries.ts'
import type { Row } from '../../contract/device/row.ts'
import { refusedLines } from './refused-lines.ts'
import { todayFacts } from './today-facts.ts'

const holding = { roles: ['educator'] } as const
const calendar = { timeZone: 'UTC', holidays: [] }
const now = Date.parse('2026-11-24T12:00:00Z')

const row = <B>(id: string, body: B): Row<B> => ({ id, body, sight: 'record' })

/** A claim begun here that another computer of the same person had begun first, and what was put into it. */
const begunTwice: readonly Refused[] = [
  {
    key: 'b:1',
    command: 'claim.start',
    input: { microCredential: 'm', code: 'x' },
    refusal: { code: 'claim_exists', facts: { claim: 'won' } },
    doneAt: now,
    lostClaim: 'lost',
  },
  ...[
    { command: 'claim.write', input: writeInput('', 'One two') },
    { command: 'claim.write', input: writeInput('One two', 'One two three.') },
    { command: 'claim.fill', input: { claim: 'lost', slot: 's', evidence: 'e', place: 1 } },
    { command: 'claim.attest', input: { claim: 'lost', set: { aiUse: 'Not at all.' } } },
  ].map(({ command, input }, n) => ({
    key: `b:${n + 2}`,
    command,
    input,
    refusal: { code: 'not_here' as const, facts: { what: 'claim' } },
    doneAt: now + n,
  })),
]

function writeInput(base: string, text: string) {
  return { claim: 'lost', prompt: 'q', on: '2026-11-24', base, text }
}

const claimBody = (set: Partial<Claim> = {}): Claim =>
  aClaim({ owner: 'me', microCredential: 'm', code: 'x', title: 'Exit tickets', ...set })

/** The refused lines where the other claim is `claim` and asks the question `prompt`. */
function linesWith(claim: Claim, prompt: string) {
  const [part] = aMicroCredential().parts
  if (part === undefined) throw new Error('a micro-credential without parts')
  const micro = { ...aMicroCredential(), parts: [{ ...part, prompts: [aPrompt(prompt)] }] }
  const rows = {
    ...{ drafts: [], claimEvidence: [], goals: [], activities: [], checkIns: [], readings: [] },
    ...{
      pool: [],
      toIssue: [],
      acts: [],
      keyChanges: [],
      roleRequests: [],
      erasures: [],
      passwordSet: undefined,
      badges: [],
      unsure: [],
      computers: [],
      people: [],
    },
    claims: [row('won', claim)],
    micros: [row('m', micro)],
    refused: begunTwice,
  }
  return refusedLines(
    todayFacts({ rows, readingClaims: [], person: 'me', holding, calendar, nowMs: now }),
  )
}

test('a claim begun on two computers is one line, which brings all of it into the claim that counts', () => {
  const lines = linesWith(claimBody(), 'q')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatchObject({
    to: '/claims/won',
    about: {
      typed: ['One two three.', 'Not at all.'],
      keys: ['b:2', 'b:3', 'b:4', 'b:5', 'b:1'],
      lost: {
        title: 'Exit tickets',
        claim: 'won',
        pieces: 1,
        bring: {
          claim: 'won',
          words: { q: 'One two three.' },
          filled: { 's/e': 1 },
          aiUse: 'Not at all.',
          days: ['2026-11-24'],
        },
      },
    },
  })
})

test.each([
  ['is away to be read', claimBody({ state: 'in_review' }), 'q'],
  ['is of a version that asks something else', claimBody(), 'other'],
])('words for a claim that %s are not moved where nobody finds them', (_what, body, prompt) => {
  const [line] = linesWith(body, prompt)
  expect(line?.about).toMatchObject({ typed: ['One two three.', 'Not at all.'] })
  expect(line?.about).toMatchObject({ lost: { claim: 'won', bring: undefined } })
})

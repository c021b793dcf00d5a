import { expect, test } from 'vitest'
import { earnedGrounds, readAttempt } from '../../test/builders/grounds.ts'
import { chainOf } from './chain.ts'
import type { Badge } from './record.ts'

const file = { sha256: 'f'.repeat(64), sizeBytes: 9, mediaType: 'image/png', name: 'tickets.png' }
const item = {
  kind: 'file',
  ...{ slot: 'work', evidence: 'e', title: 'Tickets', note: '', file },
  ...{ happenedOn: '2026-11-20', shown: 'nobody', released: true },
} as const
const grounds = earnedGrounds([readAttempt({ items: [item] }, {})])
const [attempt] = grounds.claim.body.attempts
const manifestSha256 = attempt?.manifestSha256 ?? ''
const badge: Badge = {
  claim: 'c',
  owner: 'maya',
  microCredential: 'mc',
  title: 'Questions',
  attempt: 1,
  manifestSha256,
  state: 'signed',
  approvedBy: 'iris',
  approvedAt: 1,
  signedAt: 2,
  credential: '{}',
}
const files = attempt?.items.flatMap(item => item.file?.sha256 ?? []) ?? []
const known = { ...grounds, badge, named: manifestSha256, here: new Set(files) }
const whole = {
  named: 'holds',
  decided: 'holds',
  handedOver: 'holds',
  files: { all: files.length, here: files.length },
}

test('with all of it here every link holds, and every file is here', () => {
  expect(files.length).toBeGreaterThan(0)
  expect(chainOf(known)).toEqual(whole)
})

test('what is not on this computer is elsewhere, and never a fault', () => {
  const holder = { ...known, reviews: [], keys: known.keys.filter(key => key.id === 'laptop') }
  expect(chainOf(holder)).toEqual({ ...whole, decided: 'elsewhere' })
  expect(chainOf({ ...known, keys: [] })).toEqual({
    ...whole,
    decided: 'elsewhere',
    handedOver: 'elsewhere',
  })
  expect(chainOf({ ...known, here: new Set() }).files).toEqual({ all: files.length, here: 0 })
  expect(chainOf({ ...known, claim: undefined })).toEqual({
    named: 'elsewhere',
    decided: 'elsewhere',
    handedOver: 'elsewhere',
    files: { all: 0, here: 0 },
  })
})

test.each<[what: string, link: string, changed: Partial<Parameters<typeof chainOf>[0]>]>([
  ['a credential that names another manifest', 'named', { named: 'c'.repeat(64) }],
  ['a credential that names none', 'named', { named: undefined }],
  [
    'a badge of another manifest than the claim’s',
    'named',
    { badge: { ...badge, manifestSha256: 'c'.repeat(64) }, named: 'c'.repeat(64) },
  ],
  [
    'an answer that was changed after it was signed',
    'handedOver',
    {
      claim: {
        ...grounds.claim,
        body: {
          ...grounds.claim.body,
          attempts: grounds.claim.body.attempts.map(one => ({ ...one, answers: { x: 'y' } })),
        },
      },
    },
  ],
  [
    'a level that was changed after it was signed',
    'decided',
    { reviews: grounds.reviews.map(one => ({ ...one, body: { ...one.body, levels: { c1: 0 } } })) },
  ],
])('%s is a link that does not hold', (_what, link, changed) => {
  expect(chainOf({ ...known, ...changed })).toMatchObject({ [link]: 'fails' })
})

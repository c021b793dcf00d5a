import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  aBadgeClass,
  aJws,
  aKey,
  anAssertion,
  anIssuer,
  aSignedAssertion,
  hostedDocuments,
  judgeOlder,
  signedDocuments,
  troubles,
  urls,
} from '../../../test/an-older-badge.ts'
import type { JsonObject, JsonValue } from '../../json/value.ts'
import { jsonDepthMax, partsMax } from '../../limits.ts'
import { four, type Report } from '../verify.ts'

const seed = 20261125
const list: JsonObject = { type: 'RevocationList', issuer: urls.issuer, revokedAssertions: [] }
const documents: Readonly<Record<string, JsonObject>> = {
  ...hostedDocuments,
  ...signedDocuments,
  [urls.issuer]: anIssuer({ publicKey: urls.key, revocationList: urls.list }),
  [urls.list]: list,
}

function judged(report: Report): void {
  expect(report.checks.length).toBeGreaterThan(0)
  expect(four(report).signature.outcome).toMatch(/pass|fail|unknown/)
  expect(JSON.parse(JSON.stringify(report))).toEqual(report)
}

describe('documents of strange shapes are judged, not thrown at', () => {
  const strange: readonly JsonValue[] = [
    null,
    0,
    true,
    '',
    'x',
    [],
    {},
    [[]],
    [null],
    { id: {} },
    { id: urls.assertion },
    { type: [[]], id: 5 },
    urls.assertion,
    'https://[',
    'https://a b/',
    '\u0000',
  ]
  const places: readonly (readonly [string, JsonObject])[] = [
    [urls.assertion, anAssertion()],
    [urls.badge, aBadgeClass()],
    [urls.issuer, anIssuer({ publicKey: urls.key, revocationList: urls.list, verification: {} })],
    [urls.key, aKey()],
    [urls.list, list],
  ]
  test.each(places)('%s', async (url, document) => {
    for (const key of [...Object.keys(document), 'endorsement', 'extensions:x'])
      for (const value of strange) {
        const there = { ...documents, [url]: { ...document, [key]: value } }
        judged(await judgeOlder(anAssertion(), there))
        judged(await judgeOlder(aJws(aSignedAssertion()), there))
        if (url === urls.assertion) judged(await judgeOlder({ ...document, [key]: value }, there))
      }
    for (const value of strange)
      judged(await judgeOlder(anAssertion(), { ...documents, [url]: value }))
  })
})

test('random documents at every address never throw, and never verify a forged copy', async () => {
  const document = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.record(
      {
        id: fc.constantFrom<JsonValue>(urls.assertion, urls.badge, 'urn:x', 5),
        type: fc.constantFrom<JsonValue>('Assertion', 'BadgeClass', 'Issuer', ['Issuer', 'x']),
        badge: fc.constantFrom<JsonValue>(urls.badge, urls.assertion, {}),
        issuer: fc.constantFrom<JsonValue>(urls.issuer, urls.badge, {}),
        verification: fc.jsonValue({ maxDepth: 2 }),
        recipient: fc.jsonValue({ maxDepth: 1 }),
        endorsement: fc.constantFrom<JsonValue>(urls.assertion, [urls.badge, urls.issuer], {}),
      },
      { requiredKeys: [] },
    ),
  )
  const forged = anAssertion({
    recipient: { type: 'email', hashed: false, identity: 'm@e.example' },
  })
  const place = fc.constantFrom(urls.badge, urls.issuer, urls.list)
  await fc.assert(
    fc.asyncProperty(place, document, async (url, value) => {
      const content: JsonValue = JSON.parse(JSON.stringify(value))
      const report = await judgeOlder(forged, { ...documents, [url]: content })
      judged(report)
      expect(report.overall).not.toBe('verified')
    }),
    { seed, numRuns: 200 },
  )
})

test('a thousand endorsements, and a copy as deep as JSON may be, come to an end', async () => {
  const many = Array.from({ length: 1_000 }, (_, at) => `https://e.example/${at}`)
  const report = await judgeOlder(anAssertion(), {
    ...hostedDocuments,
    [urls.badge]: aBadgeClass({ endorsement: many }),
  })
  expect(troubles(report)).toEqual(['unknown parts TOO_LARGE'])
  // The last one stands for all that were not looked at.
  expect(report.parts).toHaveLength(partsMax + 1)
  const depth = jsonDepthMax - 2
  const deep: JsonValue = JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`)
  const copy = await judgeOlder({ ...anAssertion(), deep }, hostedDocuments)
  expect(troubles(copy)).toEqual(['fail hosted.matches COPY_DIFFERS'])
})

import { expect, test } from 'vitest'
import {
  aJws,
  anIssuer,
  aSignedAssertion,
  fetchedAt,
  olderAt,
  signedDocuments,
  urls,
} from '../../../test/an-older-badge.ts'
import { utf8 } from '../../bytes/text.ts'
import type { JsonObject } from '../../json/value.ts'
import { newestListsOf, verifyBadge } from '../verify.ts'

const badge = aSignedAssertion()
const revoked = [badge['id'] ?? '']
const listOf = (revokedAssertions: JsonObject['revokedAssertions'] | undefined): JsonObject => ({
  ...{ '@context': 'https://w3id.org/openbadges/v2', type: 'RevocationList', id: urls.list },
  ...{ issuer: urls.issuer, revokedAssertions: revokedAssertions ?? [] },
})

function judge(list: JsonObject, listAt: number, newestLists?: ReadonlyMap<string, number>) {
  const issuer = anIssuer({ publicKey: urls.key, revocationList: urls.list })
  const documents = { ...signedDocuments, [urls.issuer]: issuer, [urls.list]: list }
  const entries = Object.entries(documents).map(
    ([url, content]) =>
      [
        url,
        { content, fetchedAt: url === urls.list ? listAt : fetchedAt, source: 'test' },
      ] as const,
  )
  const bundle = { name: 'test', documents: new Map(entries), issuers: [] }
  return verifyBadge(utf8(aJws(badge)), {
    at: olderAt,
    bundle: { ...bundle, ...(newestLists === undefined ? {} : { newestLists }) },
  })
}

test('a revocation list of 2.0 from before one that was seen is not gone back to', async () => {
  const day = 86_400_000
  const newer = await judge(listOf(revoked), fetchedAt)
  expect(newer.overall).toBe('not-verified')
  const seen = newestListsOf([newer])
  expect([...seen]).toEqual([[urls.list, fetchedAt]])
  const back = await judge(listOf([]), fetchedAt - day, seen)
  expect(back.overall).toBe('indeterminate')
  expect(back.checks.find(({ id }) => id === 'status.revocation')?.code).toBe('OLDER_THAN_SEEN')
  // What an older list takes back stays taken back, and the same list still answers.
  expect((await judge(listOf(revoked), fetchedAt - day, seen)).overall).toBe('not-verified')
  expect((await judge(listOf([]), fetchedAt, seen)).overall).toBe('verified')
})

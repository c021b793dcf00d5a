import { newestListsOf, verifyBadge, type TrustBundle } from 'open-badges-validator-core/verify'
import { expect, test } from 'vitest'
import { pileBadge, pileIssuer, pileList } from '../../test/builders/badge-pile.ts'
import { newestListsIn } from './newest-lists.ts'

// security.md row 30: who can replace a published list with an older one brings no revoked badge back.
const at = Date.parse('2026-11-24T12:00:00Z')
const dayMs = 86_400_000
const issuer = pileIssuer(1, 'Alder County', 'alder.example')

function memory() {
  const kept = new Map<string, string>()
  return newestListsIn({
    meta: name => kept.get(name),
    setMeta: (name, value) => void kept.set(name, value),
  })
}
const encoded = (text: string) => new TextEncoder().encode(text)

async function statusWith(list: string, newestLists: ReadonlyMap<string, number>) {
  const documents = new Map([
    [issuer.listUrl, { content: encoded(list), fetchedAt: at, source: 'test' }],
  ])
  if (issuer.document !== undefined)
    documents.set(issuer.document.url, {
      content: encoded(JSON.stringify(issuer.document.content)),
      fetchedAt: at,
      source: 'test',
    })
  const bundle: TrustBundle = { name: 'test', documents, issuers: [], newestLists }
  const badge = await pileBadge(issuer, at, { person: 'A. Okafor', title: 'Wait time', index: 7 })
  return verifyBadge(encoded(badge), { at, bundle })
}

test('a list that was gone by once is not gone back from, also after a restart', async () => {
  const newest = memory()
  const older = await pileList(issuer, at - 9 * dayMs, [])
  const newer = await pileList(issuer, at - dayMs, [7])
  expect((await statusWith(older, newest.read())).overall).toBe('verified')
  const revoked = await statusWith(newer, newest.read())
  expect(revoked.overall).toBe('not-verified')
  newest.note(newestListsOf([revoked]))
  expect((await statusWith(older, newest.read())).overall).not.toBe('verified')
  expect((await statusWith(newer, newest.read())).overall).toBe('not-verified')
})

test('what a broken memory holds is forgotten, and nothing fails by it', () => {
  const kept = newestListsIn({ meta: () => '[1]', setMeta: () => undefined })
  expect(kept.read().size).toBe(0)
})

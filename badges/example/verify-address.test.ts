import { readFileSync } from 'node:fs'
import type { Load } from 'open-badges-validator-core/load'
import { expect, test } from 'vitest'
import { hostedDocuments, urls } from '../test/an-older-badge.ts'
import { bytesOf } from '../test/a-badge.ts'
import { verifyAddress } from './verify-address.ts'

test('the badge at an address is verified with what lies at the addresses it names', async () => {
  const asked: string[] = []
  const load: Load = url => {
    asked.push(url)
    const there = hostedDocuments[url]
    if (there === undefined)
      return Promise.resolve({ ok: false, refusal: { code: 'HOST_NOT_FOUND', facts: {} } })
    const answer = { url, finalUrl: url, status: 200, contentType: 'application/ld+json' }
    return Promise.resolve({
      ok: true,
      loaded: { ...answer, bytes: bytesOf(there), fetchedAt: Date.now() },
    })
  }
  const report = await verifyAddress(urls.assertion, () => load)
  expect(report.overall).toBe('verified')
  expect(asked).toEqual([urls.assertion, urls.badge, urls.issuer])
  const nowhere = await verifyAddress('https://nowhere.example/badge', () => load)
  expect(nowhere.overall).toBe('indeterminate')
})

test('the example in the README is this file, letter by letter', () => {
  const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
  expect(read('../README.md')).toContain('```ts\n' + read('verify-address.ts') + '```')
})

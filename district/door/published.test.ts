import { expect, test } from 'vitest'
import { publishedAnswer } from './published.ts'

const changedAt = Date.UTC(2026, 10, 24, 16, 0, 0, 700)
const thing = { text: '{"a":1}', type: 'application/json', changedAt }
const ask = (ifNoneMatch?: string, ifModifiedSince?: string, published = thing) =>
  publishedAnswer({ ifNoneMatch, ifModifiedSince }, published)

const { headers } = ask()
const etag = headers.get('etag') ?? ''
const date = headers.get('last-modified') ?? ''

test('what is published can be kept, also while the district is away, and read by any page', async () => {
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'public, max-age=300, stale-if-error=86400',
    'last-modified': 'Tue, 24 Nov 2026 16:00:00 GMT',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'etag, last-modified',
    'cross-origin-resource-policy': 'cross-origin',
    'content-type': 'application/json',
  })
  expect(await ask().text()).toBe(thing.text)
})

test.each<[string, string | undefined, string | undefined]>([
  ['the same tag', etag, undefined],
  ['a tag that a cache made weak', `W/${etag}`, undefined],
  ['one of several', `"x", ${etag}`, undefined],
  ['any', '*', undefined],
  ['the same date', undefined, date],
  ['a later date', undefined, new Date(changedAt + 5_000).toUTCString()],
])('a copy with %s is still it', async (_what, tag, since) => {
  const answer = ask(tag, since)
  expect([answer.status, await answer.text()]).toEqual([304, ''])
  expect(answer.headers.get('etag')).toBe(etag)
})

test.each<[string, string | undefined, string | undefined]>([
  ['another tag', '"x"', undefined],
  ['another tag, whatever its date', '"x"', date],
  ['an earlier date', undefined, new Date(changedAt - 5_000).toUTCString()],
  ['a date that is none', undefined, 'yesterday'],
])('a copy with %s is not', (_what, tag, since) => expect(ask(tag, since).status).toBe(200))

test('without a date of its own it goes by tags alone', () => {
  const undated = { ...thing, changedAt: undefined }
  expect(publishedAnswer({ ifNoneMatch: undefined, ifModifiedSince: date }, undated).status).toBe(
    200,
  )
})

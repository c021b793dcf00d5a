import { createHash } from 'node:crypto'
import { publicAnswer } from './headers.ts'

/** Something that anyone may read, and that a copy of may be kept: a file, in all but its name. */
export interface Published {
  readonly text: string
  readonly type: string
  /** When it became what it is (epoch ms); `undefined` where that is not known. */
  readonly changedAt: number | undefined
  /** What the answer depends on beside the address. */
  readonly vary?: string
}

/** How long a copy may be used without asking again, and how long while the district does not answer (s). */
const copySeconds = 300
const awaySeconds = 86_400

/** What a page of another site may ask, and learn of the answer. */
export const preflight: Readonly<Record<string, string>> = {
  ...publicAnswer,
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'if-none-match, if-modified-since',
  'access-control-max-age': '86400',
}

/**
 * Answers with what is published, or that the asker's copy is still it (RFC 9110 section 13: a tag counts before a date).
 * What a cache in between compressed has a weak tag, and is the same to a reader.
 */
export function publishedAnswer(
  asked: { readonly ifNoneMatch: string | undefined; readonly ifModifiedSince: string | undefined },
  { text, type, changedAt, vary }: Published,
): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
  const headers = {
    ...publicAnswer,
    etag,
    ...(changedAt === undefined ? {} : { 'last-modified': new Date(changedAt).toUTCString() }),
    'cache-control': `public, max-age=${copySeconds}, stale-if-error=${awaySeconds}`,
    ...(vary === undefined ? {} : { vary }),
    'access-control-expose-headers': 'etag, last-modified',
  }
  if (isStill(asked, etag, changedAt)) return new Response(null, { status: 304, headers })
  return new Response(text, { headers: { ...headers, 'content-type': type } })
}

function isStill(
  { ifNoneMatch, ifModifiedSince }: Parameters<typeof publishedAnswer>[0],
  etag: string,
  changedAt: number | undefined,
): boolean {
  if (ifNoneMatch !== undefined) {
    const tags = ifNoneMatch.split(',').map(tag => tag.trim().replace(/^W\//, ''))
    return tags.includes('*') || tags.includes(etag)
  }
  const since = Date.parse(ifModifiedSince ?? '')
  // Dates in headers have no more than seconds.
  return changedAt !== undefined && Math.floor(changedAt / 1_000) * 1_000 <= since
}

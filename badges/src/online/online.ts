import { fetchedAnswersMax, fetchedBytesMax } from '../limits.ts'
import type { Load, LoadResult } from './load-result.ts'
import { Recent } from '../recent.ts'
import type { Report } from '../verify/report.ts'
import type { BundleDocument, TrustBundle } from '../verify/trust-bundle.ts'
import type { VerifyOptions } from '../verify/verify.ts'
import { verifyAsking } from './asking.ts'

export { verifyAsking, type Asked, type AskingOptions, type Knowledge } from './asking.ts'
export type { Load, LoadCode, Loaded, LoadRefusal, LoadResult } from './load-result.ts'

/** How one input is judged: the same as `verifyBadge`. */
export type Judge = (bytes: Uint8Array, options: VerifyOptions) => Promise<Report>

export interface FetchingOptions {
  /**
   * Opens the loader of one badge: `() => openLoader({ now: Date.now })` of `…/load` in Node, with its guard and its
   * budget; one of your own elsewhere. It must not throw.
   */
  readonly open: () => Load
  /** Ends the fetching: what is known by then decides. */
  readonly signal?: AbortSignal
  /** Told what could not be fetched, and why: a code of the loader, or `HTTP 503`. */
  readonly onMissed?: (url: string, why: string) => void
}

/**
 * A judge that may fetch: it verifies, hears what was asked for and is not there, fetches that through
 * the loader it is given, and verifies again, until nothing new is asked for. What was fetched is known for the
 * rest of the run, and a host that could not be reached is not asked twice. An input that is only an address is
 * the badge that lies there. Contexts are never fetched.
 *
 * @param base what is known beforehand.
 * @returns a judge for one badge, or for many (`judge` of `verifyMany`).
 */
export function fetchingJudge(base: TrustBundle, options: FetchingOptions): Judge {
  const known = fetchedDocuments(base, options)
  const { open, signal } = options
  return async (bytes, given) => {
    const load = open()
    const knowledge = { ...known, bring: (urls: readonly string[]) => known.fetchAll(urls, load) }
    const asked = await verifyAsking(
      bytes,
      given,
      knowledge,
      signal === undefined ? {} : { signal },
    )
    return asked.report
  }
}

/** What an address, its time and its place in the map take beside the bytes, roughly. */
const besideBytes = 1024

function fetchedDocuments(base: TrustBundle, { onMissed }: FetchingOptions) {
  const documents = new Map<string, BundleDocument>(base.documents)
  const unanswered = new Set<string>()
  let asked = new Recent<Promise<boolean>>(fetchedAnswersMax)
  const silentHosts = new Recent<true>(fetchedAnswersMax)
  let bytesKept = 0

  const keep = (url: string, result: LoadResult): boolean => {
    if (!result.ok) {
      onMissed?.(url, result.refusal.code)
      const isSilent = ['HOST_NOT_FOUND', 'NOT_REACHED', 'TIMEOUT'].includes(result.refusal.code)
      if (isSilent) silentHosts.set(hostOf(url), true)
      return false
    }
    const { bytes, status, fetchedAt, finalUrl } = result.loaded
    // 5xx, 404 and the like say nothing about a badge; gone is an answer.
    if (status !== 410 && (status < 200 || status > 299)) {
      onMissed?.(url, `HTTP ${status}`)
      return false
    }
    const cost = bytes.length + besideBytes
    if (bytesKept + cost > fetchedBytesMax) {
      documents.clear()
      for (const [known, document] of base.documents) documents.set(known, document)
      asked = new Recent(fetchedAnswersMax)
      bytesKept = 0
    }
    bytesKept += cost
    const httpStatus = status === 200 ? {} : { httpStatus: status }
    const moved = finalUrl === url ? {} : { finalUrl }
    // Without a kind: whatever a badge asked for is never read as a context.
    documents.set(url, { content: bytes, fetchedAt, source: 'fetched', ...httpStatus, ...moved })
    unanswered.delete(url)
    return true
  }

  const fetchOne = (url: string, load: Load): Promise<boolean> => {
    const earlier = asked.get(url)
    if (earlier !== undefined) return earlier
    if (silentHosts.get(hostOf(url)) === true) return Promise.resolve(false)
    const now = load(url).then(result => keep(url, result))
    asked.set(url, now)
    return now
  }

  return {
    documents,
    /** What was asked for in vain: that a document is not there is knowledge too. */
    unanswered,
    /** @returns whether anything is known now that was not: a document, or that there is none. */
    fetchAll: async (urls: readonly string[], load: Load): Promise<boolean> => {
      const wanted = urls.filter(url => /^https?:\/\//i.test(url) && !documents.has(url))
      const got = await Promise.all(wanted.map(url => fetchOne(url, load)))
      const missed = wanted.filter((url, at) => got[at] === false && !unanswered.has(url))
      if (unanswered.size > fetchedAnswersMax) unanswered.clear()
      for (const url of missed) unanswered.add(url)
      return got.some(Boolean) || missed.length > 0
    },
  }
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url
}

import {
  fetchBytesPerBadgeMax,
  fetchesPerBadgeMax,
  fetchMsMax,
  fetchMsPerBadgeMax,
  redirectsMax,
} from '../limits.ts'
import { checkedAddresses, systemResolve, type Resolve } from './checked-address.ts'
import { hop, type BytesLeft, type Hop } from './hop.ts'
import { notLoaded, type Load, type LoadResult } from '../online/load-result.ts'
import { isPublicAddress } from './public-address.ts'

/** How a loader behaves. What opens a door has no default. */
export interface LoaderOptions {
  /** Epoch ms, for `fetchedAt` and for the budget. */
  readonly now: () => number
  /** Whether `http:` is fetched too: only Open Badges up to 2 ever need it. */
  readonly allowHttp?: boolean
  /**
   * Hosts (as in a URL, with a port where it isn't the usual one) that may have addresses of an
   * inner network. DANGEROUS: a badge can then make this machine ask them. Default none.
   */
  readonly innerHosts?: readonly string[]
  readonly resolve?: Resolve
  /** Which addresses may be connected to; default `isPublicAddress`. */
  readonly isAllowedAddress?: (address: string) => boolean
  readonly signal?: AbortSignal
}

/**
 * Opens a loader for one badge: it fetches by the rules of a careful client and spends one budget
 * (addresses, bytes, time) on everything the badge asks for. HTTPS, GET, each hop resolved, checked
 * and connected to by address, at most 5 redirects and none from https to http.
 *
 * @returns the loader; it never throws.
 */
export function openLoader(options: LoaderOptions): Load {
  const budget = {
    fetches: fetchesPerBadgeMax,
    bytes: fetchBytesPerBadgeMax,
    endsAt: options.now() + fetchMsPerBadgeMax,
  }
  return async address => {
    const waitMs = Math.min(fetchMsMax, budget.endsAt - options.now())
    if (budget.fetches <= 0 || budget.bytes <= 0 || waitMs <= 0)
      return notLoaded('BUDGET_SPENT', { url: address.slice(0, 500) })
    budget.fetches -= 1
    const timeout = AbortSignal.timeout(waitMs)
    const signal =
      options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal])
    const result = await Promise.race([
      follow(address, options, budget, signal),
      // A resolver can't be stopped: it is left behind.
      whenAborted(signal),
    ])
    if (options.signal?.aborted === true)
      return notLoaded('CANCELLED', { url: address.slice(0, 500) })
    if (!result.ok && timeout.aborted)
      return notLoaded('TIMEOUT', { url: address.slice(0, 500), waitMs })
    return result
  }
}

function whenAborted(signal: AbortSignal): Promise<LoadResult> {
  const gone = notLoaded('NOT_REACHED', {})
  if (signal.aborted) return Promise.resolve(gone)
  return new Promise(done => signal.addEventListener('abort', () => done(gone), { once: true }))
}

async function follow(
  address: string,
  options: LoaderOptions,
  budget: BytesLeft,
  signal: AbortSignal,
): Promise<LoadResult> {
  let next = address
  let from: URL | null = null
  for (let redirect = 0; redirect <= redirectsMax; redirect += 1) {
    const url = allowedUrl(next, from, options)
    if (!(url instanceof URL)) return url
    const answer = await oneHop(url, options, budget, signal)
    if (!answer.ok) return answer
    const isRedirect = answer.status >= 300 && answer.status < 400 && answer.status !== 304
    if (!isRedirect) {
      const { status, contentType, bytes } = answer
      const fetchedAt = options.now()
      return {
        ok: true,
        loaded: { url: address, finalUrl: url.href, status, contentType, bytes, fetchedAt },
      }
    }
    if (answer.location === null) return notLoaded('REDIRECT_WITHOUT_TARGET', { url: url.href })
    from = url
    next = answer.location
  }
  return notLoaded('TOO_MANY_REDIRECTS', { url: address.slice(0, 500), redirectsMax })
}

function allowedUrl(
  text: string,
  from: URL | null,
  options: LoaderOptions,
): URL | ReturnType<typeof notLoaded> {
  const url = URL.parse(text, from?.href)
  if (url === null || url.username !== '' || url.password !== '' || url.hostname === '')
    return notLoaded('URL_REFUSED', { url: text.slice(0, 500) })
  url.hash = ''
  if (url.protocol === 'https:') return url
  if (url.protocol !== 'http:' || options.allowHttp !== true)
    return from?.protocol === 'https:' && url.protocol === 'http:'
      ? notLoaded('REDIRECT_DOWNGRADE', { url: url.href.slice(0, 500) })
      : notLoaded('SCHEME_REFUSED', { url: text.slice(0, 500) })
  return from?.protocol === 'https:'
    ? notLoaded('REDIRECT_DOWNGRADE', { url: url.href.slice(0, 500) })
    : url
}

/** Tries the checked addresses in turn; only a server that was not reached makes it go on. */
async function oneHop(
  url: URL,
  options: LoaderOptions,
  budget: BytesLeft,
  signal: AbortSignal,
): Promise<Hop> {
  const isInner = options.innerHosts?.includes(url.host) === true
  const isAllowed = isInner ? () => true : (options.isAllowedAddress ?? isPublicAddress)
  const checked = await checkedAddresses(url.hostname, options.resolve ?? systemResolve, isAllowed)
  if (!checked.ok) return checked
  let answer: Hop = notLoaded('NOT_REACHED', { url: url.href })
  for (const address of checked.addresses) {
    answer = await hop(url, address, budget, signal)
    if (answer.ok || answer.refusal.code !== 'NOT_REACHED' || signal.aborted) return answer
  }
  return answer
}

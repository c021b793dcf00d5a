import type { NotFetchedCode } from '../../contract/device/verifying.ts'
import type { Load } from 'open-badges-validator-core/load'
import type { BundleDocument } from 'open-badges-validator-core/verify'

/** What is remembered for the badges that follow: documents, their bytes, and answers that were none. */
const documentsMax = 500
const bytesMax = 33_554_432
const missedMax = 10_000
/** A host that was silent so often, one time after another, is not asked any more: each time costs a wait. */
const silentMax = 3

/** Why an address brought nothing: a code of the loader, or `HTTP 503`. */
export type Missed = string

/** Documents that badges at addresses ask for, fetched once for many of them. */
export interface Fetched {
  /** Fetches what isn't known yet, and returns it or why not. `isKept`: others will ask for it too. */
  get(url: string, load: Load, isKept: boolean): Promise<BundleDocument | Missed>
}

/** Nothing is known at the beginning; what was fetched is known until there is too much of it. */
export function startFetched(): Fetched {
  const documents = new Map<string, BundleDocument>()
  const missed = new Map<string, Missed>()
  const silences = new Map<string, { readonly why: Missed; readonly count: number }>()
  let keptBytes = 0
  return {
    async get(url, load, isKept) {
      const host = URL.parse(url)?.host ?? ''
      const known = documents.get(url) ?? missed.get(url)
      if (known !== undefined) return known
      const silence = silences.get(host)
      if (silence !== undefined && silence.count >= silentMax) return silence.why
      const result = await load(url)
      if (!result.ok) {
        // Whatever the loader may say has a sentence in both languages, or this does not compile.
        const code: NotFetchedCode = result.refusal.code
        if (!silent.includes(code)) return note(missed, url, code)
        // One time may be the network's; the address itself is asked again by whoever wants it next.
        note(silences, host, { why: code, count: (silences.get(host)?.count ?? 0) + 1 })
        return code
      }
      silences.delete(host)
      const { bytes, status, fetchedAt, finalUrl } = result.loaded
      // Gone is an answer; 404, 5xx and the like say nothing about a badge.
      if (status !== 410 && (status < 200 || status > 299))
        return note(missed, url, `HTTP ${status}`)
      const document: BundleDocument = {
        content: bytes,
        fetchedAt,
        source: 'fetched',
        ...(status === 200 ? {} : { httpStatus: status }),
        // What another site gave is nobody's word by its place: the verifier has to know.
        ...(finalUrl === url ? {} : { finalUrl }),
      }
      if (isKept) {
        if (documents.size >= documentsMax || keptBytes + bytes.byteLength > bytesMax) {
          documents.clear()
          keptBytes = 0
        }
        documents.set(url, document)
        keptBytes += bytes.byteLength
      }
      return document
    },
  }
}

const silent: readonly string[] = ['HOST_NOT_FOUND', 'NOT_REACHED', 'TIMEOUT']

function note<T>(where: Map<string, T>, name: string, what: T): T {
  if (where.size >= missedMax) where.clear()
  where.set(name, what)
  return what
}

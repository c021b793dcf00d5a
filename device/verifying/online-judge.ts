import type { Load } from 'open-badges-validator-core/load'
import type { BundleDocument, Report, VerifyOptions } from 'open-badges-validator-core/verify'
import { verifyAsking } from 'open-badges-validator-core/verify-online'
import type { Missed } from '../../contract/device/verifying.ts'
import type { Fetched } from './fetched.ts'

/** So many hosts that gave nothing are told. */
const missedMax = 5

export interface OnlineJudged {
  readonly report: Report
  /** What kept the address itself from being fetched. */
  readonly notFetched: string | undefined
  /** What it or the badge pointed to and gave nothing, each host once. */
  readonly missed: readonly Missed[]
  /** What lay at the address. */
  readonly bytes: Uint8Array | undefined
}

/**
 * Verifies what lies at an address, or a file whose issuer's word is not here: fetches what is asked for and what has
 * become too old, through one guarded loader with one budget, and verifies again until nothing new is asked for. What
 * can't be reached stays unknown, and why is told.
 */
export async function judgeOnline(
  asked: string | Uint8Array,
  options: VerifyOptions,
  load: Load,
  fetched: Fetched,
): Promise<OnlineJudged> {
  const address = typeof asked === 'string' ? asked : undefined
  const input = typeof asked === 'string' ? new TextEncoder().encode(asked) : asked
  const documents = new Map(options.bundle.documents)
  const tried = new Set<string>()
  const unanswered = new Set<string>()
  const missed = new Map<string, string>()
  let notFetched: string | undefined

  /** One after the other: they share a budget, and a host that is silent is asked once. */
  const bring = async (urls: readonly string[], own: string | undefined): Promise<boolean> => {
    const untried = urls.filter(url => !tried.has(url))
    for (const url of untried) {
      tried.add(url)
      const found = await fetched.get(url, load, url !== own)
      if (typeof found !== 'string') {
        documents.set(url, found)
        continue
      }
      if (url === address) notFetched = found
      else missed.set(URL.parse(url)?.host ?? '', found)
      // What is too old is still there.
      if (!documents.has(url)) unanswered.add(url)
    }
    return untried.length > 0
  }

  // Whatever the text says to the verifier: what the person named is fetched first.
  if (address !== undefined) await bring([address], address)
  const { report } = await verifyAsking(
    input,
    { ...options, isNow: true },
    {
      ...{ documents, unanswered },
      bring: (urls, { subject }) => bring(urls, address ?? subject.id),
    },
    { renewsOld: true },
  )
  const bytes = address === undefined ? undefined : bytesOf(documents.get(address))
  return { report, notFetched, missed: missedOf(missed), bytes }
}

/** What lies there; an answer that it is gone brings no badge. */
function bytesOf(there: BundleDocument | undefined): Uint8Array | undefined {
  if (there === undefined || there.httpStatus !== undefined) return undefined
  return there.content instanceof Uint8Array ? there.content : undefined
}

const missedOf = (missed: ReadonlyMap<string, string>): readonly Missed[] =>
  [...missed].slice(0, missedMax).map(([host, why]) => ({ host, why }))

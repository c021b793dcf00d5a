import type { Load } from 'open-badges-validator-core/load'
import type { Report, VerifyOptions } from 'open-badges-validator-core/verify'
import { verifyBadge } from 'open-badges-validator-core/verify'
import type { Fetched } from './fetched.ts'

/** So often a badge may ask for something new: the badge, its issuer, its keys, its status lists. */
const roundsMax = 5

export interface AddressJudged {
  readonly report: Report
  /** What kept the address itself from being fetched. */
  readonly notFetched: string | undefined
  /** What lay there. */
  readonly bytes: Uint8Array | undefined
}

/**
 * Verifies what lies at an address: fetches it and what it asks for, through one guarded loader with one budget, and
 * verifies again until nothing new is asked for. What can't be reached stays unknown, and why is told.
 */
export async function judgeAddress(
  address: string,
  options: VerifyOptions,
  load: Load,
  fetched: Fetched,
): Promise<AddressJudged> {
  const documents = new Map(options.bundle.documents)
  const tried = new Set<string>()
  /** What was asked for and is not there: that is knowledge too. */
  const unanswered = new Set<string>()
  let input: Uint8Array = new TextEncoder().encode(address)
  let notFetched: string | undefined
  let bytes: Uint8Array | undefined
  const bring = async (urls: readonly string[]): Promise<void> => {
    for (const url of urls) {
      tried.add(url)
      const found = await fetched.get(url, load, url !== address)
      if (typeof found === 'string') {
        if (url === address) notFetched = found
        unanswered.add(url)
        continue
      }
      documents.set(url, found)
      if (url !== address || !(found.content instanceof Uint8Array)) continue
      if (found.httpStatus === undefined) bytes = found.content
    }
  }
  await bring([address])
  for (let round = 1; ; round += 1) {
    const missing = new Set<string>()
    const report = await verifyBadge(input, {
      ...options,
      isNow: true,
      bundle: {
        ...options.bundle,
        documents,
        unanswered,
        onMissing: url => void missing.add(url),
      },
    })
    if (
      report.detected.reason?.code === 'NOT_RETRIEVED' &&
      bytes !== undefined &&
      input !== bytes
    ) {
      // A picture lies there: it is what is to be read.
      input = bytes
      continue
    }
    const wanted = [...missing].filter(url => !tried.has(url) && mayFetch(url, report))
    if (round >= roundsMax || wanted.length === 0) return { report, notFetched, bytes }
    await bring(wanted)
  }
}

/** Only badges up to 2 are ever hosted without TLS. */
function mayFetch(url: string, { detected }: Report): boolean {
  if (/^https:\/\//i.test(url)) return true
  const isOld = detected.dataModel === null && Number(detected.version ?? '1') < 3
  return isOld && /^http:\/\//i.test(url)
}

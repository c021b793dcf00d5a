import type { Load } from 'open-badges-validator-core/load'
import type { Report, VerifyOptions } from 'open-badges-validator-core/verify'
import { verifyBadge } from 'open-badges-validator-core/verify'
import { freshMemory } from 'open-badges-validator-core/verify-many'
import type { Missed } from '../../contract/device/verifying.ts'
import type { Fetched } from './fetched.ts'

/** So often a badge may ask for something new: the badge, its issuer, its keys, its status lists. */
const roundsMax = 5
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
  const documents = new Map(options.bundle.documents)
  const tried = new Set<string>()
  /** What was asked for and is not there: that is knowledge too. */
  const unanswered = new Set<string>()
  const missed = new Map<string, string>()
  let input = typeof asked === 'string' ? new TextEncoder().encode(asked) : asked
  let notFetched: string | undefined
  let bytes: Uint8Array | undefined
  let isRenewed = false
  const bring = async (urls: readonly string[], own: string | undefined): Promise<void> => {
    for (const url of urls) {
      tried.add(url)
      const found = await fetched.get(url, load, url !== own)
      if (typeof found === 'string') {
        if (url === address) notFetched = found
        else missed.set(URL.parse(url)?.host ?? '', found)
        // What is too old is still there.
        if (!documents.has(url)) unanswered.add(url)
        continue
      }
      documents.set(url, found)
      if (url !== address || !(found.content instanceof Uint8Array)) continue
      if (found.httpStatus === undefined) bytes = found.content
    }
  }
  if (address !== undefined) await bring([address], address)
  for (let round = 1; ; round += 1) {
    const missing = new Set<string>()
    const report = await verifyBadge(input, {
      ...options,
      isNow: true,
      bundle: {
        ...options.bundle,
        ...(isRenewed ? { memory: freshMemory() } : {}),
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
    const old = outdated(report)
    // What others of the run have read is what is too old here.
    isRenewed ||= old.length > 0
    const wanted = [...missing, ...old].filter(url => !tried.has(url) && mayFetch(url, report))
    if (round >= roundsMax || wanted.length === 0)
      return { report, notFetched, missed: missedOf(missed), bytes }
    await bring([...new Set(wanted)], address ?? report.subject.id)
  }
}

const missedOf = (missed: ReadonlyMap<string, string>): readonly Missed[] =>
  [...missed].slice(0, missedMax).map(([host, why]) => ({ host, why }))

const tooOld: readonly string[] = ['STALE', 'KEY_STALE', 'LIST_EXPIRED', 'OLDER_THAN_SEEN']

/** What is here and too old to count, of the badge and of what is inside it. */
function outdated(report: Report): readonly string[] {
  const own = report.checks
    .filter(({ outcome, code = '' }) => outcome === 'unknown' && tooOld.includes(code))
    .flatMap(({ evidence }) => evidence?.url ?? [])
  return [...own, ...report.parts.flatMap(outdated)]
}

/** Only badges up to 2 are ever hosted without TLS. */
function mayFetch(url: string, { detected }: Report): boolean {
  if (/^https:\/\//i.test(url)) return true
  const isOld = detected.dataModel === null && Number(detected.version ?? '1') < 3
  return isOld && /^http:\/\//i.test(url)
}

import { fetchRoundsMax } from '../limits.ts'
import type { Report } from '../verify/report.ts'
import { freshMemory, type BundleDocument } from '../verify/trust-bundle.ts'
import { verifyBadge, type VerifyOptions } from '../verify/verify.ts'

/** What is known, and the way to know more. */
export interface Knowledge {
  readonly documents: ReadonlyMap<string, BundleDocument>
  /** What was asked for in vain: that a document is not there is knowledge too. */
  readonly unanswered: ReadonlySet<string>
  /**
   * Fetches what is asked for, as far as it can be had, into `documents` and `unanswered`.
   * @returns whether anything is known now that was not.
   */
  bring(urls: readonly string[], report: Report): Promise<boolean>
}

export interface AskingOptions {
  /** Ends the asking: what is known by then decides. */
  readonly signal?: AbortSignal
  /** Asks also for what is known and has become too old to count. */
  readonly renewsOld?: boolean
}

export interface Asked {
  readonly report: Report
  /** What was read in the end: the input, or what lay at the address that was all there was of it. */
  readonly read: Uint8Array
}

/**
 * Verifies, hears what was asked for and is not there, has it brought, and verifies again, until nothing new is
 * known. An input that is only an address is the badge that lies there. Contexts are never asked for.
 */
export async function verifyAsking(
  bytes: Uint8Array,
  given: VerifyOptions,
  knowledge: Knowledge,
  { signal, renewsOld = false }: AskingOptions = {},
): Promise<Asked> {
  const { documents, unanswered } = knowledge
  let { memory } = given.bundle
  let read = bytes
  for (let round = 1; ; round += 1) {
    const missing = new Set<string>()
    const report = await verifyBadge(read, {
      ...given,
      bundle: {
        ...given.bundle,
        ...(memory === undefined ? {} : { memory }),
        documents,
        unanswered,
        onMissing: url => void missing.add(url),
      },
    })
    const isLast = round >= fetchRoundsMax || signal?.aborted === true
    const address = addressOf(report)
    const there = address === null ? undefined : documents.get(address)
    if (there?.content instanceof Uint8Array && there.httpStatus === undefined) {
      // The address was all there was: the badge is what lies there.
      read = there.content
      if (!isLast) continue
    }
    if (address !== null) missing.add(address)
    const old = renewsOld ? outdated(report) : []
    // What others of the run have read is what is too old here.
    if (old.length > 0) memory = freshMemory()
    const wanted = [...missing, ...old].filter(url => mayAsk(url, report))
    if (isLast || !(await knowledge.bring([...new Set(wanted)], report))) return { report, read }
  }
}

/** The address that is all there is of a badge: a link in a file, or in an old picture. */
function addressOf(report: Report): string | null {
  const { reason } = report.detected
  const url = reason?.code === 'NOT_RETRIEVED' ? reason.facts['url'] : undefined
  return typeof url === 'string' ? url : null
}

const tooOld: readonly string[] = ['STALE', 'KEY_STALE', 'LIST_EXPIRED', 'OLDER_THAN_SEEN']

/** What is here and too old to count, of the badge and of what is inside it. */
function outdated(report: Report): readonly string[] {
  const own = report.checks
    .filter(({ outcome, code = '' }) => outcome === 'unknown' && tooOld.includes(code))
    .flatMap(({ evidence }) => evidence?.url ?? [])
  return [...own, ...report.parts.flatMap(outdated)]
}

/** Only badges up to 2 are ever hosted without TLS. */
function mayAsk(url: string, { detected }: Report): boolean {
  if (/^https:\/\//i.test(url)) return true
  const isOld = detected.dataModel === null && Number(detected.version ?? '1') < 3
  return isOld && /^http:\/\//i.test(url)
}

import type { BatchSaid } from '../../contract/device/verifying.ts'
import type { Words } from '../../words/words.ts'

/** An age that is worth saying (ms): lists are fetched and used within the hour all the time. */
const ageMsMin = 3_600_000

/** What answers rest on: the network, the lists as they were then, and whether something newer has come since. */
export function bundleSaid(words: Words, { restsOn, addresses }: BatchSaid): string {
  const { many } = words.verify
  const [latest] = restsOn
  const olderCount = restsOn
    .filter(({ isNow }) => !isNow)
    .reduce((sum, { count }) => sum + count, 0)
  const known =
    latest?.asOf === undefined || latest.issuers === 0
      ? many.bundleNone
      : many.bundle({
          from: latest.name,
          asOf: latest.asOf,
          ageMs: ageOf(latest.until - latest.asOf),
        })
  const older = olderCount === 0 ? [] : [many.bundleOlder({ n: olderCount })]
  return [many.network({ addresses }), known, ...older].join(' ')
}

const ageOf = (ms: number): number | undefined => (ms < ageMsMin ? undefined : ms)

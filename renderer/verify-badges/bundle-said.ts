import type { BatchSaid } from '../../contract/device/verifying.ts'
import type { Words } from '../../words/words.ts'

/** What answers rest on, and how old that is; nothing here needs a network. */
export function bundleSaid(words: Words, { bundle, checkedAt, begunAt }: BatchSaid): string {
  const { many } = words.verify
  const { asOf, issuers } = bundle
  if (asOf === undefined || issuers === 0) return many.bundleNone
  return many.bundle({ from: bundle.name, asOf, ageMs: Math.max(0, (checkedAt ?? begunAt) - asOf) })
}

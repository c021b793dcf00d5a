import { bundleIssuersMax } from '../limits.ts'
import type { KnownIssuer, KnownRegistry } from '../verify/trust-bundle.ts'
import type { BundleFile } from './bundle-file.ts'
import { readRegistry } from './registry.ts'

/**
 * Adds the issuers of a bundle's registries to those it names itself, whose word comes first; of two
 * registries that of the earlier address does. A registry that cannot be read, or is one too many, is
 * told and adds nothing: a bundle is not refused for it.
 */
export function withRegistries(file: BundleFile): {
  readonly issuers: readonly KnownIssuer[]
  readonly registries: readonly KnownRegistry[]
} {
  const issuers = new Map(file.issuers.map(issuer => [issuer.id, issuer]))
  const registries: KnownRegistry[] = []
  for (const entry of file.entries) {
    if (entry.kind !== 'registry') continue
    const { url } = entry
    const read = readRegistry(entry)
    if (!read.ok) {
      registries.push({ url, issuers: 0, refusal: read.refusal, updatedAt: null })
      continue
    }
    const { updatedAt, leftOut } = read.value
    const before = issuers.size
    for (const issuer of read.value.issuers)
      if (!issuers.has(issuer.id) && issuers.size < bundleIssuersMax) issuers.set(issuer.id, issuer)
    const isFull = read.value.issuers.some(({ id }) => !issuers.has(id))
    const refusal = isFull
      ? { code: 'TOO_LARGE' as const, facts: { bundleIssuersMax } }
      : leftOut > 0
        ? { code: 'MALFORMED_VALUE_ERROR' as const, facts: { leftOut } }
        : null
    registries.push({ url, issuers: issuers.size - before, refusal, updatedAt })
  }
  return { issuers: [...issuers.values()], registries }
}

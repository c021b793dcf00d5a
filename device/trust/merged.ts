import type { OpenedBundle } from 'open-badges-validator-core/bundle'
import { districtSource } from '../../core/badge/trust-bundle.ts'
import { keysOfOthers } from './keys-of-others.ts'
import type { BundleDocument, KnownIssuer, TrustBundle } from 'open-badges-validator-core/verify'

/**
 * All that is known here as one bundle. Who comes first has the word: whoever signed a later list can't say anything
 * about an address, an issuer or a key that an earlier one speaks of; hence the district's own comes first.
 */
export function merged(
  lists: readonly { readonly opened: OpenedBundle; readonly isDistricts: boolean }[],
  newestLists: ReadonlyMap<string, number>,
): TrustBundle {
  const documents = new Map<string, BundleDocument>()
  const issuers = new Map<string, KnownIssuer>()
  for (const { opened, isDistricts } of lists) {
    const { bundle } = opened
    const source = isDistricts ? districtSource : bundle.name
    for (const [url, document] of bundle.documents)
      if (!documents.has(url)) documents.set(url, { ...document, source })
    for (const issuer of bundle.issuers)
      if (!issuers.has(issuer.id))
        issuers.set(issuer.id, { ...issuer, source: sourceOf(issuer, source) })
  }
  return {
    name: lists.map(({ opened }) => opened.bundle.name).join(', '),
    documents,
    issuers: [...issuers.values()],
    keys: lists.flatMap(({ opened }, at) =>
      keysOfOthers(
        opened,
        lists.slice(0, at).map(list => list.opened),
      ),
    ),
    registries: lists.flatMap(({ opened }) => opened.bundle.registries ?? []),
    newestLists,
  }
}

/** Whose list it is, and which registry in it names the issuer. */
const sourceOf = ({ url, source }: KnownIssuer, list: string): string =>
  url === undefined || list === districtSource ? list : `${list}, ${source}`

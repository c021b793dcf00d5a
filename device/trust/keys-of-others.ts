import type { OpenedBundle } from 'open-badges-validator-core/bundle'
import type { BundleDocument, KeptKey } from 'open-badges-validator-core/verify'
import { z } from 'zod'

/**
 * What a later list says of keys, without what it says of somebody else's: of an issuer whom an earlier list names, and
 * of any key that such an issuer's document holds, under whatever name. Who accepted a state's list has not thereby let
 * it take back the keys of the district.
 */
export function keysOfOthers(
  { bundle }: Pick<OpenedBundle, 'bundle'>,
  earlier: readonly Pick<OpenedBundle, 'bundle'>[],
): readonly KeptKey[] {
  const named = new Set(
    earlier.flatMap(one => [
      ...one.bundle.documents.keys(),
      ...one.bundle.issuers.map(issuer => issuer.id),
      ...(one.bundle.keys ?? []).map(key => textAt(key, 'controller')),
    ]),
  )
  const held = new Set(
    earlier.flatMap(one => [
      ...[...one.bundle.documents.values()].flatMap(multikeysIn),
      ...(one.bundle.keys ?? []).map(key => textAt(key, 'publicKeyMultibase')),
    ]),
  )
  // A did:key is a key, by its name.
  const isNamed = (multikey: string) => held.has(multikey) || named.has(`did:key:${multikey}`)
  return (bundle.keys ?? []).filter(
    key => !named.has(textAt(key, 'controller')) && !isNamed(textAt(key, 'publicKeyMultibase')),
  )
}

const textAt = ({ method }: KeptKey, name: string): string => {
  const value = method[name]
  return typeof value === 'string' ? value : ''
}

const methodSchema = z.object({ publicKeyMultibase: z.string() })
const documentSchema = z.object({
  verificationMethod: z.array(z.unknown()).default([]),
  assertionMethod: z.array(z.unknown()).default([]),
})

/** The keys of a DID document in the form in which districts publish them; none of any other document. */
function multikeysIn({ content, kind }: BundleDocument): readonly string[] {
  if (kind !== 'did-document' || !(content instanceof Uint8Array)) return []
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(content))
  } catch {
    // No JSON: nobody's keys are read from it either.
    return []
  }
  const document = documentSchema.safeParse(json)
  if (!document.success) return []
  const { verificationMethod, assertionMethod } = document.data
  return [...verificationMethod, ...assertionMethod].flatMap(method => {
    const parsed = methodSchema.safeParse(method)
    return parsed.success ? [parsed.data.publicKeyMultibase] : []
  })
}

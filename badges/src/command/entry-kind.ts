import type { EntryKind } from '../bundle/bundle.ts'
import { textOfUtf8 } from '../bytes/text.ts'
import { classify } from '../detect/classify.ts'
import { parseJson } from '../json/parse.ts'
import { isList, isObject, valueAt } from '../json/value.ts'

/**
 * Tells by its members what a document is that a person chose. Never for one that a badge asked for:
 * what is kept as a context is read as one.
 */
export function kindOf(bytes: Uint8Array): EntryKind {
  const parsed = parseJson(textOfUtf8(bytes)?.trim() ?? '')
  if (!parsed.ok || !isObject(parsed.value)) return 'document'
  const document = parsed.value
  const has = (key: string) => valueAt(document, key) !== undefined
  if (has('$schema')) return 'schema'
  if (isObject(valueAt(document, 'registry')) || isList(valueAt(document, 'issuers')))
    return 'registry'
  if (isList(valueAt(document, 'keys'))) return 'jwks'
  if (has('verificationMethod') || has('assertionMethod')) return 'did-document'
  const { kind } = classify(document)
  if (kind === 'status-list') return 'status-list'
  if (kind === 'profile') return 'issuer'
  if (has('revokedCredential') || has('revokedAssertions')) return 'status-list'
  if (has('@context') && !has('id') && !has('type')) return 'context'
  return 'document'
}

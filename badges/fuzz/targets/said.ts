import { textOfUtf8 } from '../../src/bytes/text.ts'
import { unbake } from '../../src/bake/bake.ts'
import { open } from '../../src/detect/open.ts'
import { isList, isObject, listOf, type JsonObject, type JsonValue } from '../../src/json/value.ts'

/**
 * What a badge says, so that two spellings of one content are the same text and any other content is
 * another: of a JWS the signed characters, of JSON the values in any order and without the proofs.
 */
export function saidBy(bytes: Uint8Array): string {
  const { content } = open(bytes)
  if (content.as === 'nothing') return `nothing: ${Buffer.from(bytes).toString('base64')}`
  if (content.as === 'json') return plainText(withoutProof(content.document))
  const baked = unbake(bytes)
  const text = baked.ok ? baked.value.text : (textOfUtf8(bytes) ?? '')
  return text.trim().split('.').slice(0, 2).join('.')
}

/**
 * A signature over statements does not cover contexts that no word of the badge uses: of those the first
 * two count, which say what it is. A context that changed a word would break the signature.
 */
function withoutProof(document: JsonObject): JsonObject {
  const { proof: _, '@context': contexts, ...rest } = document
  return { ...rest, '@context': listOf(contexts).slice(0, 2) }
}

/** JSON-LD makes no difference between one value and a list of it, or between orders; nor do we here. */
function plainText(value: JsonValue): string {
  if (isList(value)) {
    const items = new Set(value.filter(item => item !== null).map(plainText))
    const [only = ''] = items
    return items.size === 1 ? only : `[${[...items].toSorted().join()}]`
  }
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, item]) => item !== null && !(isList(item) && item.length === 0))
    .map(([key, item]) => `${JSON.stringify(key)}:${plainText(item)}`)
  return `{${members.toSorted().join()}}`
}

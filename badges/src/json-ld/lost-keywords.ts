import { isList, isObject, type JsonValue } from '../json/value.ts'
import { undefinedTermsMax } from '../limits.ts'

/** The keywords that a statement can come of (JSON-LD 1.1 section 9); `@index` is not among them. */
const telling: ReadonlySet<string> = new Set([
  ...['@context', '@id', '@type', '@value', '@language', '@direction', '@list', '@set'],
  ...['@graph', '@included', '@nest', '@reverse'],
])

/**
 * Keys that look like keywords and make no statement: `@index`, `@vocab` outside of a context, a
 * keyword of tomorrow. The processor leaves them out without a warning, so that a signature does not
 * cover them and anybody can add what he likes under one.
 *
 * @returns such keys, wherever they stand, each once and at most `undefinedTermsMax`.
 */
export function lostKeywords(value: JsonValue): readonly string[] {
  const lost = new Set<string>()
  gather(value, lost)
  return [...lost].slice(0, undefinedTermsMax)
}

function gather(value: JsonValue, lost: Set<string>): void {
  if (isList(value)) for (const item of value) gather(item, lost)
  if (!isObject(value)) return
  for (const [key, item] of Object.entries(value)) {
    if (/^@[a-z]+$/i.test(key) && !telling.has(key)) lost.add(key)
    if (key !== '@context') gather(item, lost)
  }
}

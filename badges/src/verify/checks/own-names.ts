import { canonicalJson } from '../../json/jcs.ts'
import { idOf, listOf, textOf, valueAt, type JsonObject, type JsonValue } from '../../json/value.ts'
import { undefinedTermsMax } from '../../limits.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import { knownWords } from '../../json-ld/known-words.ts'
import { contextsWithin } from './contexts-within.ts'
import { otherNames } from './other-names.ts'
import { meaningsBudget, ownLiteralsOf, ownWordsOf } from './own-words.ts'
import { saidElsewhere } from './said-elsewhere.ts'
import { rewrittenIris, signedOf } from './signed-iris.ts'

const base = { id: 'ownNames', about: '', spec: 'VCDM 2.0 section 4.2 (compacted form)' }
const statement = /^(<[^>]*>|_:\S+) <https:\/\/www\.w3\.org\/2018\/credentials#(\w+)> /

/**
 * Whether all that the signature says about the credential stands under its own name, in its own place. A
 * signature of an RDFC suite is over statements, not over JSON: `validUntil` moved under its full IRI, under an
 * alias of an inline context, into `@nest` or into an endorsement leaves the signature good, and whoever reads
 * the JSON finds no end date and no status. So no word, type or address may stand for another that was signed,
 * nothing may be said of the credential in a second place, and its signed statements are counted against the JSON.
 */
export async function ownNames(the: Case): Promise<Finding> {
  if (the.isSignedAsWritten)
    return { ...base, outcome: 'pass', message: 'The signature covers it as it is written.' }
  const canonical = await the.canonical()
  if (!canonical.ok)
    return {
      ...base,
      outcome: 'unknown',
      code: canonical.refusal.code,
      message: 'What the signature covers could not be worked out.',
    }
  const hidden = hiddenIn(the, canonical.value)
  return hidden.length === 0
    ? { ...base, outcome: 'pass', message: 'All that was signed stands under its own name.' }
    : {
        ...base,
        outcome: 'fail',
        code: 'ALIASED_TERM',
        facts: { names: hidden },
        message: 'Something that was signed is hidden under another name.',
      }
}

/** @returns what is not where a reader looks for it, at most `undefinedTermsMax`. */
function hiddenIn({ document, contextAt }: Case, canonical: string): readonly string[] {
  const contexts = contextsWithin(document, contextAt)
  const own = ownWordsOf(contexts)
  const literals = new Set([...knownWords().literals, ...ownLiteralsOf(contexts)])
  const budget = meaningsBudget()
  const hidden = [
    ...hiddenProperties(canonical, document),
    ...otherNames(document, own, literals, budget),
    ...rewrittenIris(document, signedOf(canonical), own, literals, budget),
    ...saidElsewhere(document),
  ]
  return [...new Set(hidden)].slice(0, undefinedTermsMax)
}

/** @returns names of credential properties that are signed more often than the JSON shows them. */
function hiddenProperties(canonical: string, document: JsonObject): readonly string[] {
  const id = textOf(valueAt(document, 'id'))
  const signed = new Map<string, number>()
  for (const line of canonical.split('\n')) {
    const [, subject = '', name = ''] = statement.exec(line) ?? []
    // A credential without an id is a blank node, and which one cannot be told from here.
    const isRoot = id === null ? subject.startsWith('_:') : subject === `<${id}>`
    if (isRoot && name !== '') signed.set(name, (signed.get(name) ?? 0) + 1)
  }
  return [...signed]
    .filter(([name, count]) => count > differentOf(valueAt(document, name)).size)
    .map(([name]) => name)
}

/** Two that are the same, or have the same id, are one statement. */
function differentOf(value: JsonValue | undefined): ReadonlySet<string> {
  return new Set(listOf(value).map((item, at) => idOf(item) ?? literalOf(item) ?? `value ${at}`))
}

function literalOf(item: JsonValue): string | null {
  const literal = valueAt(item, '@value')
  const text = literal === undefined ? null : canonicalJson(item)
  return text?.ok === true ? text.value : null
}

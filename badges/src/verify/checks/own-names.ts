import { listOf, textOf, valueAt, type JsonValue } from '../../json/value.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import { otherNames } from './other-names.ts'

const base = { id: 'ownNames', about: '', spec: 'VCDM 2.0 section 4.2 (compacted form)' }
const statement = /^(<[^>]*>|_:\S+) <https:\/\/www\.w3\.org\/2018\/credentials#(\w+)> /

/**
 * Whether all that the signature says about the credential stands under its own name. A signature of
 * an RDFC suite is over statements, not over JSON: `validUntil` moved under its full IRI, under an
 * alias of an inline context or into `@nest` leaves the signature good, and whoever reads the JSON
 * finds no end date and no status. So the signed statements are counted against the JSON, and no word
 * may mean what another word of the standards means.
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
  const ofCredential = hiddenNames(canonical.value, the.document)
  const hidden = ofCredential.length > 0 ? ofCredential : otherNames(the.document)
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

/** @returns names of credential properties that are signed more often than the JSON shows them. */
function hiddenNames(canonical: string, document: JsonValue): readonly string[] {
  const id = textOf(valueAt(document, 'id'))
  const signed = new Map<string, number>()
  for (const line of canonical.split('\n')) {
    const [, subject = '', name = ''] = statement.exec(line) ?? []
    // A credential without an id is a blank node, and which one cannot be told from here.
    const isRoot = id === null ? subject.startsWith('_:') : subject === `<${id}>`
    if (isRoot && name !== '') signed.set(name, (signed.get(name) ?? 0) + 1)
  }
  return [...signed]
    .filter(([name, count]) => count > listOf(valueAt(document, name)).length)
    .map(([name]) => name)
}

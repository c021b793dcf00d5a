import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'

const base = { id: 'definedTerms', about: '', spec: 'vc-data-integrity section 4.7 (data loss)' }

/**
 * Whether every word of the document is defined by its contexts. An undefined word is dropped before
 * signing: anybody can add it to a good badge and the signature still holds.
 */
export async function definedTerms(the: Case): Promise<Finding> {
  if (the.isSignedAsWritten)
    return { ...base, outcome: 'pass', message: 'The signature covers it as it is written.' }
  const canonical = await the.canonical()
  if (canonical.ok)
    return { ...base, outcome: 'pass', message: 'Every word in it is covered by the signature.' }
  const { code, facts } = canonical.refusal
  if (code === 'DATA_LOSS_DETECTION_ERROR')
    return {
      ...base,
      outcome: 'fail',
      code,
      facts,
      message: 'It holds words that no list defines, so no signature covers them.',
      remedy: 'The issuer must define these words or leave them out.',
    }
  if (code === 'PARSING_ERROR')
    return { ...base, outcome: 'fail', code, facts, message: 'Its words contradict their lists.' }
  return { ...base, outcome: 'unknown', code, facts, message: 'Its words could not be looked up.' }
}

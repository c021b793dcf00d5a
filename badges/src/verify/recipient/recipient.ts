import type { JsonObject } from '../../json/value.ts'
import { identitiesMax } from '../../limits.ts'
import type { Code, Facts } from '../../refusal.ts'
import type { Finding, Outcome } from '../report.ts'
import { compared, type Closeness } from './compared.ts'
import { identitiesOf, typeOfIdentity } from './identity.ts'

/**
 * Somebody a badge may have been given to, as its reader knows them: `email`, `url`, `telephone`,
 * `id` (or `did`), `name`, or a type of the standard such as `sisSourcedId` or `ext:…`.
 */
export interface Recipient {
  readonly type: string
  readonly value: string
}

interface Comparison {
  readonly type: string
  readonly as: Closeness | 'differs'
  readonly hash: 'sha256' | 'md5' | 'none'
}

/**
 * Whether the badge was given to one of those who are asked for (OB 3.0 #verification, OB 2.0
 * #IdentityHash). One identity that fits is enough. A hash is of the value as its issuer typed it, so a
 * value that fits only when trimmed and in lower case is a weaker answer, and `unknown`; a name that
 * fits is no proof of who somebody is, and says so. What was asked for is not repeated in the report.
 */
export function recipient(document: JsonObject, asked: readonly Recipient[]): Finding {
  const told = (outcome: Outcome, code: Code | null, facts: Facts, message: string): Finding => ({
    id: 'recipient',
    about: 'credentialSubject' in document ? '/credentialSubject' : '/recipient',
    spec: 'OB 3.0 #verification; OB 2.0 #IdentityHash',
    outcome,
    ...(code === null ? {} : { code }),
    facts,
    message,
  })
  const stated = identitiesOf(document)
  const types = [...new Set(stated.map(({ type }) => type.slice(0, 100)))].slice(0, 10)
  if (asked.length === 0) return told('unknown', 'NOT_ASKED', { types }, 'Nobody was asked for.')
  const made = asked.slice(0, identitiesMax).flatMap(one =>
    stated.slice(0, identitiesMax).flatMap((own): readonly Comparison[] => {
      if (typeOfIdentity(one.type) !== own.type) return []
      const found = compared(one.value, own)
      return found === null ? [] : [{ type: own.type, ...found }]
    }),
  )
  const best = closest(made.filter(({ type }) => type !== 'name'))
  if (best !== null && best.as !== 'differs') return matched(best, told)
  const isCut = asked.length > identitiesMax || stated.length > identitiesMax
  if (isCut) return told('unknown', 'TOO_LARGE', { identitiesMax }, 'Not all could be compared.')
  if (best !== null)
    return told('fail', 'RECIPIENT_MISMATCH', { types }, 'It was given to somebody else.')
  const name = closest(made.filter(({ type }) => type === 'name'))
  if (name === null)
    return told(
      'unknown',
      'RECIPIENT_NOT_COMPARABLE',
      { types },
      'It names its recipient in another way.',
    )
  if (name.as === 'differs')
    return told('fail', 'RECIPIENT_MISMATCH', { types }, 'It was given to somebody else.')
  const facts = { type: name.type, matchedAs: name.as, hash: name.hash }
  if (isLoose(name.as)) return matched(name, told)
  return told('pass', 'NAME_ONLY', facts, 'The name fits; several people can have one name.')
}

function matched(
  { type, as, hash }: Comparison,
  told: (outcome: Outcome, code: Code | null, facts: Facts, message: string) => Finding,
): Finding {
  const facts = { type, matchedAs: as, hash }
  if (isLoose(as)) return told('unknown', 'RECIPIENT_LOOSELY', facts, looseMessage)
  if (hash === 'md5')
    return told('pass', 'WEAK_HASH', facts, 'It fits, by a hash that can be forged.')
  return told('pass', null, facts, 'It was given to whom is asked for.')
}

const looseMessage = 'It fits only without its spaces, capitals, or signs between digits.'

function isLoose(as: Comparison['as']): boolean {
  return as === 'lowercased' || as === 'digits'
}

/** The closest of several comparisons; of equal ones that with the stronger hash. */
function closest(made: readonly Comparison[]): Comparison | null {
  const ranks: readonly Comparison['as'][] = ['exact', 'nfc', 'lowercased', 'digits', 'differs']
  const rank = ({ as, hash }: Comparison) => ranks.indexOf(as) * 2 + (hash === 'md5' ? 1 : 0)
  return made.toSorted((one, other) => rank(one) - rank(other))[0] ?? null
}

import type { Jws } from '../../detect/jws.ts'
import { textOf, valueAt } from '../../json/value.ts'
import type { Finding } from '../report.ts'

const types = ['jwt', 'vc+jwt', 'vc+ld+jwt']
const contents = ['vc', 'vc+ld+json']
/** What OB 3.0 #jwt-proof allows in a header, and `cty` of VC-JOSE-COSE. */
const parameters = ['alg', 'kid', 'jwk', 'typ', 'cty']

/**
 * Whether the header says that this is a credential: a JWT made for something else must not pass for
 * one (RFC 8725 section 3.11, VC-JOSE-COSE section 3.1.1). Absent is allowed.
 */
export function jwtType({ header }: Jws): Finding {
  const base = { id: 'jwt.typ', about: '', spec: 'VC-JOSE-COSE section 3.1.1; OB 3.0 #jwt-proof' }
  const isOne = (name: string, allowed: readonly string[]) => {
    const value = valueAt(header, name)
    const text = textOf(value)
      ?.toLowerCase()
      .replace(/^application\//, '')
    return value === undefined || (text !== undefined && allowed.includes(text))
  }
  const shown = (name: string) => (textOf(valueAt(header, name)) ?? '').slice(0, 100)
  const facts = { typ: shown('typ'), cty: shown('cty') }
  if (!isOne('typ', types) || !isOne('cty', contents))
    return {
      ...base,
      outcome: 'fail',
      code: 'MALFORMED_VALUE_ERROR',
      facts: { ...facts, problems: ['typ, cty: those of a credential'] },
      message: 'It says of itself that it is something other than a credential.',
    }
  const extra = Object.keys(header).filter(name => !parameters.includes(name))
  return {
    ...base,
    outcome: 'pass',
    facts: extra.length === 0 ? facts : { ...facts, extra: extra.slice(0, 20) },
    message:
      extra.length === 0
        ? 'Its header is that of a credential.'
        : 'Its header holds more than the standard foresees; nothing of that was used.',
  }
}

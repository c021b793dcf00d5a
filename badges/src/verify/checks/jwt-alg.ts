import type { Jws } from '../../detect/jws.ts'
import { isAlgAllowed } from '../../jose/verify-jws.ts'
import { textOf, valueAt } from '../../json/value.ts'
import { usualAlgs } from '../policy.ts'
import type { Finding } from '../report.ts'

/**
 * Header parameters that change what is signed or fetch a key from anywhere. `crit` is among them:
 * it names extensions that must be understood, and none is (RFC 7515 section 4.1.11).
 */
const refusedParameters = ['crit', 'b64', 'jku', 'x5u', 'zip']

/** @returns the algorithm a header names, cut to what can be shown; `none` where it names none. */
export function algOf(jws: Jws): string {
  return (textOf(valueAt(jws.header, 'alg')) ?? 'none').slice(0, 100)
}

/**
 * Whether it is signed in a way a badge may be: by a list, never by what the header asks for.
 *
 * @param algs those of the policy. A sound one that is not among them is left unchecked, not refused.
 */
export function jwtAlg(jws: Jws, algs = usualAlgs): Finding {
  const alg = algOf(jws)
  const parameters = refusedParameters.filter(name => valueAt(jws.header, name) !== undefined)
  const base = { id: 'jwt.alg', about: '', spec: 'OB 3.0 #jwt-proof; RFC 8725 section 3.1' }
  if (isAlgAllowed(alg) && parameters.length === 0 && !algs.includes(alg))
    return {
      ...base,
      outcome: 'unknown',
      code: 'NOT_CHECKED_BY_THIS_VERSION',
      facts: { suite: `JWT ${alg}` },
      message: `Signed with ${alg}, which the policy does not take.`,
    }
  return isAlgAllowed(alg) && parameters.length === 0
    ? { ...base, outcome: 'pass', facts: { alg }, message: `Signed with ${alg}.` }
    : {
        ...base,
        outcome: 'fail',
        code: 'ALG_NOT_ALLOWED',
        facts: { alg, parameters },
        message: 'It is signed in a way that no badge may be signed.',
      }
}

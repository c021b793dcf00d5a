import type { Jws } from '../../detect/jws.ts'
import { textOf, valueAt } from '../../json/value.ts'
import type { Finding } from '../report.ts'

const allowed = new Set(['RS256', 'ES256', 'EdDSA', 'Ed25519', 'ES384', 'PS256'])
const refusedParameters = ['crit', 'b64', 'jku', 'x5u', 'zip']

/**
 * What a JWS says about itself. The algorithm is held to a list now; the signature itself is not
 * checked by this version, and says so.
 */
export function jwt(jws: Jws): readonly Finding[] {
  const alg = (textOf(valueAt(jws.header, 'alg')) ?? 'none').slice(0, 100)
  const parameters = refusedParameters.filter(name => valueAt(jws.header, name) !== undefined)
  const base = { id: 'jwt.alg', about: '', spec: 'OB 3.0 #jwt-proof; RFC 8725 section 3.1' }
  const algorithm: Finding =
    allowed.has(alg) && parameters.length === 0
      ? { ...base, outcome: 'pass', facts: { alg }, message: `Signed with ${alg}.` }
      : {
          ...base,
          outcome: 'fail',
          code: 'ALG_NOT_ALLOWED',
          facts: { alg, parameters },
          message: 'It is signed in a way that no badge may be signed.',
        }
  const signature = { id: 'proof.signature', about: '', spec: 'OB 3.0 #jwt-verify' }
  if (jws.signature === null || jws.signature.length === 0)
    return [
      algorithm,
      {
        ...signature,
        outcome: 'fail',
        code: 'PROOF_VERIFICATION_ERROR',
        facts: { reason: 'the signature part is empty or not strict base64url' },
        message: 'There is no signature in it that could hold.',
      },
    ]
  return [
    algorithm,
    {
      ...signature,
      outcome: 'unknown',
      code: 'NOT_CHECKED_BY_THIS_VERSION',
      facts: { suite: `JWT ${alg}` },
      message: 'The signature was not checked by this version.',
    },
  ]
}

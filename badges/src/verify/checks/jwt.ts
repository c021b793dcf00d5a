import type { Jws } from '../../detect/jws.ts'
import type { Finding } from '../report.ts'
import { algOf, jwtAlg } from './jwt-alg.ts'

/** What can be said of a JWS that holds no credential of the W3C data model: not its signature. */
export function jwt(jws: Jws): readonly Finding[] {
  const signature = { id: 'proof.signature', about: '', spec: 'RFC 7515 section 5.2' }
  if (jws.signature === null || jws.signature.length === 0)
    return [
      jwtAlg(jws),
      {
        ...signature,
        outcome: 'fail',
        code: 'PROOF_VERIFICATION_ERROR',
        facts: { reason: 'the signature part is empty or not strict base64url' },
        message: 'There is no signature in it that could hold.',
      },
    ]
  return [
    jwtAlg(jws),
    {
      ...signature,
      outcome: 'unknown',
      code: 'NOT_CHECKED_BY_THIS_VERSION',
      facts: { suite: `JWT ${algOf(jws)}` },
      message: 'The signature was not checked by this version.',
    },
  ]
}

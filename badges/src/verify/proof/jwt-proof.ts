import type { Jws } from '../../detect/jws.ts'
import { canCheck, fitsAlg, verifyJws } from '../../jose/verify-jws.ts'
import { textOf, valueAt, type JsonValue } from '../../json/value.ts'
import { keysTriedMax, signaturesMax } from '../../limits.ts'
import type { Case } from '../case.ts'
import { algOf, jwtAlg } from '../checks/jwt-alg.ts'
import { jwtClaims } from '../checks/jwt-claims.ts'
import { dateNamesOf } from '../checks/credential-model.ts'
import { jwtShape } from '../checks/jwt-shape.ts'
import { jwtType } from '../checks/jwt-type.ts'
import { epochMsOf } from '../date-time.ts'
import { spendSignatures } from '../effort.ts'
import { isNeeded } from '../policy.ts'
import type { Check, Finding } from '../report.ts'
import { issuerKey } from './issuer-key.ts'
import { issuerKeyPrivate } from './issuer-key-private.ts'
import { jwsKeys } from './jws-keys.ts'
import { keyCurrent } from './key-current.ts'
import { notInFuture } from './not-in-future.ts'
import { methodFound } from './method-found.ts'
import type { ResolvedKey } from './resolved-key.ts'
import { tooManyKeys } from './too-many-keys.ts'

/** All answers about a credential that came as a JWT (OB 3.0 #jwt-verify, VC-JOSE-COSE section 3). */
export async function jwtProof(the: Case, jws: Jws): Promise<readonly Check[]> {
  const alg = jwtAlg(jws, the.policy.algs)
  const iss = textOf(valueAt(jws.payload, 'iss'))
  const names = [the.issuerId, iss].filter(name => name !== null)
  const issuerIds = [...new Set(names)]
  const { key, signature } = await signatureByAny(
    the,
    jws,
    alg,
    jwsKeys(the, jws.header, issuerIds),
  )
  const needed = { name: algOf(jws), fits: key.key !== null && fitsAlg(key.key, algOf(jws)) }
  const findings = [
    alg,
    jwtType(jws),
    jwtShape(jws),
    methodFound(key, needed, ''),
    ...mayAssert(key),
    signature,
    ...notInFuture(the, timeOfClaim(valueAt(jws.payload, 'iat')), ''),
    ...keyCurrent(the, signedAt(the, jws), key, ''),
    keyOfEither(the, key, issuerIds),
    issuerKeyPrivate(key),
    ...jwtClaims(the, jws.payload),
  ]
  return findings.map(finding => ({
    ...finding,
    // The key is asked for under both names of the issuer, which is only safe while they are one.
    needed: finding.id === 'jwt.claims.iss' || isNeeded(the.policy, finding.id),
  }))
}

/** Keys that fit the algorithm are tried first; one that holds is the one that signed. */
async function signatureByAny(
  the: Case,
  jws: Jws,
  alg: Finding,
  candidates: readonly ResolvedKey[],
): Promise<{ readonly key: ResolvedKey; readonly signature: Finding }> {
  const fits = ({ key }: ResolvedKey) => key !== null && fitsAlg(key, algOf(jws))
  const all = [...candidates.filter(fits), ...candidates.filter(key => !fits(key))]
  const [first, ...rest] = all.slice(0, keysTriedMax)
  if (first === undefined) throw new TypeError('A key is always answered for, if only as unknown.')
  const told = { key: first, signature: await proofSignature(the, jws, alg, first) }
  if (told.signature.outcome === 'pass') return told
  for (const key of rest) {
    const signature = await proofSignature(the, jws, alg, key)
    if (signature.outcome === 'pass') return { key, signature }
  }
  // What cannot be signed by any key is not signed, whichever of them was meant.
  if (all.length <= keysTriedMax || alg.outcome !== 'pass' || !isSigned(jws)) return told
  const { key, outcome, code, facts, message } = tooManyKeys
  return { key, signature: { ...told.signature, outcome, code, facts, message } }
}

async function proofSignature(
  the: Case,
  jws: Jws,
  alg: Finding,
  { key }: ResolvedKey,
): Promise<Finding> {
  const base = {
    id: 'proof.signature',
    about: '',
    spec: 'OB 3.0 #jwt-verify; RFC 7515 section 5.2',
  }
  const forged = (reason: string): Finding => ({
    ...base,
    outcome: 'fail',
    code: 'PROOF_VERIFICATION_ERROR',
    facts: { reason },
    message: 'The signature does not fit: the badge was changed after signing, or never signed so.',
  })
  if (alg.outcome === 'fail')
    return {
      ...base,
      outcome: 'fail',
      code: 'ALG_NOT_ALLOWED',
      facts: alg.facts ?? {},
      message: 'What is signed in this way is not signed.',
    }
  if (alg.outcome === 'unknown') {
    const { code = 'NOT_CHECKED_BY_THIS_VERSION', facts = {}, message } = alg
    return { ...base, outcome: 'unknown', code, facts, message }
  }
  if (!isSigned(jws) || jws.signature === null)
    return forged('the signature part is empty or not strict base64url')
  if (key === null || !canCheck(key))
    return {
      ...base,
      outcome: 'unknown',
      code: key === null ? 'KEY_NOT_AVAILABLE' : 'NOT_CHECKED_BY_THIS_VERSION',
      facts: { suite: `JWT ${algOf(jws)}` },
      message: 'Without the key, or the means to use it, the signature cannot be checked.',
    }
  if (!spendSignatures(the.effort, 1))
    return {
      ...base,
      outcome: 'unknown',
      code: 'TOO_COMPLEX',
      facts: { signaturesMax },
      message: 'There are more signatures in it than are checked for one badge.',
    }
  const { signed, signature } = jws
  return (await verifyJws({ alg: algOf(jws), signed, signature, key }))
    ? { ...base, outcome: 'pass', facts: { alg: algOf(jws) }, message: 'The signature holds.' }
    : forged('the signature is not by this key over this content')
}

function isSigned({ signature }: Jws): boolean {
  return signature !== null && signature.length > 0
}

/** A bare JWK belongs to no document that could say what it is for. */
function mayAssert(key: ResolvedKey): readonly Finding[] {
  if (key.isAssertionMethod === null) return []
  const base = { id: 'proof.purpose', about: '', spec: 'Controlled Identifiers 1.0 section 2.3.2' }
  return [
    key.isAssertionMethod
      ? { ...base, outcome: 'pass', message: 'The key may make assertions.' }
      : {
          ...base,
          outcome: 'fail',
          code: 'INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD',
          facts: { method: key.method.slice(0, 500) },
          message: 'The key is not for making assertions.',
        },
  ]
}

/** Whether the key is that of `issuer.id` or of `iss`; that the two are one is another check. */
function keyOfEither(the: Case, key: ResolvedKey, issuerIds: readonly string[]): Finding {
  const own = issuerKey(the, key)
  if (own.outcome === 'pass') return own
  const other = issuerIds
    .filter(id => id !== the.issuerId)
    .map(issuerId => issuerKey({ ...the, issuerId }, key))
    .find(finding => finding.outcome === 'pass')
  return other ?? own
}

/** `iat`, else `nbf`, else the credential's first day: each is the signer's own word. */
function signedAt(the: Case, { payload }: Jws): number | null {
  for (const name of ['iat', 'nbf']) {
    const time = timeOfClaim(valueAt(payload, name))
    if (time !== null) return time
  }
  const { from } = dateNamesOf(the.detected.dataModel)
  return epochMsOf(textOf(valueAt(the.document, from)) ?? '')
}

/** Seconds in the standard; a date as text is seen. */
function timeOfClaim(claim: JsonValue | undefined): number | null {
  return typeof claim === 'number' ? claim * 1000 : epochMsOf(textOf(claim) ?? '')
}

import type { Jws } from '../../detect/jws.ts'
import { canCheck, fitsAlg, verifyJws } from '../../jose/verify-jws.ts'
import { algOf, jwtAlg } from '../checks/jwt-alg.ts'
import type { Finding } from '../report.ts'
import { keysTriedMax } from '../../limits.ts'
import { keyAge } from '../proof/key-age.ts'
import { tooManyKeys } from '../proof/too-many-keys.ts'
import { keyIsTheIssuers } from './key-is-the-issuers.ts'
import type { OlderCase } from './older-case.ts'
import { signingKeys, type SigningKey } from './signing-key.ts'

const spec = 'OB 2.0 #SignedBadge'

/**
 * Checks the signature of a signed badge: the algorithm, the key, the arithmetic, and whose key it
 * is, each an answer of its own.
 */
export async function signature(older: OlderCase, jws: Jws): Promise<readonly Finding[]> {
  const alg = algOf(jws)
  const algorithm = jwtAlg(jws)
  const isAllowed = algorithm.outcome === 'pass'
  const keys = signingKeys(older)
  const signer = isAllowed ? await signerAmong(keys.slice(0, keysTriedMax), alg, jws) : null
  return [
    algorithm,
    method(keys, alg),
    ...(isAllowed ? [arithmetic(keys, alg, jws, signer)] : []),
    keyIsTheIssuers(older, signer ?? keys[0] ?? null),
    ...keyCurrent(older, signer),
  ]
}

/** A badge that says it is signed and comes without its signature. */
export function notSigned(): Finding {
  return {
    id: 'proof.signature',
    about: '/verification',
    spec,
    outcome: 'fail',
    code: 'NO_PROOF',
    message: 'It says that it is signed and carries no signature.',
    remedy: 'Ask for the badge as it was issued: a picture or a text with two points.',
  }
}

async function signerAmong(
  keys: readonly SigningKey[],
  alg: string,
  { signed, signature: bytes }: Jws,
): Promise<SigningKey | null> {
  if (bytes === null) return null
  for (const candidate of keys) {
    if (!candidate.key.ok || !canCheck(candidate.key.value)) continue
    const key = candidate.key.value
    if (await verifyJws({ alg, signed, signature: bytes, key })) return candidate
  }
  return null
}

/** The oldest document that the key rests on decides: the issuer's profile, or the key's own. */
function keyCurrent({ the, issuer }: OlderCase, signer: SigningKey | null): readonly Finding[] {
  const base = { id: 'proof.keyCurrent', about: '/verification', spec: 'policy' }
  for (const known of [issuer.found?.known, signer?.found?.known]) {
    const tooOld = keyAge(the, known?.evidence)
    if (tooOld !== null) return [{ ...base, ...known, ...tooOld }]
  }
  return []
}

function method(keys: readonly SigningKey[], alg: string): Finding {
  const base = { id: 'proof.verificationMethod', about: '/verification', spec }
  const usable = keys.find(({ key }) => key.ok && fitsAlg(key.value, alg))
  const about = (key: SigningKey) => (key.id ?? '').slice(0, 500)
  if (usable !== undefined)
    return {
      ...base,
      ...usable.found?.known,
      outcome: 'pass',
      facts: { method: about(usable) },
      message: 'The key was found.',
    }
  const [first] = keys
  if (first === undefined)
    return {
      ...base,
      outcome: 'unknown',
      code: 'KEY_NOT_AVAILABLE',
      facts: { reason: 'neither the badge nor the issuer’s profile at hand names a key' },
      message: 'No key is at hand that it could have been signed with.',
    }
  const refusal = keys.flatMap(({ key }) => (key.ok ? [] : [key.refusal])).at(0)
  const isMissing = refusal?.code === 'KEY_NOT_AVAILABLE'
  const isUnread = refusal?.code === 'NOT_CHECKED_BY_THIS_VERSION'
  return {
    ...base,
    ...first.found?.known,
    outcome: isMissing || isUnread ? 'unknown' : 'fail',
    code: refusal?.code ?? 'INVALID_VERIFICATION_METHOD',
    facts: { ...refusal?.facts, method: about(first) },
    message: isMissing ? 'The key is not at hand.' : 'The key is none for this signature.',
  }
}

function arithmetic(
  keys: readonly SigningKey[],
  alg: string,
  jws: Jws,
  signer: SigningKey | null,
): Finding {
  const base = { id: 'proof.signature', about: '', spec }
  if (signer !== null)
    return {
      ...base,
      ...signer.found?.known,
      outcome: 'pass',
      facts: { method: (signer.id ?? '').slice(0, 500), alg },
      message: 'The signature holds.',
    }
  const isEmpty = jws.signature === null || jws.signature.length === 0
  if (!isEmpty && keys.length > keysTriedMax) {
    const { outcome, code, facts, message } = tooManyKeys
    return { ...base, outcome, code, facts, message }
  }
  const isTried = ({ key }: SigningKey) => key.ok && canCheck(key.value)
  if (isEmpty || (keys.length > 0 && keys.every(isTried)))
    return {
      ...base,
      outcome: 'fail',
      code: 'PROOF_VERIFICATION_ERROR',
      facts: { keys: keys.length },
      message: 'The signature does not fit what is signed.',
    }
  return {
    ...base,
    outcome: 'unknown',
    code: 'KEY_NOT_AVAILABLE',
    facts: { keys: keys.length },
    message: 'The signature could not be checked without its key.',
  }
}

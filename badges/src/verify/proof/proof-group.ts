import { idOf, textOf, valueAt, type JsonObject } from '../../json/value.ts'
import { keysTriedMax } from '../../limits.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import { createdIsATime, createdOf } from './created.ts'
import { isTakenBack, keyCurrent } from './key-current.ts'
import { issuerKey } from './issuer-key.ts'
import { issuerKeyPrivate } from './issuer-key-private.ts'
import { notInFuture } from './not-in-future.ts'
import { methodFound } from './method-found.ts'
import { proofExpires } from './proof-expires.ts'
import { proofName } from './proof-name.ts'
import { proofSignature } from './proof-signature.ts'
import { resolveMethod } from './resolve-method.ts'
import { unresolved, type ResolvedKey } from './resolved-key.ts'
import { tooManyKeys } from './too-many-keys.ts'
import { issuerVouches } from './vouching.ts'
import { suites, type Suite } from './suites.ts'

/** All answers about one proof, in the order they are asked (vc-data-integrity section 4.5). */
export async function proofGroup(
  the: Case,
  proof: JsonObject,
  about: string,
): Promise<readonly Finding[]> {
  const suite = suites.get(proofName(proof)) ?? null
  const method = idOf(valueAt(proof, 'verificationMethod')) ?? ''
  const { key, signature } = await signatureByAny(
    the,
    proof,
    suite,
    resolveMethod(the, method),
    about,
  )
  // A proof type of somebody else's follows rules of its own: it is named and left at that.
  if (suite === null && textOf(valueAt(proof, 'type')) !== 'DataIntegrityProof')
    return [proofSuite(proof, suite, about), signature]
  const created = createdOf(proof)
  return [
    proofSuite(proof, suite, about),
    methodFound(key, neededOf(suite, key), about),
    ...proofPurpose(the, proof, key, about),
    signature,
    ...createdIsATime(proof, about),
    ...notInFuture(the, created, about),
    ...proofExpires(the, proof, about),
    ...keyCurrent(the, created, key, about),
    issuerKey(the, key),
    issuerKeyPrivate(key),
  ]
}

/** Several keys may be meant; the one that fits is the one, and where none fits the first is told. */
async function signatureByAny(
  the: Case,
  proof: JsonObject,
  suite: Suite | null,
  keys: readonly ResolvedKey[],
  about: string,
): Promise<{ readonly key: ResolvedKey; readonly signature: Finding }> {
  const tried: { key: ResolvedKey; signature: Finding }[] = []
  for (const key of keys.slice(0, keysTriedMax)) {
    const signature = await proofSignature(the, proof, suite, key.key, about)
    if (signature.outcome === 'pass') return { key, signature }
    tried.push({ key, signature })
  }
  const [first] = tried
  if (keys.length > keysTriedMax && first !== undefined) {
    // One of those that were not tried may be the one: that none fits is not known.
    const { signature } = first
    const { outcome, code, facts, message } = tooManyKeys
    return { key: tooManyKeys.key, signature: { ...signature, outcome, code, facts, message } }
  }
  if (first !== undefined) return first
  const key = unresolved('', 'fail', 'INVALID_VERIFICATION_METHOD', {})
  return { key, signature: await proofSignature(the, proof, suite, null, about) }
}

function neededOf(suite: Suite | null, { key }: ResolvedKey) {
  if (suite === null) return null
  return { name: suite.name, fits: key !== null && suite.useOf(key) !== null }
}

function proofSuite(proof: JsonObject, suite: Suite | null, about: string): Finding {
  const base = { id: 'proof.suite', about, spec: suite?.spec ?? 'vc-data-integrity section 3.1' }
  const name = proofName(proof)
  if (suite !== null)
    return { ...base, outcome: 'pass', facts: { suite: name }, message: `Signed with ${name}.` }
  return {
    ...base,
    outcome: 'unknown',
    code: 'UNSUPPORTED_SUITE',
    facts: { suite: name },
    message: `Signed with ${name}, which this version does not check.`,
  }
}

/**
 * Where the key's own place says nothing of what it is for, the issuer's document may: it lists the key among those it
 * makes statements with. A key that its owner took back is listed for nothing: that it was taken back is the answer, and
 * another check's.
 */
function proofPurpose(
  the: Case,
  proof: JsonObject,
  key: ResolvedKey,
  about: string,
): readonly Finding[] {
  const base = { id: 'proof.purpose', about, spec: 'vc-data-integrity section 4.5' }
  const purpose = textOf(valueAt(proof, 'proofPurpose'))
  const code = 'INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD'
  if (purpose === 'assertionMethod' && key.isAssertionMethod === false && isTakenBack(the, key))
    return []
  if (purpose !== 'assertionMethod' || key.isAssertionMethod === false)
    return [
      {
        ...base,
        outcome: 'fail',
        code,
        facts: { purpose: (purpose ?? 'none').slice(0, 100) },
        message: 'The proof or its key is not for making assertions.',
      },
    ]
  if (key.isAssertionMethod === null && !issuerVouches(the, key))
    return [
      {
        ...base,
        outcome: 'unknown',
        code: 'NOT_RETRIEVED',
        facts: { method: key.method.slice(0, 500) },
        message: 'Whether the key may make assertions is not known without its owner’s document.',
      },
    ]
  return [{ ...base, outcome: 'pass', message: 'The key may make assertions.' }]
}

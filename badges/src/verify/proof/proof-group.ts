import { bytesOfBase58btc } from '../../bytes/multibase.ts'
import { proofHash } from '../../json-ld/proof-hash.ts'
import { idOf, textOf, valueAt, type JsonObject } from '../../json/value.ts'
import type { Case } from '../case.ts'
import type { Finding } from '../report.ts'
import { keyCurrent } from './key-current.ts'
import { issuerKey } from './issuer-key.ts'
import { issuerKeyPrivate } from './issuer-key-private.ts'
import { resolveKey, type ResolvedKey } from './resolved-key.ts'
import { suites, type Suite } from './suites.ts'
import { proofExpires } from './proof-expires.ts'

/** All answers about one proof, in the order they are asked (vc-data-integrity section 4.5). */
export async function proofGroup(
  the: Case,
  proof: JsonObject,
  about: string,
): Promise<readonly Finding[]> {
  const suite = suiteOf(proof)
  const method = idOf(valueAt(proof, 'verificationMethod'))
  const key = resolveKey(the, method ?? '')
  // A proof type of somebody else's follows rules of its own: it is named and left at that.
  if (suite === null && textOf(valueAt(proof, 'type')) !== 'DataIntegrityProof')
    return [proofSuite(proof, suite, about), await proofSignature(the, proof, suite, key, about)]
  return [
    proofSuite(proof, suite, about),
    proofVerificationMethod(key, suite, about),
    proofPurpose(proof, key, about),
    await proofSignature(the, proof, suite, key, about),
    ...proofExpires(the, proof, about),
    ...keyCurrent(the, proof, key, about),
    issuerKey(the, key),
    issuerKeyPrivate(key),
  ]
}

/**
 * Properties of a Data Integrity proof (section 2.1). Any other could be one of these under another
 * name, say `expires` as a full IRI: signed, and not seen.
 */
const proofKeys = new Set([
  'id',
  'type',
  'cryptosuite',
  'created',
  'expires',
  'verificationMethod',
  'proofPurpose',
  'proofValue',
  'domain',
  'challenge',
  'nonce',
])

/** @returns the name a proof goes by: its cryptosuite, else its type. */
function nameOf(proof: JsonObject): string {
  const type = textOf(valueAt(proof, 'type'))
  const name = type === 'DataIntegrityProof' ? textOf(valueAt(proof, 'cryptosuite')) : type
  return (name ?? 'none').slice(0, 100)
}

function suiteOf(proof: JsonObject): Suite | null {
  // A chained proof also signs the proofs before it; checked on its own it would look forged.
  if (valueAt(proof, 'previousProof') !== undefined) return null
  return suites.get(nameOf(proof)) ?? null
}

function proofSuite(proof: JsonObject, suite: Suite | null, about: string): Finding {
  const base = { id: 'proof.suite', about, spec: suite?.spec ?? 'vc-data-integrity section 3.1' }
  const name = nameOf(proof)
  if (suite !== null)
    return { ...base, outcome: 'pass', facts: { suite: name }, message: `Signed with ${name}.` }
  const isChain = valueAt(proof, 'previousProof') !== undefined
  return {
    ...base,
    outcome: 'unknown',
    code: 'UNSUPPORTED_SUITE',
    facts: { suite: name, ...(isChain ? { feature: 'proof chain' } : {}) },
    message: isChain
      ? 'This proof is a link of a chain, which this version does not check.'
      : `Signed with ${name}, which this version does not check.`,
  }
}

function proofVerificationMethod(key: ResolvedKey, suite: Suite | null, about: string): Finding {
  const base = {
    id: 'proof.verificationMethod',
    about,
    spec: 'Controlled Identifiers 1.0 section 3.3',
    ...(key.evidence === null ? {} : { evidence: key.evidence }),
    ...(key.asOf === null ? {} : { asOf: key.asOf }),
  }
  if (key.problem !== null) {
    const { outcome, code, facts } = key.problem
    const message =
      outcome === 'fail'
        ? 'The key that the proof names is not a good one.'
        : 'The key that the proof names is not at hand.'
    return { ...base, outcome, code, facts, message }
  }
  if (suite !== null && key.key?.type !== suite.keyType)
    return {
      ...base,
      outcome: 'fail',
      code: 'INVALID_VERIFICATION_METHOD',
      facts: { keyType: key.key?.type ?? 'none', needed: suite.keyType },
      message: 'The key is of another kind than the suite needs.',
    }
  return { ...base, outcome: 'pass', facts: { method: key.method }, message: 'The key was found.' }
}

function proofPurpose(proof: JsonObject, key: ResolvedKey, about: string): Finding {
  const base = { id: 'proof.purpose', about, spec: 'vc-data-integrity section 4.5' }
  const purpose = textOf(valueAt(proof, 'proofPurpose'))
  const code = 'INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD'
  if (purpose !== 'assertionMethod' || key.isAssertionMethod === false)
    return {
      ...base,
      outcome: 'fail',
      code,
      facts: { purpose: (purpose ?? 'none').slice(0, 100) },
      message: 'The proof or its key is not for making assertions.',
    }
  if (key.isAssertionMethod === null)
    return {
      ...base,
      outcome: 'unknown',
      code: 'NOT_RETRIEVED',
      facts: { method: key.method.slice(0, 500) },
      message: 'Whether the key may make assertions is not known without its owner’s document.',
    }
  return { ...base, outcome: 'pass', message: 'The key may make assertions.' }
}

async function proofSignature(
  the: Case,
  proof: JsonObject,
  suite: Suite | null,
  key: ResolvedKey,
  about: string,
): Promise<Finding> {
  const base = {
    id: 'proof.signature',
    about,
    spec: suite?.spec ?? 'vc-data-integrity section 4.5',
  }
  if (suite === null)
    return {
      ...base,
      outcome: 'unknown',
      code: 'NOT_CHECKED_BY_THIS_VERSION',
      facts: { suite: nameOf(proof) },
      message: 'The signature was not checked by this version.',
    }
  const forged = (reason: string): Finding => ({
    ...base,
    outcome: 'fail',
    code: 'PROOF_VERIFICATION_ERROR',
    facts: { reason },
    message: 'The signature does not fit: the badge was changed after signing, or never signed so.',
  })
  const strange = Object.keys(proof).find(key => !proofKeys.has(key))
  if (strange !== undefined) return forged(`the proof holds ${strange.slice(0, 100)}`)
  const signature = bytesOfBase58btc(textOf(valueAt(proof, 'proofValue')) ?? '')
  if (signature?.length !== suite.signatureBytes)
    return forged('proofValue is not a signature in multibase base58btc')
  const document = await the.canonical()
  const hashed = document.ok
    ? await proofHash(document.value, proof, the.document['@context'], the.canonicalOf)
    : document
  if (!hashed.ok) {
    const { code, facts } = hashed.refusal
    const isLimit = code === 'UNKNOWN_CONTEXT' || code === 'TOO_COMPLEX'
    return {
      ...base,
      outcome: isLimit ? 'unknown' : 'fail',
      code,
      facts,
      message: isLimit
        ? 'The signature could not be worked out.'
        : 'The signature does not cover all that the badge says.',
    }
  }
  if (key.key === null || key.key.type !== suite.keyType)
    return {
      ...base,
      outcome: 'unknown',
      code: 'KEY_NOT_AVAILABLE',
      message: 'Without the key the signature cannot be checked.',
    }
  return suite.holds(signature, hashed.value, key.key.bytes)
    ? { ...base, outcome: 'pass', message: 'The signature holds.' }
    : forged('the signature is not by this key over this content')
}

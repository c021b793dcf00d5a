import { bytesOfBase58btc } from '../../bytes/multibase.ts'
import type { JoseKey } from '../../jose/jose-key.ts'
import { verifyJws } from '../../jose/verify-jws.ts'
import { textOf, valueAt, type JsonObject } from '../../json/value.ts'
import { signaturesMax } from '../../limits.ts'
import { refused, type Refusal, type Result } from '../../refusal.ts'
import type { Case } from '../case.ts'
import { spendSignatures } from '../effort.ts'
import type { Finding } from '../report.ts'
import { earlierProofs } from './chain.ts'
import { readDerivedProof } from './derived-proof.ts'
import { disclosedHolds, type Disclosed } from './disclosed.ts'
import { proofName } from './proof-name.ts'
import { signedBytes } from './signed-bytes.ts'
import type { KeyUse, Suite } from './suites.ts'

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
  'previousProof',
  'domain',
  'challenge',
  'nonce',
])

/** Whether a proof fits its document and a key (vc-data-integrity section 4.5): the arithmetic alone. */
export async function proofSignature(
  the: Case,
  proof: JsonObject,
  suite: Suite | null,
  key: JoseKey | null,
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
      facts: { suite: proofName(proof) },
      message: 'The signature was not checked by this version.',
    }
  const strange = Object.keys(proof).find(name => !isProofKey(name, suite))
  const holds =
    strange === undefined
      ? await checked(the, proof, suite, key)
      : forged(`the proof holds ${strange.slice(0, 100)}`)
  if (!holds.ok) return failed(base, holds.refusal)
  const { isStatusFixed } = holds.value
  return suite.form === 'sd'
    ? {
        ...base,
        outcome: 'pass',
        facts: { isPartial: true, isStatusFixed },
        message: 'The signature holds; the holder may have left claims out.',
      }
    : { ...base, outcome: 'pass', message: 'The signature holds.' }
}

/** What a good signature covers, beside all that is there. */
type Covered = Pick<Disclosed, 'isStatusFixed'>

/** A JCS suite signs `@context` inside the proof; elsewhere the document's own contexts count. */
function isProofKey(name: string, suite: Suite): boolean {
  return proofKeys.has(name) || (name === '@context' && suite.form === 'jcs')
}

async function checked(
  the: Case,
  proof: JsonObject,
  suite: Suite,
  key: JoseKey | null,
): Promise<Result<Covered>> {
  const use = key === null ? null : suite.useOf(key)
  const value = textOf(valueAt(proof, 'proofValue')) ?? ''
  if (suite.form === 'sd') return disclosed(the, proof, value, use === null ? null : key)
  const signature = bytesOfBase58btc(value)
  if (signature === null || !suite.signatureBytes.includes(signature.length))
    return forged('proofValue is not a signature in multibase base58btc')
  const earlier = earlierProofs(the, proof)
  if (!earlier.ok) return earlier
  const digest = use?.digest ?? 'SHA-256'
  const signed = await signedBytes(the, proof, suite.form, digest, earlier.value)
  if (!signed.ok) return signed
  return byKey(the, use, key, signed.value, signature)
}

async function byKey(
  the: Case,
  use: KeyUse | null,
  key: JoseKey | null,
  signed: Uint8Array,
  signature: Uint8Array,
): Promise<Result<Covered>> {
  if (use === null || key === null) return refused('KEY_NOT_AVAILABLE')
  if (!spendSignatures(the.effort, 1))
    return refused('TOO_COMPLEX', { reason: 'too many signatures in one badge', signaturesMax })
  return (await verifyJws({ alg: use.alg, signed, signature, key }))
    ? { ok: true, value: { isStatusFixed: true } }
    : forged('the signature is not by this key over this content')
}

async function disclosed(
  the: Case,
  proof: JsonObject,
  value: string,
  key: JoseKey | null,
): Promise<Result<Covered>> {
  const derived = readDerivedProof(value)
  if (!derived.ok) return derived
  if (valueAt(proof, 'previousProof') !== undefined)
    return refused('NOT_CHECKED_BY_THIS_VERSION', { suite: 'ecdsa-sd-2023 in a chain' })
  if (key === null) return refused('KEY_NOT_AVAILABLE')
  const holds = await disclosedHolds(the, proof, derived.value, key)
  if (!holds.ok) return holds
  return holds.value.holds
    ? { ok: true, value: holds.value }
    : forged('the signatures are not by these keys over this content')
}

function forged(reason: string): ReturnType<typeof refused> {
  return refused('PROOF_VERIFICATION_ERROR', { reason })
}

const unknownCodes = new Set([
  'UNKNOWN_CONTEXT',
  'TOO_COMPLEX',
  'KEY_NOT_AVAILABLE',
  'NOT_CHECKED_BY_THIS_VERSION',
])
const messages: Readonly<Record<string, string>> = {
  PROOF_VERIFICATION_ERROR:
    'The signature does not fit: the badge was changed after signing, or never signed so.',
  CRYPTOGRAPHIC_SECURITY_ERROR: 'This proof is for the holder only and must not be relied on.',
  KEY_NOT_AVAILABLE: 'Without the key the signature cannot be checked.',
}

function failed(base: Pick<Finding, 'id' | 'about' | 'spec'>, { code, facts }: Refusal): Finding {
  const isUnknown = unknownCodes.has(code)
  const otherwise = isUnknown
    ? 'The signature could not be worked out.'
    : 'The signature does not cover all that the badge says.'
  return {
    ...base,
    outcome: isUnknown ? 'unknown' : 'fail',
    code,
    facts,
    message: messages[code] ?? otherwise,
  }
}

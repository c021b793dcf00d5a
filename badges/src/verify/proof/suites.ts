import type { JoseKey } from '../../jose/jose-key.ts'
import type { Digest } from '../../json-ld/canonicalise.ts'

/** What a kind of key means for a suite: how it hashes, and the algorithm of the signature. */
export interface KeyUse {
  readonly digest: Digest
  readonly alg: 'Ed25519' | 'ES256' | 'ES384'
}

/** A way of making a Data Integrity proof, in parts: what is hashed, and who may sign it. */
export interface Suite {
  readonly name: string
  /** RDF statements, the JSON itself, or single statements to be shown or withheld. */
  readonly form: 'rdfc' | 'jcs' | 'sd'
  readonly spec: string
  /** Lengths a signature may have, in bytes. */
  readonly signatureBytes: readonly number[]
  /** @returns null for a key of another kind than the suite takes. */
  readonly useOf: (key: JoseKey) => KeyUse | null
}

const eddsa = {
  signatureBytes: [64],
  useOf: (key: JoseKey): KeyUse | null =>
    key.kind === 'okp' ? { digest: 'SHA-256', alg: 'Ed25519' } : null,
}

function p256(key: JoseKey): KeyUse | null {
  return key.kind === 'ec' && key.curve === 'P-256' ? { digest: 'SHA-256', alg: 'ES256' } : null
}

/** The size of the curve decides the hash, also the one inside RDFC-1.0 (vc-di-ecdsa section 3.2.3). */
const ecdsa = {
  signatureBytes: [64, 96],
  useOf: (key: JoseKey): KeyUse | null =>
    key.kind === 'ec' && key.curve === 'P-384' ? { digest: 'SHA-384', alg: 'ES384' } : p256(key),
}

const all: readonly Suite[] = [
  { ...eddsa, name: 'eddsa-rdfc-2022', form: 'rdfc', spec: 'vc-di-eddsa section 3.2' },
  { ...eddsa, name: 'eddsa-jcs-2022', form: 'jcs', spec: 'vc-di-eddsa section 3.3' },
  { ...eddsa, name: 'Ed25519Signature2020', form: 'rdfc', spec: 'vc-di-eddsa (2020 form)' },
  { ...ecdsa, name: 'ecdsa-rdfc-2019', form: 'rdfc', spec: 'vc-di-ecdsa section 3.2' },
  { ...ecdsa, name: 'ecdsa-jcs-2019', form: 'jcs', spec: 'vc-di-ecdsa section 3.3' },
  {
    name: 'ecdsa-sd-2023',
    form: 'sd',
    spec: 'vc-di-ecdsa section 3.6',
    signatureBytes: [],
    useOf: p256,
  },
]

/** What this version verifies. Everything else is named and answered with `unknown`. */
export const suites: ReadonlyMap<string, Suite> = new Map(all.map(suite => [suite.name, suite]))

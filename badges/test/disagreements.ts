import type { Vector } from './vectors.ts'

type Expected = NonNullable<Vector['expect']>

/** Where we say something else than a vector, with the section that is the reason. */
export const disagreements: Readonly<Record<string, { why: string; says: Partial<Expected> }>> = {
  'ob3/1edtech-err-type.json': {
    why: 'vc-data-integrity 4.7: definedTerms tells of the type that no context defines',
    says: { structure: true },
  },
  'ob3/x-vocab-injection.json': {
    why: 'OB 3.0 #contexts: an inline @vocab is refused by `context`, not only reported',
    says: { structure: false },
  },
  'clr2/1edtech-clr-complex.json': {
    why: 'Controlled Identifiers 3.3: a did:key needs no network, and is not the urn:uuid that is the issuer; VCDM 1.1 4.9: it declares no status',
    says: { proof: false, status: 'none' },
  },
  'clr2/1edtech-clr-no-proof.json': {
    why: 'CLR 2.0 #contexts: a draft context, for which 1edtech-clr-simple.jwt is told off too',
    says: { structure: false },
  },
  'ob3/dcc-v1-ed25519-didweb-oidf.json': {
    why: 'the key stands in the fragment, as in 1edtech-revocation-list.json, where the arithmetic counts',
    says: { signatureArithmetic: true },
  },
  'di/ecdsa-sd-2023-derived.json': {
    why: 'VCDM 2.0 4.9: its validUntil is a year before the time of evaluation; vc-di-ecdsa 3.6: its holder may have left a status out',
    says: { validity: 'expired', status: 'unknown' },
  },
  'di/ecdsa-sd-2023-base.json': {
    why: 'VCDM 2.0 4.9: its validUntil is a year before the time of evaluation',
    says: { validity: 'expired' },
  },
  'jose/credential-jose-bad-signature.jwt': {
    why: 'VCDM 2.0 4: the payload is that of credential-issuer-match-signed.jwt, which conforms',
    says: { structure: true },
  },
  'jwt/walt-not-yet-valid.jwt': {
    why: 'OB 3.0 #data-models: validFrom beside issuanceDate, for which velocity.jwt is told off too',
    says: { structure: false },
  },
  'jwt/exp-past.jwt': {
    why: 'VCDM 2.0 4.9: exp sets validUntil, and that is before validFrom',
    says: { structure: false },
  },
  'ob3/1edtech-ecdsa-sd-derived.json': {
    why: 'vc-di-ecdsa 3.6: its holder may have left a status out, so that none is shown says nothing; told beside the verdict',
    says: { status: 'unknown' },
  },
  'ob3/dcc-v1-ed25519-status-ok.json': {
    why: 'the list is signed by another DID than the issuer’s, and neither its place nor the bundle ties it to the badge: its silence is anybody’s',
    says: { status: 'unknown' },
  },
  'vcdm2/credential-status-missing-id-ok.json': {
    why: 'VCDM 2.0 4.10: a status is declared, of a type nobody reads any more',
    says: { status: 'unknown' },
  },
  'vcdm2/credential-status-missing-type-fail.json': {
    why: 'VCDM 2.0 4.10: a status is declared, of no type at all',
    says: { status: 'unknown' },
  },
}

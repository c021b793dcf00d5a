import type { JsonObject } from '../json/value.ts'

const security = 'https://w3id.org/security#'
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime'
const node = { '@protected': true, id: '@id', type: '@type' }
const methods = (name: string) => ({
  '@id': `${security}${name}`,
  '@type': '@id',
  '@container': '@set',
})

/** `https://w3id.org/security/suites/ed25519-2020/v1`: Ed25519Signature2020 and its key. */
export const ed25519Signature2020Context: JsonObject = {
  '@context': {
    ...node,
    proof: { '@id': `${security}proof`, '@type': '@id', '@container': '@graph' },
    Ed25519VerificationKey2020: {
      '@id': `${security}Ed25519VerificationKey2020`,
      '@context': {
        ...node,
        controller: { '@id': `${security}controller`, '@type': '@id' },
        revoked: { '@id': `${security}revoked`, '@type': dateTime },
        publicKeyMultibase: {
          '@id': `${security}publicKeyMultibase`,
          '@type': `${security}multibase`,
        },
      },
    },
    Ed25519Signature2020: {
      '@id': `${security}Ed25519Signature2020`,
      '@context': {
        ...node,
        challenge: `${security}challenge`,
        created: { '@id': 'http://purl.org/dc/terms/created', '@type': dateTime },
        domain: `${security}domain`,
        expires: { '@id': `${security}expiration`, '@type': dateTime },
        nonce: `${security}nonce`,
        proofPurpose: {
          '@id': `${security}proofPurpose`,
          '@type': '@vocab',
          '@context': {
            ...node,
            assertionMethod: methods('assertionMethod'),
            authentication: methods('authenticationMethod'),
            capabilityInvocation: methods('capabilityInvocationMethod'),
            capabilityDelegation: methods('capabilityDelegationMethod'),
            keyAgreement: methods('keyAgreementMethod'),
          },
        },
        proofValue: { '@id': `${security}proofValue`, '@type': `${security}multibase` },
        verificationMethod: { '@id': `${security}verificationMethod`, '@type': '@id' },
      },
    },
  },
}

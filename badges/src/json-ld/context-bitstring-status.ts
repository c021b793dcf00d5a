import type { JsonObject } from '../json/value.ts'

const status = 'https://www.w3.org/ns/credentials/status#'
const node = { '@protected': true, id: '@id', type: '@type' }

/**
 * `https://www.w3.org/ns/credentials/status/v1` (Bitstring Status List v1.0, appendix "Contexts"):
 * what a VCDM 1.1 credential adds; the 2.0 base context holds these terms itself.
 */
export const bitstringStatusContext: JsonObject = {
  '@context': {
    ...node,
    BitstringStatusListCredential: `${status}BitstringStatusListCredential`,
    BitstringStatusList: {
      '@id': `${status}BitstringStatusList`,
      '@context': {
        ...node,
        encodedList: {
          '@id': `${status}encodedList`,
          '@type': 'https://w3id.org/security#multibase',
        },
        statusPurpose: `${status}statusPurpose`,
        ttl: `${status}ttl`,
      },
    },
    BitstringStatusListEntry: {
      '@id': `${status}BitstringStatusListEntry`,
      '@context': {
        ...node,
        statusListCredential: { '@id': `${status}statusListCredential`, '@type': '@id' },
        statusListIndex: `${status}statusListIndex`,
        statusPurpose: `${status}statusPurpose`,
        statusMessage: {
          '@id': `${status}statusMessage`,
          '@context': { ...node, message: `${status}message`, status: `${status}status` },
        },
        statusReference: { '@id': `${status}statusReference`, '@type': '@id' },
        statusSize: {
          '@id': `${status}statusSize`,
          '@type': 'https://www.w3.org/2001/XMLSchema#integer',
        },
      },
    },
  },
}

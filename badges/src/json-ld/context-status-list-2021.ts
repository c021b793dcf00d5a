import type { JsonObject } from '../json/value.ts'

const list = 'https://w3id.org/vc/status-list#'
const node = { '@protected': true, id: '@id', type: '@type' }

/** `https://w3id.org/vc/status-list/2021/v1` (Status List 2021, superseded and still in use). */
export const statusList2021Context: JsonObject = {
  '@context': {
    '@protected': true,
    StatusList2021Credential: {
      '@id': `${list}StatusList2021Credential`,
      '@context': {
        ...node,
        description: 'http://schema.org/description',
        name: 'http://schema.org/name',
      },
    },
    StatusList2021: {
      '@id': `${list}StatusList2021`,
      '@context': {
        ...node,
        statusPurpose: `${list}statusPurpose`,
        encodedList: `${list}encodedList`,
      },
    },
    StatusList2021Entry: {
      '@id': `${list}StatusList2021Entry`,
      '@context': {
        ...node,
        statusPurpose: `${list}statusPurpose`,
        statusListIndex: `${list}statusListIndex`,
        statusListCredential: { '@id': `${list}statusListCredential`, '@type': '@id' },
      },
    },
  },
}

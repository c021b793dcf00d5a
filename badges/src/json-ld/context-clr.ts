import type { JsonObject } from '../json/value.ts'

const clr = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#'
const node = { id: '@id', type: '@type' }
const set = (name: string, type: string) => ({
  '@id': `${clr}${name}`,
  '@type': type,
  '@container': '@set',
})

/** CLR 2.0 context: the two published texts differ in a prefix and in two terms. */
function clrContext(
  badges: string,
  credentialTerms: JsonObject,
  subjectTerms: JsonObject,
): JsonObject {
  return {
    '@context': {
      ...node,
      ClrCredential: { '@id': `${clr}ClrCredential`, '@context': { ...node, ...credentialTerms } },
      ClrSubject: {
        '@id': `${clr}ClrSubject`,
        '@context': {
          ...node,
          cred: 'https://www.w3.org/2018/credentials#',
          obi: badges,
          achievement: set('achievement', 'obi:Achievement'),
          association: set('association', `${clr}Association`),
          verifiableCredential: set('verifiableCredential', 'cred:verifiableCredential'),
          ...subjectTerms,
        },
      },
      Association: {
        '@id': `${clr}Association`,
        '@context': {
          associationType: { '@id': `${clr}AssociationType` },
          sourceId: { '@id': `${clr}sourceId`, '@type': 'xsd:anyURI' },
          targetId: { '@id': `${clr}targetId`, '@type': 'xsd:anyURI' },
        },
      },
    },
  }
}

/** `https://purl.imsglobal.org/spec/clr/v2p0/context.json` */
export const clrContext200 = clrContext(
  'https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#',
  {},
  {},
)

/** `https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json` */
export const clrContext201 = clrContext(
  'https://purl.imsglobal.org/spec/vc/ob/vocab.html#',
  { partial: { '@id': `${clr}partial`, '@type': 'xsd:boolean' } },
  { identifier: set('identifier-1', 'obi:Identifier') },
)

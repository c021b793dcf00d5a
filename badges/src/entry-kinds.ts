/** What a document of a trust bundle is kept as. A context is only ever read from one that is kept as such. */
export const entryKinds = [
  'context',
  'schema',
  'did-document',
  'issuer',
  'jwks',
  'status-list',
  'registry',
  'document',
] as const
export type EntryKind = (typeof entryKinds)[number]

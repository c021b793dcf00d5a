/** Identifier of the nth thing in a made package; 0 is the document. */
export const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

type Fields = Readonly<Record<string, unknown>>

export const item = (n: number, fields: Fields = {}): Fields => ({
  identifier: idOf(n),
  fullStatement: `Statement ${n}`,
  ...fields,
})

/** Item n is a child of item `parent`; 0 is the document. */
export const edge = (n: number, parent: number, fields: Fields = {}): Fields => ({
  associationType: 'isChildOf',
  originNodeURI: { identifier: idOf(n) },
  destinationNodeURI: { identifier: idOf(parent) },
  ...fields,
})

/** The least that is a package. */
export const aPackage = (
  items: readonly Fields[],
  edges: readonly Fields[],
  more: Fields = {},
  document: Fields = {},
): Fields => ({
  CFDocument: {
    identifier: idOf(0),
    title: 'Made framework',
    creator: 'A test',
    uri: `urn:uuid:${idOf(0)}`,
    ...document,
  },
  CFItems: items,
  CFAssociations: edges,
  ...more,
})

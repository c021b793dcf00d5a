import type { FieldReader, Placed } from './fields.ts'
import { itemIdOf, linkedIdentifier } from './identifier.ts'
import type { Problems } from './problem.ts'

/** Association types of CASE 1.1, and whether their nodes belong to one package or may lie in another. */
const typeReach = {
  isChildOf: 'inside',
  isPartOf: 'inside',
  precedes: 'inside',
  hasSkillLevel: 'inside',
  isPeerOf: 'across',
  exactMatchOf: 'across',
  isRelatedTo: 'across',
  replacedBy: 'across',
  exemplar: 'across',
  isTranslationOf: 'across',
} as const

export type AssociationType = keyof typeof typeReach

/** One edge between two nodes, by record id. `type` is absent for an extension's own kind of edge. */
export interface Association {
  readonly type: AssociationType | undefined
  readonly from: string
  readonly to: string
  readonly sequence: number | undefined
  readonly path: string
}

const typeBySpelling = new Map(
  Object.keys(typeReach).map(type => [type.toLowerCase(), type] as const),
)

const isType = (type: string | undefined): type is AssociationType =>
  type !== undefined && Object.hasOwn(typeReach, type)

/** The edges of a package. Older exporters write labels ("Is Child Of"), which are read and noted. */
export function readAssociations(
  rows: readonly Placed[],
  framework: string,
  read: FieldReader,
  problems: Problems,
): readonly Association[] {
  return rows.flatMap(({ path, fields }): Association[] => {
    read.dateTime(fields, 'lastChangeDateTime', path)
    const written = read.line(fields, 'associationType', path, 200)
    if (written === undefined) {
      problems.add('error', 'missing-type', `${path}/associationType`)
      return []
    }
    const type = typeBySpelling.get(written.toLowerCase().replaceAll(/[\s_-]/gu, ''))
    if (type !== undefined && type !== written) {
      problems.add('note', 'value-case', `${path}/associationType`, written)
    }
    const [from, to] = ['originNodeURI', 'destinationNodeURI'].map(name => {
      const identifier = linkedIdentifier(fields, name, path, read, problems)
      return identifier === undefined ? undefined : (itemIdOf(identifier, framework) ?? identifier)
    })
    if (from === undefined || to === undefined) {
      problems.add('error', 'missing-node', path)
      return []
    }
    const sequence = read.number(fields, 'sequenceNumber', path)
    return [{ type: isType(type) ? type : undefined, from, to, sequence, path }]
  })
}

/**
 * Tells of edges that end nowhere. Nodes of other frameworks are named on purpose by the types that reach across,
 * and whatever those name is known to lie elsewhere; only an edge within the package to something that nobody
 * names is a loss. It is kept by its sender, not by us, so it is no error.
 */
export function tellMissingNodes(
  associations: readonly Association[],
  known: ReadonlySet<string>,
  problems: Problems,
): void {
  const elsewhere = new Set<string>()
  for (const { type, from, to } of associations) {
    if (type === undefined || typeReach[type] === 'across') elsewhere.add(from).add(to)
  }
  for (const { type, from, to, path } of associations) {
    if (type === undefined || typeReach[type] === 'across') continue
    for (const [node, end] of [
      [from, 'originNodeURI'],
      [to, 'destinationNodeURI'],
    ] as const) {
      if (known.has(node) || elsewhere.has(node)) continue
      problems.add('warning', 'missing-node', `${path}/${end}/identifier`, node)
    }
  }
}

import type { Association } from './association.ts'
import { caseLimits } from './limits.ts'
import type { Problems } from './problem.ts'

/** What the order of siblings hangs on, besides the edge's own number. */
export interface Leaf {
  readonly id: string
  readonly code: string
  readonly enumeration: string
}

/** Where an item stands. `parent` is absent at the top; `parents` names the further ones. */
export interface Seat {
  readonly parent?: string
  readonly otherParents?: readonly string[]
  /** From 0 among the children of the first parent. */
  readonly position: number
}

/**
 * The tree of a package: isChildOf by sequence number, enumeration, code, then order in the file (interop.md §4).
 * The first edge gives an item its place, further ones are kept; the same edge twice counts once; an item without
 * a parent, or below one that is not here, hangs under the document. Absent when items contain themselves, or
 * stand too deep to be drawn.
 */
export function treeOf(
  items: readonly Leaf[],
  associations: readonly Association[],
  framework: string,
  problems: Problems,
): ReadonlyMap<string, Seat> | undefined {
  const ids = new Set(items.map(item => item.id))
  const edges = childEdges(associations, ids, framework)
  const fault = cycleOrDepth(ids, edges)
  if (fault !== undefined) {
    problems.add('error', fault.code, fault.path, fault.item)
    return undefined
  }
  const seats = new Map<string, Seat>()
  for (const siblings of siblingsByParent(items, edges, framework).values()) {
    for (const [position, { id }] of siblings.entries()) {
      const [first, ...others] = edges.get(id) ?? []
      const otherParents = others.map(edge => edge.to).slice(0, caseLimits.parentsMax)
      seats.set(id, {
        position,
        ...(first === undefined || first.to === framework ? {} : { parent: first.to }),
        ...(otherParents.length === 0 ? {} : { otherParents }),
      })
    }
  }
  return seats
}

type Edges = ReadonlyMap<string, readonly Association[]>

function childEdges(
  associations: readonly Association[],
  ids: ReadonlySet<string>,
  framework: string,
): Edges {
  const edges = new Map<string, Association[]>()
  for (const edge of associations) {
    if (edge.type !== 'isChildOf' || !ids.has(edge.from)) continue
    if (edge.to !== framework && !ids.has(edge.to)) continue
    const known = edges.get(edge.from) ?? []
    if (known.some(other => other.to === edge.to)) continue
    if (known.length <= caseLimits.parentsMax) known.push(edge)
    edges.set(edge.from, known)
  }
  return edges
}

interface Fault {
  readonly code: 'cycle' | 'too-deep'
  readonly path: string
  readonly item: string
}

/** Takes items away once all their parents are gone (Kahn 1962): what stays contains itself. No recursion. */
function cycleOrDepth(ids: ReadonlySet<string>, edges: Edges): Fault | undefined {
  const children = new Map<string, string[]>()
  const waitsFor = new Map<string, number>()
  for (const id of ids) {
    const parents = (edges.get(id) ?? []).map(edge => edge.to).filter(parent => ids.has(parent))
    waitsFor.set(id, parents.length)
    for (const parent of parents) {
      const known = children.get(parent)
      if (known === undefined) children.set(parent, [id])
      else known.push(id)
    }
  }
  let row = [...ids].filter(id => waitsFor.get(id) === 0)
  let placed = 0
  for (let depth = 1; row.length > 0; depth += 1) {
    if (depth > caseLimits.treeDepthMax) return faultAt('too-deep', row[0] ?? '', edges)
    placed += row.length
    const next: string[] = []
    for (const child of row.flatMap(id => children.get(id) ?? [])) {
      const left = (waitsFor.get(child) ?? 0) - 1
      waitsFor.set(child, left)
      if (left === 0) next.push(child)
    }
    row = next
  }
  if (placed === ids.size) return undefined
  return faultAt('cycle', [...ids].find(id => (waitsFor.get(id) ?? 0) > 0) ?? '', edges)
}

function faultAt(code: Fault['code'], item: string, edges: Edges): Fault {
  return { code, item, path: edges.get(item)?.[0]?.path ?? '' }
}

function siblingsByParent(
  items: readonly Leaf[],
  edges: Edges,
  framework: string,
): ReadonlyMap<string, readonly Leaf[]> {
  const byParent = new Map<string, Leaf[]>()
  for (const item of items) {
    const parent = edges.get(item.id)?.[0]?.to ?? framework
    const known = byParent.get(parent)
    if (known === undefined) byParent.set(parent, [item])
    else known.push(item)
  }
  const sequence = (item: Leaf) => edges.get(item.id)?.[0]?.sequence ?? Infinity
  for (const siblings of byParent.values()) {
    siblings.sort((a, b) => {
      const [one, two] = [sequence(a), sequence(b)]
      if (one !== two) return one < two ? -1 : 1
      return naturally(a.enumeration, b.enumeration) || naturally(a.code, b.code)
    })
  }
  return byParent
}

/** "2.9" before "2.10", the same in every language; what has no code comes last. */
export function naturally(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  const [one, two] = [a, b].map(text => text.match(/\d+|\D+/gu) ?? [])
  for (const [n, left] of (one ?? []).entries()) {
    const right = two?.[n]
    if (right === undefined) return 1
    const [x, y] = [Number(left), Number(right)]
    const order = Number.isNaN(x) || Number.isNaN(y) ? compare(left, right) : x - y
    if (order !== 0) return order
  }
  return one?.length === two?.length ? compare(a, b) : -1
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

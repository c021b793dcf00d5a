import { goalLayers, type GoalLayer } from '../../core/plan/record.ts'

/** A goal as far as its place in the picture hangs on it. */
export interface StratumGoal {
  readonly id: string
  readonly layer: GoalLayer
  /** Ids of the goals above that it serves. */
  readonly serves: readonly string[]
}

/** One field of the picture; without a goal it says that the layer has none here. Columns count from 1. */
export interface Cell {
  readonly layer: GoalLayer
  readonly goal: string | undefined
  readonly column: number
  readonly span: number
}

export interface Strata {
  readonly columns: number
  readonly cells: readonly Cell[]
  /** Goals for which the picture has no room, in order. */
  readonly left: readonly string[]
}

/** More columns would be too narrow to read on a school's laptop. */
export const columnsMax = 6

interface Node {
  readonly goal: StratumGoal
  readonly under: readonly Node[]
  readonly width: number
  readonly hasMine: boolean
}

const depth = (layer: GoalLayer) => goalLayers.indexOf(layer)

/**
 * Places goals in four layers so that each stands under the goal it serves: the nearest one above, when it serves
 * several. Branches that lead to a personal goal come first, so what has no room is never on the lit path before
 * something that isn't.
 */
export function strataOf(goals: readonly StratumGoal[]): Strata {
  const roots = treeOf(goals)
  const columns = Math.min(
    columnsMax,
    roots.reduce((sum, root) => sum + root.width, 0),
  )
  const cells: Cell[] = []
  const left: string[] = []

  const place = (node: Node, column: number, above: number): void => {
    if (column > columns) {
      left.push(node.goal.id)
      node.under.forEach(child => place(child, column, depth(node.goal.layer)))
      return
    }
    const span = Math.min(node.width, columns - column + 1)
    goalLayers.slice(above + 1, depth(node.goal.layer)).forEach(layer => {
      cells.push({ layer, goal: undefined, column, span })
    })
    cells.push({ layer: node.goal.layer, goal: node.goal.id, column, span })
    placeAll(node.under, column, depth(node.goal.layer))
  }
  const placeAll = (nodes: readonly Node[], start: number, above: number) => {
    nodes.reduce((column, node) => {
      place(node, column, above)
      return column + node.width
    }, start)
  }
  // A goal that serves nothing yet shows the gap right above it, not three of them.
  roots.reduce((column, root) => {
    const own = depth(root.goal.layer)
    place(root, column, root.goal.layer === 'personal' ? own - 2 : own - 1)
    return column + root.width
  }, 1)
  const rank = (cell: Cell) => depth(cell.layer) * (columnsMax + 1) + cell.column
  return { columns, cells: cells.toSorted((a, b) => rank(a) - rank(b)), left }
}

/** The goals as trees, each under the nearest goal it serves. Layers only go down, so there are no circles. */
function treeOf(goals: readonly StratumGoal[]): readonly Node[] {
  const under = Map.groupBy(goals, goal => parentOf(goal, goals)?.id)
  const nodesUnder = (parent: string | undefined): readonly Node[] =>
    (under.get(parent) ?? [])
      .map(goal => nodeOf(goal, nodesUnder(goal.id)))
      .toSorted((a, b) => Number(b.hasMine) - Number(a.hasMine))
  return nodesUnder(undefined).toSorted(
    (a, b) => Number(b.hasMine) - Number(a.hasMine) || depth(a.goal.layer) - depth(b.goal.layer),
  )
}

const nodeOf = (goal: StratumGoal, under: readonly Node[]): Node => ({
  goal,
  under,
  width: Math.max(
    1,
    under.reduce((sum, node) => sum + node.width, 0),
  ),
  hasMine: goal.layer === 'personal' || under.some(node => node.hasMine),
})

function parentOf(goal: StratumGoal, goals: readonly StratumGoal[]): StratumGoal | undefined {
  return goals
    .filter(above => goal.serves.includes(above.id) && depth(above.layer) < depth(goal.layer))
    .toSorted((a, b) => depth(b.layer) - depth(a.layer))[0]
}

/** The goal itself and every goal it serves, near or far: the path that is lit. */
export function litPath(goals: readonly StratumGoal[], from: string): ReadonlySet<string> {
  const byId = new Map(goals.map(goal => [goal.id, goal]))
  const lit = new Set<string>()
  const follow = (id: string) => {
    if (lit.has(id) || !byId.has(id)) return
    lit.add(id)
    byId.get(id)?.serves.forEach(follow)
  }
  follow(from)
  return lit
}

/** Where an arrow leads: up to what is served, down to what serves it, sideways in the layer. */
export function goalBeside(
  { cells }: Strata,
  from: string,
  arrow: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight',
): string | undefined {
  const here = cells.find(cell => cell.goal === from)
  if (here === undefined) return undefined
  const named = cells.filter(cell => cell.goal !== undefined)
  const crosses = (cell: Cell) =>
    cell.column < here.column + here.span && here.column < cell.column + cell.span
  switch (arrow) {
    case 'ArrowUp':
      return named.findLast(cell => depth(cell.layer) < depth(here.layer) && crosses(cell))?.goal
    case 'ArrowDown':
      return named.find(cell => depth(cell.layer) > depth(here.layer) && crosses(cell))?.goal
    case 'ArrowLeft':
      return named.findLast(cell => cell.layer === here.layer && cell.column < here.column)?.goal
    case 'ArrowRight':
      return named.find(cell => cell.layer === here.layer && cell.column > here.column)?.goal
  }
}

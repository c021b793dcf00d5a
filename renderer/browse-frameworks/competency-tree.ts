import type { Competency } from '../../core/competency/record.ts'
import type { Row } from '../../contract/device/row.ts'

/** The statements of a framework by the one they stand under; the top stands under `undefined`. */
export type CompetencyTree = ReadonlyMap<string | undefined, readonly Row<Competency>[]>

/** Orders statements into a tree. One whose parent is not there stands at the top, so that nothing is lost. */
export function competencyTree(competencies: readonly Row<Competency>[]): CompetencyTree {
  const known = new Set(competencies.map(one => one.id))
  const parentOf = ({ body }: Row<Competency>) =>
    body.parent !== undefined && known.has(body.parent) ? body.parent : undefined
  const under = Map.groupBy(competencies, parentOf)
  for (const children of under.values()) {
    children.sort((a, b) => a.body.position - b.body.position)
  }
  return under
}

/** The statements above one, nearest last; what stands below itself is told once. */
export function pathTo(competencies: readonly Row<Competency>[], id: string): readonly string[] {
  const byId = new Map(competencies.map(one => [one.id, one]))
  const path: string[] = []
  let at = byId.get(id)?.body.parent
  while (at !== undefined && !path.includes(at) && byId.has(at)) {
    path.unshift(at)
    at = byId.get(at)?.body.parent
  }
  return path
}

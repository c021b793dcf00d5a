import type { Rec } from '../kit/record-type.ts'
import type { Unit } from './unit.ts'

/**
 * The schools and teams to which something belongs whose person works in `units`: these, and the schools of the teams
 * among them. In order, each once; `undefined` for none, so that a record of a district without schools says nothing.
 */
export function unitsReached(
  units: readonly string[] | undefined,
  known: readonly Pick<Rec<Unit>, 'id' | 'body'>[],
): string[] | undefined {
  const all = (units ?? []).flatMap(id => {
    const school = known.find(unit => unit.id === id)?.body.school
    return school === undefined ? [id] : [id, school]
  })
  // By code unit: every computer gets the same order, whatever its language.
  const sorted = [...new Set(all)].sort((a, b) => (a < b ? -1 : 1))
  return sorted.length === 0 ? undefined : sorted
}

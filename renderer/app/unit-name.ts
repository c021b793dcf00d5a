import type { Unit } from '../../core/person/unit.ts'
import type { Words } from './words.tsx'

type Known = readonly { readonly id: string; readonly body: Unit }[]

/** A school or team by name, a team with its school; `undefined` for one that is not in the directory. */
export function unitName(words: Words, id: string, units: Known): string | undefined {
  const unit = units.find(one => one.id === id)?.body
  const school = units.find(one => one.id === unit?.school)?.body
  if (unit === undefined || school === undefined) return unit?.name
  return words.units.teamOf({ team: unit.name, school: school.name })
}

/** Several of them, in order; those that nobody knows are left out. */
export const unitNames = (words: Words, ids: readonly string[], units: Known): string[] =>
  ids.flatMap(id => unitName(words, id, units) ?? [])

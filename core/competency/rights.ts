import { holds, holdsEverywhere } from '../access/reach.ts'
import type { Actor } from '../kit/command.ts'
import { ownFrameworkId } from './own-id.ts'

/** Who may bring in a framework at all. */
export const mayImport = (actor: Actor): boolean =>
  holdsEverywhere(actor, 'educator') || holds(actor, 'administrator') || isDistrict(actor)

/** What the district brings in is everybody's; a person's import is their own. */
export const importerOf = (actor: Actor): string | undefined =>
  isDistrict(actor) ? undefined : actor.person

/** Whether the actor may change what somebody has imported: the district's own word goes before anybody's import. */
export const mayChangeImport = (actor: Actor, importedBy: string | undefined): boolean =>
  isDistrict(actor) || importedBy === actor.person

/**
 * Whether a framework may begin under an id. The district's own stands under its CASE identifier; anybody else's under
 * the id that follows from who they are, so that nobody takes the district's place, or another's.
 */
export function mayBegin(actor: Actor, id: string, identifier: string | undefined): boolean {
  if (isDistrict(actor)) return identifier === undefined
  if (identifier === undefined) return false
  const { person, device } = actor
  return [{ person }, { device }].some(owner => ownFrameworkId(owner, identifier) === id)
}

/** Whether this is the district itself. */
export const isDistrict = (actor: Actor): boolean => holdsEverywhere(actor, 'system')

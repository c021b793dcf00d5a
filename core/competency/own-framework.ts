import type { ImportOwner } from './own-id.ts'
import { ownFrameworkId } from './own-id.ts'
import type { Framework } from './record.ts'

/** Who brings something in, and where. */
export interface Importer {
  readonly person: string
  readonly device: string
  /** Whether the computer has joined a district, so that `person` is the name for good. */
  readonly joined: boolean
}

/**
 * The record under which a person keeps a framework, by its CASE identifier: their copy among those that are there,
 * also one from before they joined or from another of their computers, else the place for a new one.
 */
export function ownFramework(
  there: readonly { readonly id: string; readonly body: Framework }[],
  { person, device, joined }: Importer,
  identifier: string,
): string {
  const owner: ImportOwner = joined ? { person } : { device }
  const place = ownFrameworkId(owner, identifier)
  const copies = there
    .filter(({ body }) => body.importedBy === person && body.identifier === identifier)
    .map(({ id }) => id)
    .toSorted()
  return copies.includes(place) ? place : (copies[0] ?? place)
}

import { uuidOf } from '../kit/uuid-of.ts'

/** Whose an import is: a person of a district, or whoever works on a computer that has not joined one. */
export type ImportOwner = { readonly person: string } | { readonly device: string }

/**
 * The record id of an owner's copy of a framework, the same for the same owner and CASE identifier, and another for
 * anybody else: two teachers who bring in one package never meet. A computer that has not joined stands for its
 * person, whose name in the district nobody knows yet.
 */
export function ownFrameworkId(owner: ImportOwner, identifier: string): string {
  const whose = 'person' in owner ? ['person', owner.person] : ['device', owner.device]
  return idOf(['framework', ...whose, identifier])
}

/** The record id of a statement within an own copy of a framework. */
export const ownCompetencyId = (framework: string, identifier: string): string =>
  idOf(['competency', framework, identifier])

/** As JSON, no two lists of names read alike. */
const idOf = (names: readonly string[]): string => uuidOf(JSON.stringify(names))

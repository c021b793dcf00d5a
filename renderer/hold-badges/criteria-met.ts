import type { Claim } from '../../core/claim/record.ts'
import type { Criterion, MicroCredential } from '../../core/micro-credential/record.ts'

export interface CriterionMet {
  readonly criterion: Criterion
  /** The level's name. */
  readonly level: string
  readonly comment: string
}

/** The criteria that were met, each with the finding of the attempt in which it was, in the rubric's order. */
export function criteriaMet(
  claim: Pick<Claim, 'attempts'>,
  micro: Pick<MicroCredential, 'parts'>,
): readonly CriterionMet[] {
  return micro.parts
    .flatMap(part => part.criteria)
    .flatMap(criterion => {
      const found = claim.attempts
        .toReversed()
        .map(attempt => attempt.outcome?.criteria[criterion.id])
        .find(finding => finding?.met === true)
      if (found === undefined) return []
      const level = criterion.levels.find(known => known.rank === found.rank)?.name ?? ''
      return [{ criterion, level, comment: found.comment }]
    })
}

import type { MicroCredential, Part } from '../micro-credential/record.ts'
import type { Attempt, Claim } from './record.ts'

/** The ids of criteria that stand: met in an earlier attempt, never asked for again. */
export function standingCriteria(claim: {
  readonly attempts: readonly Pick<Attempt, 'outcome'>[]
}): ReadonlySet<string> {
  const standing = new Set<string>()
  for (const attempt of claim.attempts) {
    for (const [criterion, found] of Object.entries(attempt.outcome?.criteria ?? {})) {
      if (found.met) standing.add(criterion)
    }
  }
  return standing
}

/** The parts that are open: those with a criterion that doesn't stand yet. */
export function openParts(
  microCredential: Pick<MicroCredential, 'parts'>,
  claim: Pick<Claim, 'attempts'>,
): readonly Part[] {
  const standing = standingCriteria(claim)
  return microCredential.parts.filter(part => part.criteria.some(c => !standing.has(c.id)))
}

import type { Competency, Framework } from '../../core/competency/record.ts'
import type { Goal } from '../../core/plan/record.ts'

/** One level of a competency, as a step of the ladder. */
export interface Rung {
  readonly code: string
  readonly name: string
  readonly statement: string
  readonly now: boolean
  readonly aim: boolean
}

/** The ladder of a competency, highest first, with where the goal stands and where it aims. Empty without levels. */
export function rungsOf(
  competency: Pick<Competency, 'levels'>,
  framework: Pick<Framework, 'levels'> | undefined,
  goal: Pick<Goal, 'nowLevel' | 'aimLevel'>,
): readonly Rung[] {
  const names = new Map(framework?.levels.map(level => [level.code, level.name]))
  return competency.levels
    .map(level => ({
      code: level.code,
      name: names.get(level.code) ?? level.code,
      statement: level.statement,
      now: goal.nowLevel === level.code,
      aim: goal.aimLevel === level.code,
    }))
    .toReversed()
}

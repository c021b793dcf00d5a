import type { JsonObject } from '../json/value.ts'

/** One level of a criterion in the rubric. */
export interface RubricLevel {
  /** URI, unique in the credential. */
  readonly id: string
  readonly name: string
  readonly description?: string
  /** Place in the order of levels, as text: `2 of 4`. */
  readonly level?: string
  readonly points?: string
}

/** One criterion of the rubric, and the level that was found. */
export interface CriterionResult {
  /** URI of the criterion. */
  readonly id: string
  readonly name: string
  readonly levels: readonly RubricLevel[]
  /** Level needed to earn the badge, and level that was found: ids among `levels`. */
  readonly requiredLevelId?: string
  readonly achievedLevelId: string
}

/** @returns the ResultDescription of a criterion (OB 3.0, "ResultDescription"): part of the achievement. */
export function resultDescription(criterion: CriterionResult): JsonObject {
  return {
    id: criterion.id,
    type: ['ResultDescription'],
    name: criterion.name,
    resultType: 'RubricCriterionLevel',
    ...(criterion.requiredLevelId === undefined
      ? {}
      : { requiredLevel: criterion.requiredLevelId }),
    rubricCriterionLevel: criterion.levels.map(level => ({
      id: level.id,
      type: ['RubricCriterionLevel'],
      name: level.name,
      ...(level.description === undefined ? {} : { description: level.description }),
      ...(level.level === undefined ? {} : { level: level.level }),
      ...(level.points === undefined ? {} : { points: level.points }),
    })),
  }
}

/** @returns the Result of a criterion (OB 3.0, "Result"): part of the subject. */
export function result(criterion: CriterionResult): JsonObject {
  return {
    type: ['Result'],
    resultDescription: criterion.id,
    achievedLevel: criterion.achievedLevelId,
  }
}

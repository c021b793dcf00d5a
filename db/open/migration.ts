import type { Dialect } from '../sql/steps.ts'

/**
 * One step of a database's shape. Once released it is never edited; columns are never renamed or re-used.
 * Numbers count from 1 without a gap.
 */
export interface Migration {
  readonly number: number
  statements(dialect: Dialect): readonly string[]
  /** Tables that this step alone may leave with more rows or fewer, or take away. Every other has to have as many as before. */
  readonly changesRowsOf?: readonly string[]
}

/** The newest number. Throws where the numbers have a gap. */
export function newestOf(migrations: readonly Migration[]): number {
  migrations.forEach((migration, index) => {
    if (migration.number !== index + 1) throw new Error(`migration ${index + 1} is missing`)
  })
  return migrations.length
}

import { describe, expect, test } from 'vitest'
import { checksTable, disagreementsTable, tableInReadme } from './readme-tables.ts'
import { hasVectors } from './vectors.ts'

// `node test/readme-tables.ts` in the package's folder writes both tables anew.
describe.skipIf(!hasVectors())('the README', () => {
  test('tells every check with its source and the vectors that exercise it', async () => {
    const { table, unlisted } = await checksTable()
    expect(unlisted).toEqual([])
    expect(tableInReadme('checks')).toBe(table)
  }, 120_000)

  test('tells every vector that we read in another way, and why', () => {
    expect(tableInReadme('disagreements')).toBe(disagreementsTable())
  })
})

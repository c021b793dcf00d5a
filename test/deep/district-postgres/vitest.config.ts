import { defineConfig, mergeConfig } from 'vitest/config'
import postgres, { slow } from '../../district-postgres/vitest.config.ts'

// What the district's tests on PostgreSQL leave out of `npm test`.
export default mergeConfig(
  { ...postgres, test: { ...postgres.test, include: [], exclude: [] } },
  defineConfig({ test: { include: slow } }),
)

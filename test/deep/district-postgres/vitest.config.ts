import { defineConfig, mergeConfig } from 'vitest/config'
import postgres from '../../district-postgres/vitest.config.ts'

// What the district's tests on PostgreSQL leave out of `npm test`, since it takes long and asks little of the database.
export default mergeConfig(
  { ...postgres, test: { ...postgres.test, include: [], exclude: [] } },
  defineConfig({ test: { include: ['district/sign-in/sign-in.abuse.test.ts'] } }),
)

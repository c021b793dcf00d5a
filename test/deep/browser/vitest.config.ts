import { defineConfig, mergeConfig } from 'vitest/config'
import browser from '../../browser/vitest.config.ts'

// Every screen in a second size: what the browser's tests of `npm test` look at on a few.
export default mergeConfig(
  { ...browser, test: { ...browser.test, include: [] } },
  defineConfig({ test: { include: ['test/browser/**/*.browser.deep.test.ts'] } }),
)

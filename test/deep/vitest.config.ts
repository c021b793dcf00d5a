import { defineConfig } from 'vitest/config'

// Breadth that takes minutes (`npm run deep`): more of what the tests beside it try already.
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['**/*.deep.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**', 'test/browser/**'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})

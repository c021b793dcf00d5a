import { defineConfig } from 'vitest/config'

// What `npm start` and a package are: they build, start programs and take their time, so they run on their own.
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/package/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})

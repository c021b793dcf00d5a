import { defineConfig } from 'vitest/config'

// One program and one browser at a time: two cores, and people who change whose computer is shown.
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/browser/**/*.browser.test.ts'],
    globalSetup: ['./test/browser/played-demo.ts'],
    fileParallelism: false,
    // One process for all files: modules are loaded once, and its one browser lives as long as it does.
    isolate: false,
    // Longer than a window waits for one thing (`patienceMs`): then it is that wait which fails, and says for what.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
  },
})

import { defineConfig } from 'vitest/config'

// One program and one browser at a time: two cores, and people who change whose computer is shown.
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/browser/**/*.browser.test.ts'],
    globalSetup: ['./test/browser/played-demo.ts'],
    fileParallelism: false,
    // What is waited for comes at once, or on a machine with much to do some seconds later.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

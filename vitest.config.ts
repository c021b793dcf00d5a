import { defineConfig } from 'vitest/config'

// Tests stand beside the code they promise for. Two cores: two workers, never more.
export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: [
      ...['**/node_modules/**', 'dist/**', 'test/browser/**', 'test/package/**'],
      '**/*.deep.test.ts',
    ],
    alias: { electron: new URL('./test/builders/electron-double.ts', import.meta.url).pathname },
    maxWorkers: 2,
    // A worker for each file would spend a quarter of the time on loading the same modules anew.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 40_000 } },
  },
})

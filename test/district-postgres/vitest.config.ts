import { defineConfig } from 'vitest/config'

/** What takes long and asks little of the database: passwords being hashed, lines and how they end. In `npm run deep`. */
export const slow = [
  'district/sign-in/sign-in.abuse.test.ts',
  'district/listen/**/*.test.ts',
  'district/door/canary.abuse.test.ts',
]

// The district's own suites once more, each district on a PostgreSQL database of its own.
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['district/**/*.test.ts'],
    // Programs of their own say themselves on what they run.
    exclude: [
      ...[
        '**/*.deep.test.ts',
        'district/start.test.ts',
        'district/commands.test.ts',
        'district/database/**',
      ],
      // Copies of files: with PostgreSQL its own tools make them.
      'district/backup/**',
      ...slow,
    ],
    globalSetup: ['./test/district-postgres/server.ts'],
    maxWorkers: 2,
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 40_000 } },
  },
})

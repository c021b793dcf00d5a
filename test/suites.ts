import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { chromiumPath } from './browser/chromium.ts'
import { check } from './check.ts'
import { postgresBin } from '../db/trial/postgres-server.ts'
import type { LeftOut } from './left-out.ts'
import { failuresOf, leftOutLines } from './left-out.ts'
import { report } from './report.ts'

interface Told {
  readonly passed: number
  readonly failed: number
  /** Tests that were there and did not run. */
  readonly skipped?: number
  /** A line for each that failed, for the end: what they print themselves is far above it. */
  readonly failures?: readonly string[]
}

interface Suite {
  readonly name: string
  /** What it needs that may be missing; `undefined` where it is all there. */
  missing?(): string | undefined
  run(): Told
}

const isCi = process.env['CI'] === 'true'
const scratch = mkdtempSync(join(tmpdir(), 'meritfolio-test-'))

const fileReport = z.object({
  name: z.string(),
  status: z.string(),
  /** Why a file did not even load. */
  message: z.string(),
  assertionResults: z.array(
    z.object({
      fullName: z.string(),
      status: z.string(),
      failureMessages: z.array(z.string()).nullish(),
    }),
  ),
})
const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  success: z.boolean(),
  testResults: z.array(fileReport),
})
const simulateReport = z.object({
  runs: z.number(),
  broken: z.array(z.object({ seed: z.number(), broken: z.object({ invariant: z.string() }) })),
  low: z.array(z.object({ what: z.string(), times: z.number() })),
  isFine: z.boolean(),
})
/** Of programs that count for themselves: the walk, the planted mistakes. */
const ownReport = z.object({
  passed: z.number(),
  failed: z.number(),
  failures: z.array(z.string()),
})

const noPostgres = () =>
  postgresBin() === undefined ? 'PostgreSQL (Debian: apt-get install postgresql)' : undefined

const noChromium = () =>
  chromiumPath() === undefined
    ? 'a Chromium (Debian: apt-get install chromium; or CHROMIUM=/path/to/chrome)'
    : undefined

/** `npm test`, in order; never two at once: most machines that run this have two cores. */
const suites: readonly Suite[] = [
  { name: 'types, lint, format, imports', run: check },
  { name: 'build', run: build },
  { name: 'unit, storage, house', run: () => vitest('unit', []) },
  { name: 'simulate', run: simulate },
  { name: 'simulate: planted mistakes', run: mistakes },
  {
    name: 'district on PostgreSQL',
    missing: noPostgres,
    run: () => vitest('district-postgres', ['--config', 'test/district-postgres/vitest.config.ts']),
  },
  {
    name: 'browser',
    missing: noChromium,
    run: () => vitest('browser', ['--config', 'test/browser/vitest.config.ts']),
  },
  {
    name: 'start and package',
    run: () => vitest('package', ['--config', 'test/package/vitest.config.ts']),
  },
  { name: 'walk', missing: noChromium, run: walk },
]

/** What single tests leave out on their own where it is missing; with CI=true they fail. */
const parts: readonly Pick<Suite, 'name' | 'missing'>[] = [
  {
    name: 'badges and frameworks of strangers',
    missing: () =>
      existsSync('../shared/vectors') ? undefined : 'the folder ../shared/vectors beside this one',
  },
  {
    name: 'stores on PostgreSQL',
    missing: noPostgres,
  },
]

/** Screens, viewer and programs, where they are older than their sources: the suites below open them. */
function build(): Told {
  const built = spawnSync(process.execPath, ['start/build.ts'], { stdio: 'inherit' })
  return built.status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function vitest(name: string, flags: readonly string[]): Told {
  const file = join(scratch, `${name}.json`)
  spawnSync(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...flags],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  )
  return told(file, text => {
    const seen = vitestReport.parse(JSON.parse(text))
    // A file that does not even load fails the run without failing a test.
    const failed = seen.numFailedTests === 0 && !seen.success ? 1 : seen.numFailedTests
    const { numPassedTests: passed, numPendingTests: skipped } = seen
    return { passed, failed, skipped, failures: seen.testResults.flatMap(failuresIn) }
  })
}

/** A line for each test of a file that failed: where, which, and the first line of why. */
function failuresIn(file: z.output<typeof fileReport>): readonly string[] {
  const name = relative('.', file.name)
  const line = (which: string, why = '') => `${name}: ${which}: ${why}`
  const failed = file.assertionResults.filter(({ status }) => status === 'failed')
  if (failed.length === 0 && file.status === 'failed') return [line('the file', file.message)]
  return failed.map(one => line(one.fullName, one.failureMessages?.[0]))
}

const firstLine = (text = ''): string => text.split('\n', 1)[0] ?? ''

/** The whole district under everything that goes wrong. */
function simulate(): Told {
  const file = join(scratch, 'simulate.json')
  // Every tenth seed is played again on files: 2,000 and 200.
  const seeds = isCi ? ['--seeds', '2000', '--most-seconds', '90'] : ['--seeds', '60']
  const flags = [...seeds, '--json', file]
  spawnSync(process.execPath, ['test/simulate/simulate.ts', ...flags], { stdio: 'inherit' })
  return told(file, text => {
    const { runs: all, broken, low, isFine } = simulateReport.parse(JSON.parse(text))
    const failed = Math.max(broken.length, isFine ? 0 : 1)
    const failures = [
      ...broken.map(one => `seed ${one.seed}: ${one.broken.invariant}`),
      ...low.map(({ what, times }) => `too seldom: ${what}, ${times} times`),
    ]
    return { passed: all - broken.length, failed, failures }
  })
}

/** Mistakes that are planted into it, each of which it must notice. */
function mistakes(): Told {
  const file = join(scratch, 'mistakes.json')
  const flags = ['--quick', '--json', file]
  spawnSync(process.execPath, ['test/simulate/mistakes.ts', ...flags], { stdio: 'inherit' })
  return told(file, text => ownReport.parse(JSON.parse(text)))
}

function walk(): Told {
  const file = join(scratch, 'walk.json')
  spawnSync(process.execPath, ['test/walk/walk.ts', '--json', file], { stdio: 'inherit' })
  return told(file, text => ownReport.parse(JSON.parse(text)))
}

function told(file: string, read: (text: string) => Told): Told {
  // A suite that ended without its report did not pass, whatever it printed.
  return existsSync(file) ? read(readFileSync(file, 'utf8')) : { passed: 0, failed: 1 }
}

const total = { passed: 0, failed: 0 }
const failures: string[] = []
const leftOut: LeftOut[] = []
for (const suite of suites) {
  const { name } = suite
  const missing = suite.missing?.()
  if (missing !== undefined) {
    leftOut.push({ name, needs: missing })
    continue
  }
  const startedAt = performance.now()
  const ran = suite.run()
  total.passed += ran.passed
  total.failed += ran.failed
  for (const failure of ran.failures ?? []) failures.push(`${name}: ${failure}`)
  if (ran.skipped !== undefined && ran.skipped > 0)
    leftOut.push({ name: `${name}, ${ran.skipped} tests`, needs: 'what this machine has not' })
  report(name, ran.failed === 0, performance.now() - startedAt)
}
rmSync(scratch, { recursive: true, force: true })
total.failed += failuresOf(leftOut, isCi)
// Where everything has to run, their tests fail or were counted above as left out: told, and not counted twice.
for (const { name, missing } of parts) {
  const needs = missing?.()
  if (needs !== undefined) leftOut.push({ name, needs })
}
for (const failure of failures) process.stdout.write(`did not pass: ${firstLine(failure)}\n`)
for (const line of leftOutLines(leftOut)) process.stdout.write(`${line}\n`)
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 ? 0 : 1

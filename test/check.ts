import { spawnSync } from 'node:child_process'
import { report } from './report.ts'

/** The least number of modules a cruise has to see: a cruise of nothing passes everything. */
const modulesMin = 600

const rooms = [
  ...['core', 'contract', 'content', 'words', 'badges/src', 'db', 'device', 'district'],
  ...['electron', 'start', 'renderer'],
]

interface Step {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** What is wrong with an output that says it is fine. */
  doubt?(output: string): string | undefined
}

const steps: readonly Step[] = [
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  {
    name: 'imports',
    command: ['depcruise', '--config', '.dependency-cruiser.mjs', ...rooms],
    doubt: output => {
      const seen = Number(/(\d+) modules/.exec(output)?.[1] ?? 0)
      return seen < modulesMin ? `only ${seen} modules were cruised` : undefined
    },
  },
  { name: 'files that nothing uses', command: ['knip', '--include', 'files'] },
]

/** Types, lint, format, imports, dead files: what can be said without running anything. Each step counts as one test. */
export function check(): { passed: number; failed: number } {
  const told = { passed: 0, failed: 0 }
  for (const { name, command, doubt } of steps) {
    const [program, ...flags] = command
    const startedAt = performance.now()
    const ran = spawnSync(program, flags, { encoding: 'utf8', shell: process.platform === 'win32' })
    const output = `${ran.stdout}${ran.stderr}`
    const wrong = ran.status === 0 ? doubt?.(output) : output
    if (wrong === undefined) told.passed += 1
    else {
      told.failed += 1
      process.stdout.write(`${wrong}\n`)
    }
    report(name, wrong === undefined, performance.now() - startedAt)
  }
  return told
}

if (import.meta.main) process.exitCode = check().failed === 0 ? 0 : 1

import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

/** `npm run deep [-- --seeds N]`: breadth that takes an hour and more. Each part is played, whatever the one before came to. */

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '8000' } } })
const vitest = (config: string) => ({ name: 'vitest', flags: ['run', '--config', config] })
const node = (...flags: string[]) => ({ name: process.execPath, flags })
const parts = [
  vitest('test/deep/vitest.config.ts'),
  vitest('test/deep/browser/vitest.config.ts'),
  vitest('test/deep/district-postgres/vitest.config.ts'),
  node('test/deep/district-postgres/walk.ts'),
  node('test/simulate/mistakes.ts'),
  node('test/simulate/simulate.ts', '--seeds', values.seeds),
]
const failed = parts.filter(({ name, flags }) => {
  const shell = process.platform === 'win32' && name === 'vitest'
  return spawnSync(name, flags, { stdio: 'inherit', shell }).status !== 0
})
for (const { flags } of failed) process.stdout.write(`did not pass: ${flags.join(' ')}\n`)
process.exitCode = failed.length === 0 ? 0 : 1

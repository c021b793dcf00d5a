import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

// A rule that nobody has seen fail may be asleep: here is a small house where each of them is broken once.
const wrong: Readonly<Record<string, string>> = {
  'core/claim/submit.ts': "import { send } from '../../device/send.ts'\nexport const submit = send",
  'core/plan/goal.ts': "import { layer } from './layer.ts'\nexport const goal = layer",
  'core/plan/layer.ts': "import { goal } from './goal.ts'\nexport const layer = goal",
  'core/kit/stray.ts': "import stray from 'stray'\nexport const it = stray",
  'device/send.ts': 'export const send = 1',
  'contract/door.ts': 'export const door = 1\nexport interface Door {}',
  'renderer/app.ts': "import { door } from '../contract/door.ts'\nexport const app = door",
  'renderer/fine.ts': "import type { Door } from '../contract/door.ts'\nexport type Fine = Door",
  'electron/main.ts': "import { send } from '../device/send.ts'\nexport const main = send",
  'node_modules/stray/index.js': 'module.exports = 1',
  'node_modules/stray/package.json': '{"name": "stray", "version": "1.0.0", "main": "index.js"}',
  'package.json': '{"type": "module", "dependencies": {"stray": "1.0.0"}}',
}

const folder = mkdtempSync(join(tmpdir(), 'house-'))
let broken: readonly string[] = []
beforeAll(() => {
  for (const [name, text] of Object.entries(wrong)) {
    mkdirSync(join(folder, dirname(name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  for (const name of ['.dependency-cruiser.mjs', 'tsconfig.base.json'])
    cpSync(name, join(folder, name))
  const cruise = spawnSync(
    process.execPath,
    [
      join(process.cwd(), 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
      ...['--config', '.dependency-cruiser.mjs', '--output-type', 'json'],
      ...['core', 'contract', 'device', 'electron', 'renderer'],
    ],
    { cwd: folder, encoding: 'utf8' },
  )
  const { summary }: { summary: { violations: { from: string; rule: { name: string } }[] } } =
    JSON.parse(cruise.stdout)
  broken = summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`)
})
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['a room that imports another without the right to', 'core-imports: core/claim/submit.ts'],
  ['a circle of files', 'no-circle: core/plan/goal.ts'],
  ['a package that is not on a room’s list', 'core-packages: core/kit/stray.ts'],
  ['a value of the contract in a screen', 'renderer-contract-types: renderer/app.ts'],
  ['a shell that imports a program', 'nobody-imports-programs: electron/main.ts'],
])('%s is refused', (_what, found) => expect(broken).toContain(found))

test('a type of the contract in a screen is fine', () => {
  expect(broken.filter(line => line.includes('fine.ts'))).toEqual([])
})

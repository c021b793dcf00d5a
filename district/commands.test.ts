import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockFolder } from '../db/open/lock.ts'
import { besideFolder } from './trial/keys.ts'

const startFile = fileURLToPath(new URL('start.ts', import.meta.url))

let beside: ReturnType<typeof besideFolder>
beforeAll(() => {
  beside = besideFolder()
})
afterAll(() => beside.remove())

/** Runs the district's program to its end, with all it said. */
function ran(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly out: string; readonly error: string }> {
  const child = spawn(process.execPath, [startFile, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', MERITFOLIO_MASTER_KEY: '' },
  })
  const said = { out: '', error: '' }
  child.stdout.on('data', (part: Buffer) => (said.out += part.toString()))
  child.stderr.on('data', (part: Buffer) => (said.error += part.toString()))
  return new Promise(resolve => child.once('close', code => resolve({ code, ...said })))
}

test('an operator makes a district whose keys are wrapped, looks at it, and starts it with the master key alone', async () => {
  const [data, master] = [beside.path('district'), beside.path('master')]
  expect((await ran('keys', 'make-master', master)).code).toBe(0)
  expect((await ran('keys', 'make-master', master)).error).toContain('is there already')
  const made = await ran('init', '--data', data, '--master-key', master, '--name', 'Río Verde')
  expect(made).toMatchObject({ code: 0, error: '' })
  expect(made.out).toMatch(/^Invitation for Administrator: \S+$/m)
  expect(made.out).not.toContain('unwrapped')
  expect(readFileSync(join(data, 'keys', 'issuer-1.key'), 'utf8')).toMatch(/^sealed-1 /)

  const listed = await ran('keys', 'list', '--data', data)
  expect(listed.out).toMatch(/^key-1 {2}signs · .* · wrapped$/m)
  expect((await ran('doctor', '--data', data, '--master-key', master)).code).toBe(1)
  expect((await ran('invite', 'administrator', '--data', data)).code).toBe(0)

  const refused = await ran('--data', data, '--port', '0')
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.error.trim().split('\n')).toHaveLength(1)
  expect(refused.error).toContain('is wrapped. Give the master key')
  const nowhere = await ran('--data', data, '--port', '0', '--master-key', beside.path('gone'))
  expect(nowhere).toMatchObject({ code: 1, out: '' })
  expect(nowhere.error).toContain('is not there to be read')

  const lock = lockFolder(data)
  const held = await ran('keys', 'unseal', '--data', data, '--master-key', master)
  expect(held).toMatchObject({ code: 2, out: '' })
  expect(held.error).toContain('is in use: stop the district first.')
  if (lock.locked) lock.release()
  expect((await ran('keys')).code).toBe(64)
}, 180_000)

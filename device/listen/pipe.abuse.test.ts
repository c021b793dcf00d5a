import { request } from 'node:http'
import { statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { trialFolder } from '../trial/open-program.ts'
import { started } from '../trial/started.ts'

function over(socketPath: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ socketPath, path: '/api/session', headers }, answer => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end()
  })
}

test('row 3: the pipe has a random name in a folder of its owner alone, and wants the secret all the same', async () => {
  const folder = trialFolder()
  const program = await started(join(folder.path, 'data'), '--pipe')
  const { pipe = '', secret = '', address } = program.ready ?? {}
  expect(address).toBe('app://screen')
  expect(basename(pipe)).toMatch(/[0-9a-f]{32}$/)
  if (process.platform !== 'win32') expect(statSync(dirname(pipe)).mode & 0o077).toBe(0)
  expect(await over(pipe, {})).toBe(401)
  expect(await over(pipe, { 'x-meritfolio': 'guess' })).toBe(401)
  expect(await over(pipe, { 'x-meritfolio': secret })).toBe(200)
  await program.end()
  folder.remove()
})

test('row 2: the secret stands in no argument of the process', async () => {
  const folder = trialFolder()
  const program = await started(join(folder.path, 'data'), '--pipe')
  expect(program.child.spawnargs.join(' ')).not.toContain(program.ready?.['secret'] ?? '-')
  await program.end()
  folder.remove()
})

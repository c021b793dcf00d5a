import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawn } from 'node:child_process'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'building-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A program of its own that builds: it writes that it begins and, a while later, that it has ended. */
function builds(name: string) {
  const script = `
    import { appendFileSync } from 'node:fs'
    import { buildingAlone } from ${JSON.stringify(join(import.meta.dirname, 'building-alone.ts'))}
    const write = what => appendFileSync(${JSON.stringify(join(folder, 'told'))}, what + ' ')
    await buildingAlone(${JSON.stringify(join(folder, 'dist'))}, async () => {
      write('${name}')
      await new Promise(resolve => setTimeout(resolve, 300))
      write('${name}')
    })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
  return { child, ended: new Promise(resolve => child.once('exit', resolve)) }
}
const told = () => readFileSync(join(folder, 'told'), 'utf8').trim().split(' ')

test('two programs that start at once build one after the other', async () => {
  expect(await Promise.all([builds('a').ended, builds('b').ended])).toEqual([0, 0])
  const [first, second, third, fourth] = told()
  expect([first, third]).toEqual([second, fourth])
})

test('a build that was killed holds up nobody', async () => {
  const killed = builds('a')
  await expect.poll(told, { timeout: 20_000 }).toEqual(['a'])
  killed.child.kill('SIGKILL')
  await killed.ended
  expect(await builds('b').ended).toBe(0)
  expect(told()).toEqual(['a', 'b', 'b'])
})

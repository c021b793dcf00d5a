import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { trialFolder } from '../trial/open-program.ts'
import { startDemoDistrict } from './district-process.ts'

/** A program that says it is ready, with its process id in place of a person's, and ends with its input. */
const program = `
const person = { id: String(process.pid), name: 'Maya', place: '', roles: [], code: 'A' }
const ready = { address: 'http://127.0.0.1:4400', people: [person] }
process.stdout.write('ready ' + JSON.stringify(ready) + '\\n')
process.stdin.resume()
`

test('a demo district that somebody killed, or that ended by itself, is left all the same', async () => {
  const folder = trialFolder()
  const path = join(folder.path, 'program.mjs')
  writeFileSync(path, program)
  for (const signal of ['SIGKILL', 'SIGTERM', undefined] as const) {
    const district = await startDemoDistrict(folder.path, path)
    const pid = Number(district.people[0]?.id)
    if (signal !== undefined) process.kill(pid, signal)
    const isGone = () => {
      try {
        return !process.kill(pid, 0)
      } catch {
        return true
      }
    }
    if (signal !== undefined) await expect.poll(isGone, { timeout: 10_000 }).toBe(true)
    await district.close()
    expect(isGone()).toBe(true)
  }
  folder.remove()
}, 20_000)

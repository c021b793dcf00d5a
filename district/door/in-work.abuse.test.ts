import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import type { TrialDevice } from '../trial/device.ts'
import { codeIn, joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { rawLine } from '../trial/raw-line.ts'
import { inWorkMax } from './in-work.ts'

// Security row 50: one computer can't take all of the district.

let district: TrialDistrict
beforeAll(async () => {
  district = await trialDistrict()
})
afterAll(() => district.close())

/** A push of which only the headers come. */
function stalled(device: TrialDevice) {
  const method = 'POST'
  const target = districtPaths.push
  const body = Buffer.from('{}')
  const signed = Object.entries(device.signed({ method, target, body }))
  const headers = signed.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  const line = rawLine(district.address)
  line.say(`${method} ${target} HTTP/1.1\r\nhost: record\r\ncontent-length: 2\r\n${headers}\r\n`)
  return line
}

test('a computer with more in work than it may is told to wait, others are not, and what ends makes room', async () => {
  const maya = await joined(district, 'maya')
  const jonah = await joined(district, 'jonah')
  const about = { method: 'GET', target: districtPaths.devices }
  const lines = Array.from({ length: inWorkMax + 4 }, () => stalled(maya))
  await until(async () => (await maya.ask(about)).status === 429)
  expect(codeIn(await maya.ask(about))).toBe('too_many_tries')
  expect((await jonah.ask(about)).status).toBe(200)
  for (const line of lines) line.socket.destroy()
  await until(async () => (await maya.ask(about)).status === 200)
})

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await what()) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  throw new Error('it never came')
}

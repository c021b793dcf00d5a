import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { closeServer, listenOn } from '../listen/server.ts'
import type { TrialDevice } from '../trial/device.ts'
import { codeIn, joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { rawLine } from '../trial/raw-line.ts'
import { inWorkMax, inWorkOf } from './in-work.ts'
import { until } from '../../test/builders/patience.ts'

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

test('who leaves before it is known who they are leaves nothing behind', async () => {
  const maya = await joined(district, 'maya')
  const about = { method: 'GET', target: districtPaths.devices }
  for (let n = 0; n < inWorkMax * 3; n++) {
    const line = stalled(maya)
    line.socket.once('connect', () => line.socket.end(() => line.socket.destroy()))
    await line.closed()
  }
  await until(async () => (await maya.ask(about)).status === 200)
  // The moment itself, in which a database is asked and the connection ends.
  const work = inWorkOf()
  const server = createServer((incoming, outgoing) => {
    incoming.socket.destroy()
    expect(() => work.begin('gone', incoming)).toThrow('malformed')
    outgoing.end()
  })
  const address = `http://127.0.0.1:${await listenOn(server, '127.0.0.1', 0)}`
  for (let n = 0; n <= inWorkMax; n++) await expect(fetch(address)).rejects.toThrow('fetch failed')
  await closeServer(server)
})

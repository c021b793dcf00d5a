import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pullTarget } from '../../contract/sync/pull.ts'
import { readinessPaths } from '../readiness/paths.ts'
import { hashOf, jsonIn, send, TrialDevice } from '../trial/device.ts'
import type { DistrictRun } from '../trial/process.ts'
import { districtRun } from '../trial/process.ts'
import { rawLine } from '../trial/raw-line.ts'
import { trialDatabase } from '../trial/trial-database.ts'
import { until } from '../../test/builders/patience.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'district-end-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Starts of real processes, on a machine that does other things too (ms). */
const withinMs = 120_000

const tus = { 'tus-resumable': '1.0.0' }

/** Begins to append to an upload and sends so much of it. */
function appending(device: TrialDevice, target: string, bytes: Uint8Array, now: number) {
  const method = 'PATCH'
  const signed = device.signed({ method, target })
  const headers = {
    ...tus,
    ...signed,
    host: 'record',
    'content-type': 'application/offset+octet-stream',
    'content-length': String(bytes.length),
    'upload-offset': '0',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const line = rawLine(device.district.address)
  line.say([`${method} ${target} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
  line.say(bytes.subarray(0, now))
  return line
}

async function joinedTo(run: DistrictRun): Promise<TrialDevice> {
  const device = new TrialDevice({ address: run.address, now: Date.now })
  expect((await device.join(run.invitation ?? '')).status).toBe(200)
  await device.pull()
  return device
}

test(
  'a district that is stopped answers what it holds, ends what is in work, and cuts the rest to be gone on with',
  async () => {
    const databaseUrl = await trialDatabase()
    const data = join(folder, 'stopped')
    const run = await districtRun(data, { databaseUrl })
    const device = await joinedTo(run)
    const whole = Buffer.alloc(300_000, 'a film ')
    const half = Buffer.alloc(300_000, 'another ')
    const begun = async (bytes: Buffer) =>
      String((await device.createUpload(bytes.length, hashOf(bytes))).headers.location)
    const targets = [await begun(whole), await begun(half)] as const
    const held = device.ask({ method: 'GET', target: pullTarget(device.cursor, 25_000) })
    const ending = appending(device, targets[0], whole, 100_000)
    const stalled = appending(device, targets[1], half, 120_000)
    const idle = rawLine(run.address)
    idle.say(`GET ${readinessPaths.alive} HTTP/1.1\r\nhost: record\r\n\r\n`)
    await idle.heard(/alive/)
    // So much is on disk before it is stopped.
    const written = join(data, 'uploads', targets[1].split('/').at(-1) ?? '')
    await until(() => statSync(written).size === 120_000)

    run.child.kill('SIGTERM')
    expect(jsonIn(await held)).toMatchObject({ ops: [], more: false })
    await idle.closed()
    await expect(
      send(run.address, { method: 'GET', target: readinessPaths.alive }),
    ).rejects.toThrow('ECONNREFUSED')
    ending.say(whole.subarray(100_000))
    expect(await ending.closed()).toMatch(/^HTTP\/1\.1 204/)
    expect(await stalled.closed()).toBe('')
    expect(await run.exit).toBe(0)

    const port = Number(new URL(run.address).port)
    const again = await districtRun(data, { databaseUrl, port })
    expect((await device.blob(hashOf(whole), {}, 'HEAD')).status).toBe(200)
    const head = await device.ask({ method: 'HEAD', target: targets[1], headers: tus })
    const offset = Number(head.headers['upload-offset'])
    expect(offset).toBeGreaterThan(0)
    expect((await device.append(targets[1], offset, half.subarray(offset))).status).toBe(204)
    expect(hashOf((await device.blob(hashOf(half))).body)).toBe(hashOf(half))
    again.child.kill('SIGTERM')
    expect(await again.exit).toBe(0)
  },
  withinMs,
)

import { existsSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pullTarget } from '../contract/sync/pull.ts'
import { districtPaths, protocol } from '../contract/sync/version.ts'
import { BadgeRecord } from '../core/badge/record.ts'
import { ClaimRecord } from '../core/claim/record.ts'
import { readinessPaths } from './readiness/paths.ts'
import { bodyOn, readAndFinish, readyClaim, submission } from './trial/claim.ts'
import { codeIn, hashOf, joined, send, TrialDevice } from './trial/device.ts'
import { trialDistrict } from './trial/district.ts'
import { districtRun } from './trial/process.ts'
import { empty, fill, mayHaveSmallDisk, onSmallDisk, seenFromHere } from './trial/small-disk.ts'
import { isOnSqlite } from './trial/trial-database.ts'
import { until } from '../test/builders/patience.ts'

// A disk without room, at every place that writes: database, files on their way, published lists.

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'district-full-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Starts of real processes, on a machine that does other things too (ms). */
const withinMs = 120_000
const mib = 1024 ** 2
const tus = { 'tus-resumable': '1.0.0' }

/** What is only of files is not tried again on PostgreSQL. */
const onFiles: (name: string, run: () => Promise<void>, ms: number) => void = isOnSqlite
  ? test.runIf(mayHaveSmallDisk)
  : () => undefined

onFiles(
  'a disk that fills up while it runs: it answers, loses nothing that it answered, and goes on once there is room',
  async () => {
    const run = await districtRun(folder, { under: onSmallDisk(folder, 160 * mib) })
    const disk = seenFromHere(run.child.pid, folder)
    const device = new TrialDevice({ address: run.address, now: Date.now })
    expect((await device.join(run.invitation ?? '')).status).toBe(200)
    await device.act('goal.add', { layer: 'personal', title: 'Before' })
    const status = async (target: string) =>
      (await send(run.address, { method: 'GET', target })).status
    expect(await status(readinessPaths.ready)).toBe(200)

    fill(disk)
    const [waiting] = device.mutations([
      { name: 'goal.add', input: { layer: 'personal', title: 'In the narrows' } },
    ])
    const push = () => {
      const value = { protocol, device: device.name, mutations: [waiting] }
      return device.askJson('POST', districtPaths.push, value)
    }
    // Until what the database had left over is used up, it goes on taking.
    let taken = 0
    await until(async () => {
      const answer = await device.askJson('POST', districtPaths.push, {
        protocol,
        device: device.name,
        mutations: device.mutations([
          {
            name: 'goal.add',
            input: { layer: 'personal', title: `Full ${taken}`, why: 'x'.repeat(20_000) },
          },
        ]),
      })
      expect([200, 503]).toContain(answer.status)
      const isTaken = answer.body.toString().includes('"applied"')
      if (isTaken) taken++
      else expect(answer.body.toString()).toMatch(/"busy"/)
      return !isTaken
    })
    expect(codeIn(await device.createUpload(10, hashOf(Buffer.alloc(10))))).toBe('busy')
    const pulled = await device.ask({ method: 'GET', target: pullTarget('', 0) })
    expect([200, 503]).toContain(pulled.status)
    expect(await status(readinessPaths.alive)).toBe(200)
    expect(await status(districtPaths.about)).toBe(200)
    expect(await status(districtPaths.trust)).toBe(200)
    await until(async () => (await status(readinessPaths.ready)) === 503)

    empty(disk)
    await until(async () => (await push()).body.toString().includes('"applied"'))
    await until(async () => (await status(readinessPaths.ready)) === 200)
    await device.pull()
    const titles = [...device.records.values()].map(body => body['title'])
    expect(titles).toEqual(expect.arrayContaining(['Before', 'In the narrows']))
    expect(titles.filter(title => String(title).startsWith('Full'))).toHaveLength(taken)
    expect(run.logged()).not.toMatch(/ at .*:\d+:\d+|In the narrows/)

    // Stopped with no room, it still ends in order.
    fill(disk)
    run.child.kill('SIGTERM')
    expect(await run.exit).toBe(0)
  },
  withinMs,
)

onFiles(
  'a start without room is one sentence, and with room it starts',
  async () => {
    const tight = districtRun(folder, { under: onSmallDisk(folder, 96 * 1024) })
    await expect(tight).rejects.toThrow(/ended with 1: .* is on a disk without room/)
    await expect(tight).rejects.not.toThrow(/ at .*:\d+:\d+/)
    const data = join(folder, 'roomy')
    const run = await districtRun(data)
    run.child.kill('SIGTERM')
    expect(await run.exit).toBe(0)
  },
  withinMs,
)

const deviceFull = '/dev/full'

test.runIf(existsSync(deviceFull))(
  'a piece of a file for which there is no room is not taken, and comes again later',
  async () => {
    const district = await trialDistrict()
    const maya = await joined(district, 'maya')
    const film = Buffer.alloc(400_000, 'a film ')
    const target = String((await maya.createUpload(film.length, hashOf(film))).headers.location)
    await maya.append(target, 0, film.subarray(0, 100_000))
    const path = join(district.dataFolder, 'uploads', target.split('/').at(-1) ?? '')
    renameSync(path, `${path}-aside`)
    symlinkSync(deviceFull, path)
    const refused = await maya.append(target, 0, film.subarray(0, 100_000))
    expect([refused.status, codeIn(refused)]).toEqual([503, 'busy'])
    unlinkSync(path)
    renameSync(`${path}-aside`, path)
    const head = await maya.ask({ method: 'HEAD', target, headers: tus })
    expect(head.headers['upload-offset']).toBe('100000')
    expect((await maya.append(target, 100_000, film.subarray(100_000))).status).toBe(204)
    expect(hashOf((await maya.blob(hashOf(film))).body)).toBe(hashOf(film))
    await district.close()
  },
)

test.runIf(existsSync(deviceFull))(
  'a list for which there is no room is published later, and the badge is revoked then',
  async () => {
    const district = await trialDistrict()
    const [maya, jonah, ruth] = [
      await joined(district, 'maya'),
      await joined(district, 'jonah'),
      await joined(district, 'ruth'),
    ]
    const { claim } = await readyClaim(maya)
    await maya.act('claim.submit', submission(maya, claim))
    await jonah.until(() => bodyOn(jonah, ClaimRecord, claim))
    await readAndFinish(jonah, claim)
    await ruth.until(() => bodyOn(ruth, ClaimRecord, claim))
    const badge = (await ruth.act('badge.approve', { claim })).id('badge')
    await ruth.until(() => bodyOn(ruth, BadgeRecord, badge)?.state === 'signed' || undefined)
    const list = async () => {
      const target = `${districtPaths.status}/1`
      return (await send(district.address, { method: 'GET', target })).body.toString()
    }
    const before = await list()
    const unfinished = join(district.dataFolder, 'published', '1.json.unfinished')
    symlinkSync(deviceFull, unfinished)
    await ruth.act('badge.revoke', { badge, reason: 'Awarded by mistake.' })
    await until(async () => district.log().includes('"what":"waits"'))
    expect(await list()).toBe(before)
    unlinkSync(unfinished)
    district.move(5_000)
    await until(async () => (await list()) !== before)
    expect(district.log()).not.toContain('Awarded by mistake')
    await district.close()
  },
)

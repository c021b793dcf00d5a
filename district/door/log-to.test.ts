import { existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtPaths } from '../../contract/sync/version.ts'
import { send, TrialDevice } from '../trial/device.ts'
import type { DistrictRun } from '../trial/process.ts'
import { districtRun } from '../trial/process.ts'
import { trialDatabase } from '../trial/trial-database.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'district-log-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Starts of real processes, on a machine that does other things too (ms). */
const withinMs = 120_000

async function joinedTo(run: DistrictRun): Promise<TrialDevice> {
  const device = new TrialDevice({ address: run.address, now: Date.now })
  expect((await device.join(run.invitation ?? '')).status).toBe(200)
  await device.pull()
  return device
}

test.runIf(existsSync('/dev/full'))(
  'a log that has no room ends nothing: every command is taken, and stopping is in order',
  async () => {
    const full = openSync('/dev/full', 'w')
    const run = await districtRun(join(folder, 'log'), {
      databaseUrl: await trialDatabase(),
      logTo: full,
    })
    const device = await joinedTo(run)
    for (let n = 0; n < 5; n++)
      await device.act('goal.add', { layer: 'personal', title: `Goal ${n}` })
    expect((await send(run.address, { method: 'GET', target: districtPaths.about })).status).toBe(
      200,
    )
    run.child.kill('SIGTERM')
    expect(await run.exit).toBe(0)
  },
  withinMs,
)

test(
  'whoever read its words may go away: it goes on',
  async () => {
    const run = await districtRun(join(folder, 'words'), { databaseUrl: await trialDatabase() })
    run.child.stdout?.destroy()
    run.child.stderr?.destroy()
    const device = await joinedTo(run)
    await device.act('goal.add', { layer: 'personal', title: 'Still here' })
    run.child.kill('SIGTERM')
    expect(await run.exit).toBe(0)
  },
  withinMs,
)

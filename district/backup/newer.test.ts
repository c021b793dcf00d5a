import Database from 'better-sqlite3'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backUp } from './backup.ts'
import { restore } from './restore.ts'
import { joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

let district: TrialDistrict
let to: string
beforeAll(async () => {
  to = mkdtempSync(join(tmpdir(), 'district-newer-'))
  district = await trialDistrict()
})
afterAll(async () => {
  await district.close()
  rmSync(to, { recursive: true, force: true })
})

const never = { onProgress: () => undefined, isStopped: () => false }

test.each(['record', 'accounts'])(
  'a copy whose %s a newer version wrote is not put in place of what this one can read',
  async name => {
    const { dataFolder } = district
    const maya = await joined(district, 'maya')
    await maya.act('goal.add', { layer: 'personal', title: `Still here, ${name}` })
    const now = Date.now() + name.length
    const made = await backUp({ dataFolder, to, now, ...never })
    if (typeof made === 'string' || !('folder' in made)) throw new Error(JSON.stringify(made))
    const copy = new Database(join(made.folder, `${name}.sqlite`))
    copy.pragma('user_version = 1000')
    copy.close()
    const listed = () => readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).toSorted()
    await district.whileStopped(async () => {
      const before = listed()
      const parts = { dataFolder, from: made.folder, withAccounts: true, now, ...never }
      expect(await restore(parts)).toBe('newer')
      expect(listed()).toEqual(before)
    })
    await maya.pull()
    const titles = [...maya.records.values()].map(body => body['title'])
    expect(titles).toContain(`Still here, ${name}`)
  },
)

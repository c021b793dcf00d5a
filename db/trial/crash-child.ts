import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { argv } from 'node:process'
import { deviceMigrations } from '../device-store/migrations.ts'
import { districtMigrations } from '../district-store/migrations.ts'
import { openDatabase } from '../open/database.ts'
import type { Migration } from '../open/migration.ts'
import { sqliteSql } from '../sql/sqlite.ts'
import { trialDevice, trialStreams } from './device.ts'
import { act, trialDistrict } from './district.ts'
import { actorAs, callOf } from './people.ts'

// Works on a device's file until it is killed, and tells of each command only after it is stored. Meanwhile it takes pages
// of a district, beside it and killed with it, in which the same person works on another computer.

const [, , folder = ''] = argv
function opened(name: string, migrations: readonly Migration[]) {
  const found = openDatabase(join(folder, name), { migrations, backups: folder })
  if (found.opened !== 'ready') throw new Error(found.opened)
  return found.db
}
const me = actorAs('me', 'a', 'educator')
const elsewhere = actorAs('me', 'elsewhere', 'educator')
const { store } = trialDevice(me, opened('record.sqlite', deviceMigrations))
const districtDb = opened('district.sqlite', districtMigrations)
// It is killed, and has no power cut: that it need not wait for its disk leaves time for the device.
districtDb.pragma('synchronous = off')
const district = await trialDistrict(sqliteSql(districtDb))
if (!store.standing().joined) store.join(me)
for (let n = 0; ; n++) {
  const did = store.perform('goal.add', { title: `goal ${n}` }, 1_700_000_000_000 + n)
  if (did.did !== 'refused') process.send?.(did.key)
  if (n % 7 === 0) store.nextPush({ rowsMax: 3, bytesMax: 10_000 }, Date.now())
  // More comes than a page brings: most of them are somewhere in the middle of a pull.
  for (let added = 0; added < 2; added++) {
    const call = callOf(elsewhere, { title: 'of elsewhere' }, `elsewhere:${randomUUID()}`)
    await act(district, 'goal.add', call)
  }
  await takeOnePage()
  // Lets the message leave.
  await new Promise(resolve => setImmediate(resolve))
}

async function takeOnePage(): Promise<void> {
  const { cursor } = store.standing()
  const now = Date.now()
  const ask = { person: me.person, device: me.device, streams: trialStreams(me), cursor, now }
  store.takePage(await district.page({ ...ask, limitRows: 3 }), now)
}

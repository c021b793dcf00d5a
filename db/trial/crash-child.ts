import { argv } from 'node:process'
import { deviceMigrations } from '../device-store/migrations.ts'
import { openDatabase } from '../open/database.ts'
import { trialDevice } from './device.ts'
import { actorAs } from './people.ts'

// Works on a device's file until it is killed, and tells of each command only after it is stored.

const [, , path = '', backups = ''] = argv
const opened = openDatabase(path, { migrations: deviceMigrations, backups })
if (opened.opened !== 'ready') throw new Error(opened.opened)
const me = actorAs('me', 'a', 'educator')
const { store } = trialDevice(me, opened.db)
if (!store.standing().joined) store.join(me)
for (let n = 0; ; n++) {
  const did = store.perform('goal.add', { title: `goal ${n}` }, 1_700_000_000_000 + n)
  if (did.did !== 'refused') process.send?.(did.key)
  if (n % 7 === 0) store.nextPush({ rowsMax: 3, bytesMax: 10_000 }, Date.now())
  // Lets the message leave.
  await new Promise(resolve => setImmediate(resolve))
}

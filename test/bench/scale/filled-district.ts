import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { commands } from '../../../core/commands.ts'
import type { Actor } from '../../../core/kit/command.ts'
import { tick } from '../../../core/merge/clock.ts'
import { recordTypes } from '../../../core/records.ts'
import { openDistrict } from '../../../db/district-store/open.ts'
import { commandsOf } from '../../../db/engine/commands.ts'
import type { Call } from '../../../db/engine/decide.ts'
import { begun, executing } from '../../../db/engine/execute.ts'
import { madeId } from '../../../db/engine/made-id.ts'
import { sqliteSql } from '../../../db/sql/sqlite.ts'
import { documentAt } from '../sync/documents.ts'
import { build } from '../../../district/database/build.ts'
import type { SignedDevice } from './signed-device.ts'

/** Goals of each person. */
export const goalsEach = 50
const togetherMax = 500

/** A person and their goals, whose place in `documentAt` is their number. */
export interface Filled {
  readonly person: string
  readonly goals: readonly { readonly id: string; readonly n: number }[]
}

/**
 * Fills the record of a stopped district on SQLite by its own engine and commands, and enters computers in its register.
 * `peopleCount` people with fifty goals each; what is prepared need not be flushed.
 */
export async function fillDistrict(
  folder: string,
  peopleCount: number,
  devices: (people: readonly Filled[]) => readonly SignedDevice[],
): Promise<readonly Filled[]> {
  const db = new Database(join(folder, 'record.sqlite'))
  db.pragma('synchronous = off')
  const store = await openDistrict(sqliteSql(db), {
    types: recordTypes,
    build,
    cursorSecret: new Uint8Array(32),
    salt: () => randomBytes(16).toString('hex'),
  })
  const all = commandsOf(Object.values(commands))
  const device = `fill-${randomBytes(8).toString('hex')}`
  let n = 0
  let stamp = ''
  let waiting: { name: string; call: Call }[] = []
  const flush = async () => {
    const works = waiting
    waiting = []
    const results = await store.together(
      works.map(
        ({ name, call }) =>
          function* (within) {
            const command = all.get(name)
            if (command === undefined) throw new Error(`no command ${name}`)
            return yield* executing(within, begun(command, call, within.kinds))
          },
      ),
    )
    for (const { status } of results)
      if (status !== 'applied') throw new Error(`what is prepared came to ${status}`)
  }
  const perform = async (name: string, input: unknown, actor: Actor, doneAt: number) => {
    const now = Date.now()
    stamp = tick(stamp, now, device)
    const key = `${device}:${++n}:bench`
    waiting.push({ name, call: { key, input, actor, doneAt, now, stamp } })
    if (waiting.length >= togetherMax) await flush()
    return key
  }
  const people: Filled[] = []
  for (let at = 0; at < peopleCount; at++) {
    const person = `person-${at}`
    const about = { name: `Person ${at}`, place: 'Linden Elementary', roles: ['educator'] }
    const system = { person: 'district', device, roles: ['system' as const] }
    await perform('person.add', { id: person, person: about }, system, Date.now())
    const actor = { person, device, roles: ['educator' as const] }
    const goals = []
    for (let g = 0; g < goalsEach; g++) {
      const place = at * goalsEach + g
      const { title, why, addedAt } = documentAt(place, person)
      const key = await perform('goal.add', { layer: 'personal', title, why }, actor, addedAt)
      goals.push({ id: madeId(key, 'goal'), n: place })
    }
    people.push({ person, goals })
  }
  await flush()
  while ((await store.audit.link(togetherMax * 10)) > 0);
  await store.close()
  const accounts = new Database(join(folder, 'accounts.sqlite'))
  const enter = accounts.prepare(
    `insert into device (device, person, name, public_key, invitation, joined_at)
     values (?, ?, 'bench', ?, 'bench', ?)`,
  )
  accounts.exec('begin')
  for (const one of devices(people)) enter.run(one.device, one.person, one.publicKey, Date.now())
  accounts.exec('commit')
  accounts.close()
  return people
}

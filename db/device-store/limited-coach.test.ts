import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { streamsOf } from '../../core/access/streams.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { command, type Actor, type Grant } from '../../core/kit/command.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import { DeviceKeyRecord } from '../../core/person/device-key.ts'
import { recordTypes } from '../../core/records.ts'
import { oneOfEach } from '../../test/builders/one-of-each.ts'
import type { DistrictStore } from '../district-store/open.ts'
import { openDistrict } from '../district-store/open.ts'
import { execute } from '../engine/execute.ts'
import { migrate } from '../open/migrate.ts'
import { trialSalt, trialSecret } from '../trial/district.ts'
import { trialEngines } from '../trial/engines.ts'
import { actorAs, callOf } from '../trial/people.ts'
import { deviceMigrations } from './migrations.ts'
import type { DeviceStore } from './open.ts'
import { openDevice } from './open.ts'

const putThere = command({
  name: 'trial.put',
  where: 'district',
  input: z.object({ at: z.int() }),
  needs: q => q.none(),
  right: () => true,
  decide(_s, { at }) {
    const one = oneOfEach[at]
    if (one === undefined) return { changes: [] }
    const { kind, id, v, body } = one.rec
    return { changes: [{ do: 'create', key: keyOf(kind, id), v, body }] }
  },
})

/** A computer with all the records there are, joined to a district. */
function deviceOf(actor: Actor): DeviceStore {
  const db = new Database(':memory:')
  migrate(db, deviceMigrations)
  const store = openDevice(db, {
    types: recordTypes,
    commands: [],
    build: 'trial',
    opening: 'o',
    first: actor,
    searchText: () => undefined,
    holdMs: () => undefined,
    onDefect: error => {
      throw error
    },
  })
  store.join(actor)
  return store
}

async function pulled(device: DeviceStore, store: DistrictStore, actor: Actor): Promise<void> {
  for (;;) {
    const ask = { person: actor.person, device: actor.device, streams: streamsOf(actor) }
    const { cursor } = device.standing()
    const taken = device.takePage(await store.page({ ...ask, cursor, limitRows: 7, now: 1 }), 1)
    if (taken.took === 'page' && !taken.more) return
  }
}

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

describe.each(engines)('on $name', engine => {
  const opened = async () => {
    const store = await openDistrict(await engine.fresh(), {
      types: recordTypes,
      build: 'trial',
      cursorSecret: trialSecret,
      salt: () => trialSalt,
    })
    const system = actorAs('district', 'district', 'system')
    for (const at of oneOfEach.keys()) await execute(store, putThere, callOf(system, { at }))
    return store
  }
  const claimsOn = async (device: DeviceStore) => {
    const claims = await device.seen.list(ClaimRecord, {})
    return claims.map(({ rec }) => rec.id).toSorted()
  }
  const coaching = (...units: string[]): Actor => {
    const grants: Grant[] = units.map(within => ({ role: 'coach', within }))
    return { ...actorAs('nell', 'dev-nell', 'educator'), grants }
  }

  test('a coach who loses a school, and gets it back, has its claims no more, and again', async () => {
    const store = await opened()
    const device = deviceOf(coaching('linden'))
    await pulled(device, store, coaching('linden'))
    expect(await claimsOn(device)).toEqual(['c-free', 'c-taken'])
    expect(await device.seen.get(DeviceKeyRecord, 'laptop')).toBeDefined()
    await pulled(device, store, coaching('mill-creek'))
    expect(await claimsOn(device)).toEqual([])
    await pulled(device, store, coaching('mill-creek', 'grade-4'))
    expect(await claimsOn(device)).toEqual(['c-free', 'c-taken'])
    await pulled(device, store, { ...coaching(), roles: ['coach'] })
    expect(await claimsOn(device)).toEqual(['c-free', 'c-free-0', 'c-taken'])
    await pulled(device, store, coaching())
    expect(await claimsOn(device)).toEqual([])
    await store.close()
  })
})

import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { DeviceStore } from '../device-store/open.ts'
import type { DistrictStore } from '../district-store/open.ts'
import { receive } from '../district-store/receive.ts'
import { madeId } from '../engine/made-id.ts'
import { int, text } from '../sql/row.ts'
import type { Sql } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Mutation } from '../wire.ts'
import { pulled, pushed, trialDevice, trialLimits } from './device.ts'
import { trialCommands, trialDistrict } from './district.ts'
import { trialEngines } from './engines.ts'
import { actorAs } from './people.ts'
import { Goal } from './toy-records.ts'

// Invariants of sync.md §3.12 that no other test holds as such (db/INVARIANTS.md says which does what).

const t0 = 1_700_000_000_000
const ana = (device: string) => actorAs('ana', device, 'educator')

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

const joined = (actor = ana('a')) => {
  const device = trialDevice(actor)
  device.store.join(actor)
  return device
}
function did(device: DeviceStore, name: string, input: object, at: number): string {
  const performed = device.perform(name, input, at)
  if (performed.did === 'refused') throw new Error(performed.refusal.code)
  return performed.key
}

test('8: the stamps of a computer rise, however its clock jumps and however often it starts', () => {
  const day = 86_400_000
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          jumpMs: fc.integer({ min: -300 * day, max: 300 * day }),
          isRestart: fc.boolean(),
        }),
        { minLength: 2, maxLength: 12 },
      ),
      jumps => {
        const { db, store } = joined()
        let device = store
        const goal = madeId(did(device, 'goal.add', { title: 'Ask' }, t0), 'goal')
        for (const [n, { jumpMs, isRestart }] of jumps.entries()) {
          if (isRestart) device = trialDevice(ana('a'), db).store
          did(device, 'goal.title', { goal, title: `title ${n}` }, t0 + jumpMs)
        }
        const stamps = device.outbox().map(row => row.stamp)
        expect(stamps).toEqual([...new Set(stamps)].toSorted())
        expect(stamps).toHaveLength(jumps.length + 1)
        db.close()
      },
    ),
    { numRuns: 40 },
  )
})

describe.each(engines)('on $name', engine => {
  const runs = engine.name === 'SQLite' ? 25 : 3

  async function inDistrict(work: (district: DistrictStore, sql: Sql) => Promise<void>) {
    const sql = await engine.fresh()
    const district = await trialDistrict(sql)
    try {
      await work(district, sql)
    } finally {
      await district.close()
    }
  }
  const sent = (district: DistrictStore, mutations: readonly Mutation[]) =>
    receive(
      district,
      { device: 'a', mutations },
      {
        commands: trialCommands,
        actor: ana('a'),
        now: t0 + 1_000_000,
        onDefect: error => {
          throw error
        },
      },
    )
  const stateOf = async (sql: Sql) => {
    const tables = ['record', 'member', 'result', 'name', 'stream']
    const keys = ['key', 'key, stream', 'key', 'name', 'name']
    return sql.snapshot(function* () {
      const rows = []
      for (const [at, table] of tables.entries())
        rows.push(yield* query(`select * from ${table} order by ${keys[at]}`))
      const [audit] = yield* query('select count(*) as entries from audit')
      return [...rows, audit ? int(audit, 'entries') : 0]
    })
  }

  test('24: what is pushed again, whole or in part and in pieces, has one effect', async () => {
    const act = fc.record({
      what: fc.constantFrom('add', 'title', 'write', 'share', 'drop', 'claim'),
      of: fc.nat({ max: 3 }),
      times: fc.integer({ min: 1, max: 3 }),
      cut: fc.integer({ min: 1, max: 5 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async acts => {
        const { store, db } = joined()
        const goals: string[] = []
        let at = t0
        const doing = (name: string, input: object) => {
          const performed = store.perform(name, input, ++at)
          return performed.did === 'refused' ? undefined : performed.key
        }
        for (const { what, of } of acts) {
          const goal = goals[of % Math.max(1, goals.length)]
          if (what === 'claim') doing('claim.start', { serial: `s${of}`, files: [] })
          else if (what === 'add' || goal === undefined)
            goals.push(madeId(doing('goal.add', { title: `goal ${of}` }) ?? '', 'goal'))
          else if (what === 'title') doing('goal.title', { goal, title: `title ${at}` })
          else if (what === 'write') doing('goal.write', { goal, base: '', text: `line ${at}` })
          else if (what === 'share') doing('goal.share', { goal, isShared: of % 2 === 0 })
          else doing('goal.drop', { goal })
        }
        const mutations = store.nextPush(trialLimits, at)?.mutations ?? []
        db.close()
        let once: unknown
        await inDistrict(async (district, sql) => {
          await sent(district, mutations)
          once = await stateOf(sql)
        })
        await inDistrict(async (district, sql) => {
          for (const { times, cut } of acts) {
            for (let n = 0; n < times; n++) await sent(district, mutations.slice(0, cut))
            await sent(district, mutations.slice(cut - 1))
          }
          await sent(district, mutations)
          await sent(district, mutations)
          const again = await stateOf(sql)
          expect(again).toEqual(once)
        })
      }),
      { numRuns: runs },
    )
  })

  test('22: whatever begins anew, a command stays in the outbox until it has a result', async () => {
    const event = fc.constantFrom(
      'do',
      'cursor',
      'epoch',
      'lost row',
      'role',
      'pull',
      'half a pull',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 3, maxLength: 20 }), async events => {
        await inDistrict(async district => {
          const owner = joined(ana('b'))
          for (let n = 0; n < 5; n++) {
            const goal = madeId(did(owner.store, 'goal.add', { title: `goal ${n}` }, t0), 'goal')
            did(owner.store, 'goal.share', { goal, isShared: true }, t0)
          }
          await pushed(owner.store, district, t0)
          const actor = actorAs('ana', 'a', 'educator', 'coach')
          const { store, db } = joined(actor)
          await pulled(store, district, t0)
          const given = new Set<string>()
          let now = t0
          for (const each of events) {
            now += 100_000_000
            const { cursor } = store.standing()
            if (each === 'do') given.add(did(store, 'goal.add', { title: String(now) }, now))
            else if (each === 'cursor' || each === 'epoch')
              store.takePage({ from: cursor, resync: each, now }, now)
            else if (each === 'lost row') db.exec('delete from mirror where rowid % 2 = 0')
            else if (each === 'role')
              store.setActor(store.standing().actor.roles.length > 1 ? ana('a') : actor)
            else if (each === 'pull') await pulled(store, district, now, 2)
            else {
              const { person, device } = actor
              const streams = ['user:ana', 'coaches']
              const ask = { person, device, streams, cursor, limitRows: 1, now, knowsAnew: true }
              store.takePage(await district.page(ask), now)
            }
            const kept = new Set(store.outbox().map(row => row.key))
            expect([...given].filter(key => !kept.has(key))).toEqual([])
          }
          // And nothing of it is in the way of being sent.
          store.setActor(actor)
          for (let n = 0; n < 3; n++) {
            await pushed(store, district, (now += 100_000_000))
            await pulled(store, district, (now += 100_000_000))
          }
          expect(store.outbox()).toEqual([])
          expect(await store.seen.list(Goal, {})).toHaveLength(5 + given.size)
          for (const device of [store, owner.store]) device.close()
        })
      }),
      { numRuns: runs },
    )
  })

  test('17: what was taken away stays away, whenever an edit of it was made and whenever it arrives', async () => {
    for (const editAt of [-500_000, 500_000])
      for (const isDropFirst of [true, false])
        await inDistrict(async district => {
          const [one, two] = [joined(ana('a')).store, joined(ana('b')).store]
          const goal = madeId(did(one, 'goal.add', { title: 'Ask' }, t0), 'goal')
          await pushed(one, district, t0)
          for (const device of [one, two]) await pulled(device, district, t0)
          did(one, 'goal.drop', { goal }, t0 + 1_000_000)
          did(two, 'goal.title', { goal, title: 'Edited meanwhile' }, t0 + 1_000_000 + editAt)
          for (const device of isDropFirst ? [one, two] : [two, one])
            await pushed(device, district, t0 + 2_000_000)
          for (const device of [one, two]) {
            await pulled(device, district, t0 + 2_000_001)
            await pushed(device, district, t0 + 2_000_002)
            await pulled(device, district, t0 + 2_000_003)
            expect(await device.seen.get(Goal, goal)).toBeUndefined()
            const refused = device.outbox().map(row => row.refusal?.code)
            // Whoever edited what was gone is told so; their words stay with the refusal.
            expect(refused).toEqual(isDropFirst && device === two ? ['not_here'] : [])
            device.close()
          }
          expect(await district.seen().get(Goal, goal)).toBeUndefined()
        })
  })

  test('25: a stream that is no longer the person’s leaves no row of it anywhere, and nothing of another goes with it', async () => {
    await inDistrict(async district => {
      const owner = joined(ana('b')).store
      const goals = ['Ask', 'Listen'].map(title =>
        madeId(did(owner, 'goal.add', { title }, t0), 'goal'),
      )
      for (const goal of goals) did(owner, 'goal.share', { goal, isShared: true }, t0)
      await pushed(owner, district, t0)
      const coach = actorAs('bob', 'c', 'educator', 'coach')
      const { store, db } = joined(coach)
      const own = madeId(did(store, 'goal.add', { title: 'My own' }, t0), 'goal')
      did(store, 'goal.share', { goal: own, isShared: true }, t0)
      await pushed(store, district, t0)
      await pulled(store, district, t0)
      expect(await store.seen.list(Goal, {})).toHaveLength(3)
      store.setActor(actorAs('bob', 'c', 'educator'))
      await pulled(store, district, t0 + 1)
      const rowsOf = (sql: string) => db.prepare<unknown[], { readonly found: string }>(sql).all()
      const left = [
        'select key as found from mirror',
        `select 'goal/' || id as found from by_goal`,
        'select key as found from searched',
        'select key as found from name',
        'select key as found from pending',
      ].flatMap(sql => rowsOf(sql).map(row => text(row, 'found')))
      expect(new Set(left)).toEqual(new Set([`goal/${own}`]))
      expect(rowsOf('select stream as found from copied where records > 0')).toEqual([
        { found: 'user:bob' },
      ])
      expect(store.search('Listen', ['goal'], 5)).toEqual([])
      for (const device of [store, owner]) device.close()
    })
  })
})

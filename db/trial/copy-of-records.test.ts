import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DeviceStore } from '../device-store/open.ts'
import type { DistrictStore } from '../district-store/open.ts'
import { openDistrict } from '../district-store/open.ts'
import { madeId } from '../engine/made-id.ts'
import { int } from '../sql/row.ts'
import type { Sql } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { pulled, pushed, trialDevice, trialStreams } from './device.ts'
import { act, trialDistrict, trialSalt, trialSecret } from './district.ts'
import { trialEngines } from './engines.ts'
import { actorAs, callOf } from './people.ts'
import { Goal, toyTypes } from './toy-records.ts'

const dayMs = 86_400_000
const t0 = 1_700_000_000_000
const ana = (device: string) => actorAs('ana', device, 'educator')
const bob = (device: string) => actorAs('bob', device, 'coach')

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

describe.each(engines)("a computer's copy of a district on $name", engine => {
  let sql: Sql
  let district: DistrictStore
  let now: number
  const devices: { readonly store: DeviceStore }[] = []

  beforeEach(async () => {
    sql = await engine.fresh()
    district = await trialDistrict(sql)
    now = t0
  })
  afterEach(async () => {
    for (const { store } of devices.splice(0)) store.close()
    await district.close()
  })

  const joined = (actor: ReturnType<typeof ana>) => {
    const device = trialDevice(actor)
    device.store.join(actor)
    devices.push(device)
    return device
  }
  const did = (device: DeviceStore, name: string, input: object): string => {
    const performed = device.perform(name, input, ++now)
    if (performed.did === 'refused') throw new Error(performed.refusal.code)
    return performed.key
  }
  const goalOf = (device: DeviceStore, title: string) =>
    madeId(did(device, 'goal.add', { title }), 'goal')
  const synced = async (device: DeviceStore, limitRows?: number) => {
    await pushed(device, district, ++now)
    await pulled(device, district, ++now, limitRows)
  }
  const titles = async (device: DeviceStore) =>
    (await device.seen.list(Goal, {})).map(({ rec }) => rec.body.title).toSorted()
  const compacted = async (beforeMs: number): Promise<number> => {
    let forgotten = 0
    for (let isMore = true; isMore;) {
      const step = await district.compact(beforeMs)
      forgotten += step.forgotten
      isMore = step.isMore
    }
    return forgotten
  }
  const logRows = async (): Promise<number> => {
    const [row] = await sql.snapshot(() => query('select count(*) as rows_all from change'))
    return row ? int(row, 'rows_all') : 0
  }
  /** A whole round of reading through. */
  const scrubbed = (device: DeviceStore) => {
    while (device.scrub(now));
  }

  test('the first pull is on its way until its last page, and a refusal of one’s own before it changes nothing', async () => {
    const owner = joined(ana('a')).store
    for (let n = 0; n < 5; n++) goalOf(owner, `goal ${n}`)
    await synced(owner)
    const { store, db } = joined(ana('b'))
    const own = { more: false, drop: [], results: [], ops: [], now }
    expect(store.takePage({ from: '', next: '', ...own }, now)).toMatchObject({ took: 'page' })
    expect(store.arriving()).toBe(0)
    const { person, device } = ana('b')
    const ask = { person, device, streams: trialStreams(ana('b')), limitRows: 3, now }
    store.takePage(await district.page({ ...ask, cursor: '' }), now)
    expect(store.arriving()).toBe(3)
    const again = trialDevice(ana('b'), db).store
    expect(again.arriving()).toBe(3)
    await pulled(again, district, ++now)
    expect(again.arriving()).toBeUndefined()
    // Beginning anew later hides nothing: what is here stays in sight.
    again.takePage({ from: again.standing().cursor, resync: 'cursor', now }, now)
    expect(again.arriving()).toBeUndefined()
    expect(await titles(again)).toHaveLength(5)
  })

  test('what is told and what is here add up to the same, whatever is done', async () => {
    const [one, coach] = [joined(ana('a')).store, joined(bob('b')).store]
    const goals = ['Ask', 'Listen', 'Wait'].map(title => goalOf(one, title))
    for (const goal of goals) did(one, 'goal.share', { goal, isShared: true })
    await synced(one)
    await synced(coach)
    did(one, 'goal.share', { goal: goals[0] ?? '', isShared: false })
    did(one, 'goal.drop', { goal: goals[1] ?? '' })
    did(one, 'goal.title', { goal: goals[2] ?? '', title: 'Wait longer' })
    await synced(one)
    await synced(coach)
    for (const device of [one, coach]) {
      expect(device.standing().anew).toEqual([])
      expect(device.copyChecked()).toEqual({ mendedCount: 0, differingCount: 0, heldCount: 0 })
    }
    const { person, device, roles } = bob('b')
    const page = await district.page({
      ...{ person, device, cursor: '', limitRows: 10, now },
      streams: trialStreams({ person, device, roles }),
    })
    expect(page).toMatchObject({ sums: { coaches: [1, expect.any(Number)], 'user:bob': [0, 0] } })
  })

  test('a row that was lost on the computer is noticed at the end of the next pull and fetched, with nothing else', async () => {
    const { store, db } = joined(ana('a'))
    const goals = [1, 2, 3].map(n => goalOf(store, `goal ${n}`))
    await synced(store)
    const unsent = goalOf(store, 'not sent yet')
    db.prepare('delete from mirror where key = ?').run(`goal/${goals[1]}`)
    const before = store.outbox()
    await pulled(store, district, ++now)
    expect(store.standing().anew).toEqual(['user:ana'])
    await pulled(store, district, ++now, 2)
    expect(await titles(store)).toEqual(['goal 1', 'goal 2', 'goal 3', 'not sent yet'])
    expect(store.outbox()).toEqual(before)
    expect(store.copyChecked()).toMatchObject({ mendedCount: 1, mendedAt: now, differingCount: 0 })
    await synced(store)
    expect((await district.seen().get(Goal, unsent))?.rec.body.title).toBe('not sent yet')
    expect(store.copyChecked().mendedCount).toBe(1)
  })

  test('a row that should have gone, and one of another time, are put right', async () => {
    const { store, db } = joined(ana('a'))
    const goals = [1, 2, 3].map(n => goalOf(store, `goal ${n}`))
    await synced(store)
    const rowOf = (goal = '') =>
      db.prepare('select * from mirror where key = ?').get(`goal/${goal}`)
    const [dropped, edited] = [rowOf(goals[0]), rowOf(goals[1])]
    did(store, 'goal.drop', { goal: goals[0] ?? '' })
    did(store, 'goal.title', { goal: goals[1] ?? '', title: 'newer' })
    await synced(store)
    const put = db.prepare(
      'insert or replace into mirror (stream, key, v, rev, body, clocks, generation, told) values (:stream, :key, :v, :rev, :body, :clocks, :generation, :told)',
    )
    for (const row of [dropped, edited]) put.run(row)
    // `or replace` takes the old row away without a trigger: what is here was counted wrong too.
    scrubbed(store)
    await pulled(store, district, ++now)
    await pulled(store, district, ++now)
    expect(await titles(store)).toEqual(['goal 3', 'newer'])
    expect(store.copyChecked()).toMatchObject({ mendedCount: 1, differingCount: 0 })
  })

  test('bits that rot in a row, which no sum kept along the way can know, are found by reading it through', async () => {
    const { store, db } = joined(ana('a'))
    const goal = goalOf(store, 'Ask more')
    await synced(store)
    db.prepare("update mirror set body = replace(body, 'Ask more', 'Ask m0re')").run()
    await pulled(store, district, ++now)
    expect(store.standing().anew).toEqual([])
    scrubbed(store)
    expect(store.standing().anew).toEqual(['user:ana'])
    await pulled(store, district, ++now)
    expect((await store.seen.get(Goal, goal))?.rec.body.title).toBe('Ask more')
    expect(store.copyChecked()).toMatchObject({ mendedCount: 1, differingCount: 0 })
    // A round a day.
    db.prepare("update mirror set body = replace(body, 'Ask more', 'Ask m0re')").run()
    scrubbed(store)
    expect(store.standing().anew).toEqual([])
    now += dayMs
    scrubbed(store)
    expect(store.standing().anew).toEqual(['user:ana'])
  })

  test('a row that vanished without a trace is found by counting', async () => {
    const { store, db } = joined(ana('a'))
    goalOf(store, 'one')
    goalOf(store, 'two')
    await synced(store)
    db.exec('drop trigger mirror_went')
    db.prepare("delete from mirror where body like '%one%'").run()
    await pulled(store, district, ++now)
    expect(store.standing().anew).toEqual([])
    scrubbed(store)
    await pulled(store, district, ++now)
    expect(await titles(store)).toEqual(['one', 'two'])
  })

  test('a district that counts wrong takes nothing from a computer, and is not asked again and again', async () => {
    const { store } = joined(ana('a'))
    goalOf(store, 'kept')
    await synced(store)
    await sql.write(
      () => query("update stream set records = 0, sum = 0 where name = 'user:ana'"),
      () => true,
    )
    await pulled(store, district, ++now)
    await pulled(store, district, ++now)
    expect(await titles(store)).toEqual(['kept'])
    expect(store.copyChecked()).toMatchObject({ mendedCount: 0, differingCount: 1 })
    await pulled(store, district, ++now)
    expect(store.standing().anew).toEqual([])
    now += dayMs
    await pulled(store, district, ++now)
    expect(store.standing().anew).toEqual(['user:ana'])
  })

  test('a district that shows nothing any more does not empty a computer unasked', async () => {
    const { store } = joined(ana('a'))
    for (let n = 0; n < 30; n++) goalOf(store, `goal ${n}`)
    await synced(store)
    for (const statement of [
      "delete from change where stream = 'user:ana'",
      "update stream set records = 0, sum = 0 where name = 'user:ana'",
    ])
      await sql.write(
        () => query(statement),
        () => true,
      )
    await pulled(store, district, ++now)
    await pulled(store, district, ++now)
    expect(await titles(store)).toHaveLength(30)
    expect(store.copyChecked()).toMatchObject({ heldCount: 30, differingCount: 0 })
    // A question is on its way nearly always, and knows nothing of what the person says meanwhile.
    const { cursor } = store.standing()
    const { person, device } = ana('a')
    const streams = trialStreams(ana('a'))
    const onItsWay = await district.page({ person, device, streams, cursor, limitRows: 9, now })
    store.confirmResync()
    store.takePage(onItsWay, now, [])
    await pulled(store, district, ++now)
    expect(await titles(store)).toEqual([])
  })

  test('who once agreed that much goes is asked again the next time', async () => {
    const { store } = joined(ana('a'))
    const vanish = async () => {
      for (const statement of [
        "delete from change where stream = 'user:ana'",
        "update stream set records = 0, sum = 0 where name = 'user:ana'",
      ])
        await sql.write(
          () => query(statement),
          () => true,
        )
    }
    for (let n = 0; n < 30; n++) goalOf(store, `goal ${n}`)
    await synced(store)
    await vanish()
    store.takePage({ from: store.standing().cursor, resync: 'cursor', now }, now)
    await pulled(store, district, ++now)
    store.confirmResync()
    await pulled(store, district, ++now)
    expect(await titles(store)).toEqual([])
    for (let n = 0; n < 30; n++) goalOf(store, `again ${n}`)
    await synced(store)
    await vanish()
    await pulled(store, district, ++now)
    await pulled(store, district, ++now)
    expect(await titles(store)).toEqual(expect.arrayContaining(['again 0', 'again 29']))
  })

  test('a pull anew that stops in the middle goes on, also after a restart, and shows all of it meanwhile', async () => {
    const { store, db } = joined(ana('a'))
    for (let n = 0; n < 9; n++) goalOf(store, `goal ${n}`)
    await synced(store)
    db.prepare("delete from mirror where body like '%goal 4%'").run()
    await pulled(store, district, ++now)
    const { cursor, anew = [] } = store.standing()
    const { person, device } = ana('a')
    const ask = { person, device, streams: trialStreams(ana('a')), limitRows: 3, knowsAnew: true }
    store.takePage(await district.page({ ...ask, cursor, anew, now }), now)
    expect(store.standing()).toMatchObject({ midPull: true, anew: [] })
    expect(await titles(store)).toHaveLength(8)
    const again = trialDevice(ana('a'), db).store
    await pulled(again, district, ++now, 3)
    expect(await titles(again)).toHaveLength(9)
    expect(again.copyChecked()).toMatchObject({ mendedCount: 1, differingCount: 0 })
  })

  test('a computer of before sums were counted fetches its copy once more, and nothing is said of it', async () => {
    const { store, db } = joined(ana('a'))
    goalOf(store, 'kept')
    await synced(store)
    db.exec('update mirror set told = null')
    await pulled(store, district, ++now)
    await pulled(store, district, ++now)
    expect(store.copyChecked()).toEqual({ mendedCount: 0, differingCount: 0, heldCount: 0 })
    await pulled(store, district, ++now)
    expect(store.standing().anew).toEqual([])
  })

  test('the log is as long as what there is, not as what was done', async () => {
    const { store } = joined(ana('a'))
    const goal = goalOf(store, 'one')
    await synced(store)
    const before = await logRows()
    for (let n = 0; n < 20; n++)
      await act(district, 'goal.title', callOf(ana('x'), { goal, title: `title ${n}` }))
    // A place for each result, and the one of the goal.
    expect(await logRows()).toBe(before + 20)
    expect(await compacted(now + 200 * dayMs)).toBe(21)
    expect(await logRows()).toBe(1)
  })

  test('a computer that was away for 200 days is right again, and sends what it had not sent', async () => {
    const owner = joined(ana('a')).store
    const away = joined(bob('b'))
    const goals = Array.from({ length: 30 }, (_, n) => goalOf(owner, `goal ${n}`))
    for (const goal of goals) did(owner, 'goal.share', { goal, isShared: true })
    await synced(owner)
    await synced(away.store)
    const own = goalOf(away.store, 'typed before the summer')
    for (const goal of goals.slice(5)) did(owner, 'goal.drop', { goal })
    await synced(owner)
    now += 200 * dayMs
    expect(await compacted(now - 180 * dayMs)).toBeGreaterThanOrEqual(25)
    const later = goalOf(owner, 'of this year')
    did(owner, 'goal.share', { goal: later, isShared: true })
    await synced(owner)
    await pulled(away.store, district, ++now, 4)
    expect(await titles(away.store)).toEqual(
      [
        'of this year',
        'typed before the summer',
        ...[0, 1, 2, 3, 4].map(n => `goal ${n}`),
      ].toSorted(),
    )
    await synced(away.store)
    expect((await district.seen().get(Goal, own))?.rec.body.title).toBe('typed before the summer')
    expect(away.store.outbox()).toEqual([])
    expect(away.store.copyChecked()).toEqual({ mendedCount: 0, differingCount: 0, heldCount: 0 })
  })

  test('who loses a role while a stream of it is to come anew keeps nothing of it', async () => {
    const owner = joined(ana('a')).store
    for (let n = 0; n < 30; n++) {
      const goal = goalOf(owner, `goal ${n}`)
      did(owner, 'goal.share', { goal, isShared: true })
    }
    await synced(owner)
    const { store, db } = joined(bob('b'))
    await synced(store)
    db.prepare("delete from mirror where body like '%goal 4%'").run()
    await pulled(store, district, ++now)
    const elsewhere = joined(bob('c')).store
    for (let n = 0; n < 3; n++) goalOf(elsewhere, `own ${n}`)
    await synced(elsewhere)
    const { person, device } = bob('b')
    const pageOf = async (streams: readonly string[], anew: readonly string[] = []) => {
      const { cursor } = store.standing()
      const ask = { person, device, streams, anew, cursor, limitRows: 1, knowsAnew: true, now }
      return store.takePage(await district.page(ask), now)
    }
    const { anew = [] } = store.standing()
    expect(anew).toEqual(['coaches'])
    expect(await pageOf(['user:bob', 'coaches'], anew)).toMatchObject({ more: true })
    while (store.standing().midPull) await pageOf(['user:bob'])
    expect(await titles(store)).toEqual(['own 0', 'own 1', 'own 2'])
    expect(store.copyChecked()).toMatchObject({ heldCount: 0, differingCount: 0 })
  })

  test('a program of before, which does not know of streams that begin anew, begins anew with all', async () => {
    const owner = joined(ana('a')).store
    const goal = goalOf(owner, 'one')
    const other = goalOf(owner, 'two')
    await synced(owner)
    const { cursor } = owner.standing()
    did(owner, 'goal.drop', { goal })
    did(owner, 'goal.title', { goal: other, title: 'two, later' })
    await synced(owner)
    await compacted(now + dayMs)
    const { person, device } = ana('a')
    const ask = { person, device, streams: ['user:ana'], cursor, limitRows: 10, now }
    expect(await district.page(ask)).toMatchObject({ resync: 'cursor' })
    expect(await district.page({ ...ask, knowsAnew: true })).toMatchObject({
      anew: ['device:a', 'user:ana'],
    })
  })

  test('what a command came to is told again where it was forgotten, however the computer missed it', async () => {
    for (const missed of ['the answer', 'the page'] as const) {
      const { store } = joined(ana(missed.replace(' ', '-')))
      await pulled(store, district, ++now)
      goalOf(store, missed)
      const push = store.nextPush({ rowsMax: 10, bytesMax: 100_000 }, now)
      if (push === undefined) throw new Error('nothing to push')
      for (const { key, name, input, stamp } of push.mutations) {
        const actor = ana(push.device)
        const call = { key, input, actor, doneAt: now, now, stamp }
        expect(await act(district, name, call)).toMatchObject({ status: 'applied' })
      }
      if (missed === 'the page') await pushed(store, district, ++now)
      now += 400 * dayMs
      await compacted(now - 180 * dayMs)
      await pulled(store, district, ++now)
      await synced(store)
      expect(store.outbox()).toEqual([])
      expect(await titles(store)).toContain(missed)
    }
  })

  test('another build that shows more, less, or elsewhere tells it, a few records at a time', async () => {
    const owner = joined(ana('a')).store
    const coach = joined(bob('b')).store
    for (let n = 0; n < 130; n++) goalOf(owner, `goal ${n}`)
    await synced(owner)
    await synced(coach)
    expect(await titles(coach)).toEqual([])
    // As an earlier program left it: nothing was ever counted.
    for (const statement of [
      'update member set sum = null',
      'update stream set records = 0, sum = 0',
    ])
      await sql.write(
        () => query(statement),
        () => true,
      )
    const shared = toyTypes.map(type =>
      type.kind === 'goal'
        ? {
            ...Goal,
            seats: (...of: Parameters<typeof Goal.seats>) => [
              ...Goal.seats(...of),
              { stream: 'coaches', view: 'shared' },
            ],
          }
        : type,
    )
    const newer = await openDistrict(sql, {
      types: shared,
      build: 'newer',
      cursorSecret: trialSecret,
      salt: () => trialSalt,
    })
    const pageOf = () =>
      newer.page({
        person: 'bob',
        device: 'b',
        streams: ['coaches'],
        cursor: '',
        limitRows: 500,
        now,
      })
    expect(await pageOf()).not.toHaveProperty('sums')
    let turns = 1
    while (await newer.recount(++now)) turns++
    expect(turns).toBe(2)
    expect(await pageOf()).toMatchObject({ sums: { coaches: [130, expect.any(Number)] } })
    await pulled(coach, newer, ++now)
    expect(await titles(coach)).toHaveLength(130)
    expect(coach.standing().anew).toEqual([])
    await pulled(owner, newer, ++now)
    expect(owner.standing().anew).toEqual([])
    expect(owner.copyChecked().mendedCount).toBe(0)
    expect(await newer.recount(++now)).toBe(false)
  })
})

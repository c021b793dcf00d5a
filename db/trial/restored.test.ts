import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DeviceStore } from '../device-store/open.ts'
import type { DistrictStore } from '../district-store/open.ts'
import { receive } from '../district-store/receive.ts'
import { stillComesMs } from '../district-store/still-to-come.ts'
import { madeId } from '../engine/made-id.ts'
import { int } from '../sql/row.ts'
import type { Sql } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { Push, PushReply } from '../wire.ts'
import { pulled, pushed, trialDevice, trialLimits } from './device.ts'
import { trialCommands, trialDistrict, trialSecret } from './district.ts'
import { trialEngines } from './engines.ts'
import { actorAs } from './people.ts'
import { Claim, Goal } from './toy-records.ts'

// A district that came back from an older backup, and a computer that sends before it has heard of it.

const t0 = 1_700_000_000_000
const ana = actorAs('ana', 'a', 'educator')

const fails = (error: unknown) => {
  throw error
}

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

describe.each(engines)('on $name', engine => {
  let now: number
  let first: { readonly sql: Sql; readonly store: DistrictStore }
  const opened: { close(): unknown }[] = []

  const fresh = async (onPutBack?: () => void) => {
    const sql = await engine.fresh()
    const store = await trialDistrict(sql, onPutBack === undefined ? {} : { onPutBack })
    opened.push(store)
    return { sql, store }
  }
  beforeEach(async () => {
    now = t0
    first = await fresh()
  })
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close()
  })

  const computer = (of = ana) => {
    const { store } = trialDevice(of)
    store.join(of)
    opened.push(store)
    return store
  }
  const did = (device: DeviceStore, name: string, input: object): string => {
    const performed = device.perform(name, input, ++now)
    if (performed.did === 'refused') throw new Error(performed.refusal.code)
    return performed.key
  }
  const goalOf = (device: DeviceStore, title: string) =>
    madeId(did(device, 'goal.add', { title }), 'goal')
  const told = (store: DistrictStore, push: Push) =>
    receive(store, push, {
      ...{ commands: trialCommands, actor: { ...ana, device: push.device }, now: ++now },
      onDefect: fails,
    })
  const next = (device: DeviceStore): Push => {
    const push = device.nextPush(trialLimits, ++now)
    if (push === undefined || !device.leave(push)) throw new Error('nothing to send')
    return push
  }
  /** Sends what there is, and tells what was said at once. */
  const sent = async (device: DeviceStore, store: DistrictStore): Promise<PushReply> => {
    const reply = await told(store, next(device))
    device.notePushReply(reply, now)
    return reply
  }
  const synced = async (device: DeviceStore, store: DistrictStore) => {
    await pushed(device, store, ++now)
    await pulled(device, store, ++now)
  }
  /** What a district has after a restore from a backup in which nothing but these pushes had come. */
  const restoredTo = async (pushes: readonly Push[], isTold = true) => {
    let noticed = 0
    const district = await fresh(() => noticed++)
    for (const push of pushes) await told(district.store, push)
    if (isTold) await district.store.raiseEpoch(++now)
    return {
      ...district,
      /** How often it noticed that it was put back. */
      get noticed() {
        return noticed
      },
    }
  }
  const decidedIn = async (sql: Sql) => {
    const [row] = await sql.snapshot(() => query('select count(*) as results from result'))
    return row ? int(row, 'results') : 0
  }
  const goalIn = async ({ store }: { readonly store: DistrictStore }, goal: string) =>
    (await store.seen().get(Goal, goal))?.rec.body

  test('what is done last stays last, although the computer sends it before it has heard of the restore', async () => {
    const device = computer()
    const goal = goalOf(device, 'First')
    const backup = next(device)
    device.notePushReply(await told(first.store, backup), now)
    await synced(device, first.store)
    did(device, 'goal.share', { goal, isShared: true })
    await synced(device, first.store)
    did(device, 'goal.share', { goal, isShared: false })
    const restored = await restoredTo([backup])
    expect(await sent(device, restored.store)).toMatchObject({ results: [], resync: 'epoch' })
    expect(await decidedIn(restored.sql)).toBe(1)
    await synced(device, restored.store)
    await synced(device, restored.store)
    expect(device.outbox()).toEqual([])
    expect(await goalIn(restored, goal)).toMatchObject({ title: 'First', isShared: false })
  })

  test('an edit does not come before what it edits, and all that was acknowledged goes in its order', async () => {
    const device = computer()
    const goal = goalOf(device, 'First')
    await synced(device, first.store)
    for (let n = 1; n <= 3; n++) {
      did(device, 'goal.write', { goal, base: n === 1 ? '' : `line ${n - 1}`, text: `line ${n}` })
      await synced(device, first.store)
    }
    did(device, 'goal.title', { goal, title: 'Last' })
    const restored = await restoredTo([])
    await sent(device, restored.store)
    // Before any page has come: those of before lie in the outbox already, and go first.
    expect(next(device).mutations.map(({ name }) => name)).toEqual([
      'goal.add',
      ...['goal.write', 'goal.write', 'goal.write'],
      'goal.title',
    ])
    await synced(device, restored.store)
    await synced(device, restored.store)
    expect(device.outbox()).toEqual([])
    expect(await goalIn(restored, goal)).toMatchObject({ title: 'Last', lines: 'line 3' })
  })

  test('a district that was put back without a word is noticed by what the computer had been told', async () => {
    const device = computer()
    const goal = goalOf(device, 'First')
    const backup = next(device)
    device.notePushReply(await told(first.store, backup), now)
    await synced(device, first.store)
    did(device, 'goal.share', { goal, isShared: true })
    await synced(device, first.store)
    did(device, 'goal.share', { goal, isShared: false })
    const restored = await restoredTo([backup], false)
    const busy = { status: 'wait', on: 'busy' }
    expect((await sent(device, restored.store)).results).toEqual([[expect.any(String), busy]])
    expect(await decidedIn(restored.sql)).toBe(1)
    // The cursor that it kept is the proof.
    expect([await restored.store.cameBack(now), restored.noticed]).toEqual([undefined, 0])
    await pulled(device, restored.store, ++now)
    expect(await restored.store.cameBack(now)).toMatchObject({ at: now })
    expect(await restored.store.putBack()).toEqual({ at: now, isSettled: false })
    await synced(device, restored.store)
    await synced(device, restored.store)
    expect(device.outbox()).toEqual([])
    expect(await goalIn(restored, goal)).toMatchObject({ isShared: false })
    expect(restored.noticed).toBe(1)
  })

  test('however many computers show at one moment that it was put back, it begins one life', async () => {
    const [one, two] = [computer(), computer(actorAs('bo', 'b', 'educator'))]
    for (const device of [one, two]) {
      goalOf(device, 'First')
      await synced(device, first.store)
    }
    const restored = await restoredTo([], false)
    const cursors = [one, two].map(device => device.standing())
    const asked = cursors.map(({ actor: { person, device }, cursor }) =>
      restored.store.page({ person, device, cursor, streams: [], limitRows: 9, now: ++now }),
    )
    const said = await Promise.all([...asked, ...asked])
    const epoch = restored.store.epoch()
    expect(said.map(reply => 'resync' in reply && [reply.resync, reply.epoch])).toEqual(
      said.map(() => ['epoch', epoch]),
    )
    // The same cursor is of another life now, and proves nothing any more.
    await pulled(one, restored.store, ++now)
    expect([restored.store.epoch(), restored.noticed]).toEqual([epoch, 1])
  })

  test('a cursor by a key that was changed since proves nothing: its thief could have written it', async () => {
    const device = computer()
    goalOf(device, 'First')
    await synced(device, first.store)
    const restored = await restoredTo([], false)
    const rotated = await trialDistrict(restored.sql, {
      cursorSecret: new Uint8Array(32).fill(8),
      cursorSecretsBefore: [trialSecret],
    })
    const { actor, cursor } = device.standing()
    const ask = { person: actor.person, device: actor.device, streams: [], cursor, limitRows: 9 }
    expect(await rotated.page({ ...ask, now })).toMatchObject({ resync: 'epoch' })
    expect([await rotated.cameBack(now), rotated.epoch()]).toEqual([undefined, 1])
  })

  test('a program that does not say what it knows waits until it has pulled, and nothing of that is remembered', async () => {
    const device = computer()
    goalOf(device, 'First')
    const { life: _unsaid, ...old } = next(device)
    expect(await told(first.store, old)).toMatchObject({
      results: [[expect.any(String), { status: 'applied' }]],
    })
    const restored = await restoredTo([])
    const busy = { status: 'wait', on: 'busy' }
    expect((await told(restored.store, old)).results).toEqual([[old.mutations[0]?.key, busy]])
    expect(await decidedIn(restored.sql)).toBe(0)
    await pulled(device, restored.store, ++now)
    expect((await told(restored.store, old)).results).toMatchObject([
      [expect.any(String), { status: 'applied' }],
    ])
    // Restored once more, it has heard of nothing again.
    await restored.store.raiseEpoch(++now)
    expect((await told(restored.store, old)).results).toEqual([[old.mutations[0]?.key, busy]])
  })

  test('whatever life is claimed, only the one there is lets anything be decided, and nobody else is kept waiting', async () => {
    const device = computer()
    goalOf(device, 'First')
    const push = next(device)
    await first.store.raiseEpoch(++now)
    const epoch = first.store.epoch()
    for (const of of [0, 1, epoch - 1, epoch + 1, Number.MAX_SAFE_INTEGER])
      expect(await told(first.store, { ...push, life: { epoch: of, told: 0 } })).toEqual({
        results: [],
        resync: 'epoch',
        epoch,
        now,
      })
    // Nor does anybody begin another life by saying that they were told more than there is.
    for (const at of [1, Number.MAX_SAFE_INTEGER])
      expect(await told(first.store, { ...push, life: { epoch, told: at } })).toEqual({
        results: push.mutations.map(({ key }) => [key, { status: 'wait', on: 'busy' }]),
        epoch,
        now,
      })
    expect([await decidedIn(first.sql), first.store.epoch()]).toEqual([0, epoch])
    expect(await told(first.store, { ...push, life: { epoch, told: 0 } })).toMatchObject({
      results: [[expect.any(String), { status: 'applied' }]],
    })
  })

  test('a restore while there was no cursor that it could find wrong shows in the pages, and what was acknowledged goes again', async () => {
    const device = computer()
    const goal = goalOf(device, 'First')
    await synced(device, first.store)
    // The key of the cursors was changed; before the first page of the new pull has come the district is restored.
    device.takePage({ from: device.standing().cursor, resync: 'cursor', now: ++now }, now)
    const restored = await restoredTo([])
    await pulled(device, restored.store, ++now)
    expect(device.outbox()).toMatchObject([{ name: 'goal.add', state: 'sent' }])
    await synced(device, restored.store)
    expect(device.outbox()).toEqual([])
    expect(await goalIn(restored, goal)).toMatchObject({ title: 'First' })
  })

  test('an answer of the life before that comes late is no hint any more', async () => {
    const device = computer()
    await synced(device, first.store)
    const goal = goalOf(device, 'First')
    const late = await told(first.store, next(device))
    const restored = await restoredTo([])
    await pulled(device, restored.store, ++now)
    device.notePushReply(late, ++now)
    expect(device.outbox()).toMatchObject([{ state: 'sent' }])
    did(device, 'goal.title', { goal, title: 'Then' })
    await synced(device, restored.store)
    expect(await goalIn(restored, goal)).toMatchObject({ title: 'Then' })
  })

  test('with a district that does not say which life it has, all goes as before', async () => {
    const device = computer()
    const goal = goalOf(device, 'First')
    const push = next(device)
    const { epoch: _none, ...reply } = await told(first.store, push)
    device.notePushReply(reply, now)
    expect(device.outbox()).toMatchObject([{ state: 'applied' }])
    const { person, device: name } = ana
    const ask = { person, device: name, streams: ['user:ana'], cursor: '', limitRows: 9, now }
    const page = await first.store.page(ask)
    if ('resync' in page) throw new Error('no page')
    const { life: _unsaid, ...older } = page
    device.takePage(older, now)
    expect(device.outbox()).toEqual([])
    expect(device.standing().life).toBeUndefined()
    did(device, 'goal.title', { goal, title: 'On' })
    expect(next(device)).not.toHaveProperty('life')
  })

  describe('two computers of one person, of which one rests on what the other did', () => {
    const other = actorAs('ana', 'b', 'educator')
    /** `ana/b` writes into a goal of `ana/a`, and the district acknowledged both; then all is lost but the computers. */
    const bothLost = async (isTold = true) => {
      const [one, two] = [computer(), computer(other)]
      const goal = goalOf(one, 'First')
      await synced(one, first.store)
      await pulled(two, first.store, ++now)
      did(two, 'goal.title', { goal, title: 'Second' })
      did(two, 'goal.write', { goal, base: '', text: 'line' })
      await synced(two, first.store)
      const restored = await restoredTo([], isTold)
      await pulled(two, restored.store, ++now)
      return { one, two, goal, restored }
    }
    const waits = (reply: PushReply) =>
      reply.results.map(([, result]) => (result.status === 'wait' ? result.on : result.status))

    test('the one that comes first waits for the other, and nothing of it is remembered; then both have what they did', async () => {
      const { one, two, goal, restored } = await bothLost()
      expect(waits(await sent(two, restored.store))).toEqual(['after', 'after'])
      expect(await decidedIn(restored.sql)).toBe(0)
      await pulled(one, restored.store, ++now)
      await synced(one, restored.store)
      await synced(two, restored.store)
      expect(two.outbox()).toEqual([])
      expect(await goalIn(restored, goal)).toMatchObject({ title: 'Second', lines: 'line' })
    })

    test('so it is where nobody told the district that it was put back', async () => {
      const { one, two, goal, restored } = await bothLost(false)
      expect(waits(await sent(two, restored.store))).toEqual(['after', 'after'])
      await synced(one, restored.store)
      await synced(one, restored.store)
      await synced(two, restored.store)
      expect(two.outbox()).toEqual([])
      expect(await goalIn(restored, goal)).toMatchObject({ title: 'Second', lines: 'line' })
    })

    test('what never comes is refused once a week has gone, and the person is told', async () => {
      const { two, restored } = await bothLost()
      expect(waits(await sent(two, restored.store))).toEqual(['after', 'after'])
      for (const end = now + stillComesMs; now < end; now += 3_600_000)
        await restored.store.cameBack(now)
      expect(waits(await sent(two, restored.store))).toEqual(['refused', 'refused'])
    })

    test('also what is done after the restore on something that is not here yet waits; what is wrong by itself does not', async () => {
      const { two, goal, restored } = await bothLost()
      await sent(two, restored.store)
      now += 1_000
      did(two, 'goal.title', { goal, title: 'Third' })
      expect(waits(await sent(two, restored.store))).toContain('after')
      const [device, at] = [other.device, `${String(++now)}-0000-b`]
      const wrong = { name: 'goal.add', input: { title: 7 }, stamp: at, doneAt: now, after: [] }
      const { life } = next(two)
      const push = { device, mutations: [{ ...wrong, key: 'b:999' }], ...(life ? { life } : {}) }
      expect(waits(await told(restored.store, push))).toEqual(['refused'])
    })

    test('a restart of the district forgets no restore', async () => {
      const { two, restored } = await bothLost()
      await pulled(two, restored.store, ++now)
      const again = await trialDistrict(restored.sql)
      expect(again.upToDateSince(other.device)).toBe(now)
      expect(await again.cameBack(now)).toEqual(await restored.store.cameBack(now))
      expect(waits(await sent(two, again))).toEqual(['after', 'after'])
    })
  })

  test('it is known when the copy was last written to, also after a start that was broken off; a later restore knows of its own', async () => {
    const device = computer()
    goalOf(device, 'First')
    const push = next(device)
    const restored = await restoredTo([push], false)
    const copyAt = now
    const cameBackAt = async (at: number) => {
      await restored.store.raiseEpoch(at)
      return restored.store.cameBack(at)
    }
    expect(await cameBackAt(copyAt + 1_000)).toMatchObject({ at: copyAt + 1_000, copyAt })
    await pulled(device, restored.store, ++now)
    goalOf(device, 'Second')
    now = copyAt + 2_000
    await pushed(device, restored.store, now)
    expect(await cameBackAt(copyAt + 3_000)).toMatchObject({ at: copyAt + 3_000, copyAt })
    const hourMs = 3_600_000
    let later = copyAt + 3_000
    while ((await restored.store.cameBack(later)) !== undefined) later += hourMs
    expect(later - copyAt).toBeGreaterThanOrEqual(stillComesMs)
    expect(await cameBackAt(later)).toMatchObject({ at: later, copyAt: copyAt + 2_000 })
  })

  test('work that was done after the restore by a computer that had not read since waits for what the copy lacks', async () => {
    const reader = actorAs('cy', 'c', 'coach')
    const [device, coach] = [computer(), computer(reader)]
    const claim = madeId(did(device, 'claim.start', { serial: 'x', files: [] }), 'claim')
    const backup = next(device)
    device.notePushReply(await told(first.store, backup), now)
    await synced(device, first.store)
    did(device, 'claim.submit', { claim })
    await synced(device, first.store)
    await pulled(coach, first.store, ++now)
    const restored = await restoredTo([backup])
    const readers = async () =>
      (await restored.store.seen().get(Claim, claim))?.rec.body.readers ?? {}
    // In the copy the claim is a draft still.
    did(coach, 'claim.read', { claim, says: 'yes' })
    await synced(coach, restored.store)
    for (let times = 0; times < 3; times++) {
      await synced(coach, restored.store)
      expect(coach.outbox()).toMatchObject([{ name: 'claim.read', state: 'waiting' }])
    }
    await synced(device, restored.store)
    await synced(device, restored.store)
    await synced(coach, restored.store)
    expect([coach.outbox(), await readers()]).toEqual([[], { cy: 'yes' }])
    // What it does now that it has read all is answered at once.
    const again = { name: 'claim.read', input: { claim, says: 'yes' } }
    const mutations = [{ ...again, key: 'c:998', stamp: `${++now}-0000-c`, doneAt: now, after: [] }]
    const { life = { epoch: 0, told: 0 } } = coach.standing()
    const reply = await receive(
      restored.store,
      { device: 'c', life, mutations },
      { commands: trialCommands, actor: reader, now: ++now, onDefect: fails },
    )
    expect(reply.results).toMatchObject([['c:998', { status: 'refused' }]])
  })

  test('let in again under a new name, it is not taken for one that knows more than there is', async () => {
    const device = computer()
    for (let n = 0; n < 3; n++) goalOf(device, `goal ${n}`)
    await synced(device, first.store)
    device.rejoin({ actor: actorAs('ana', 'b', 'educator'), isNewLife: false })
    expect(device.standing().life).toMatchObject({ told: 0 })
    goalOf(device, 'On')
    expect(next(device).life).toEqual({ epoch: first.store.epoch(), told: 0 })
  })
})

import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../../core/kit/command.ts'
import type { DistrictStore } from '../district-store/open.ts'
import { districtMigrations } from '../district-store/migrations.ts'
import { madeId } from '../engine/made-id.ts'
import { migrate } from '../open/migrate.ts'
import { sqliteSql } from '../sql/sqlite.ts'
import { pulled, pushed, trialDevice, trialLimits, trialStreams } from '../trial/device.ts'
import { act, trialDistrict } from '../trial/district.ts'
import { actorAs, callOf } from '../trial/people.ts'
import { Badge, Claim, File, Goal } from '../trial/toy-records.ts'
import type { DeviceStore } from './open.ts'

const t0 = 1_700_000_000_000
const ana = (device: string): Actor => actorAs('ana', device, 'educator')
let district: DistrictStore
let now = t0

beforeEach(async () => {
  const db = new Database(':memory:')
  migrate(db, districtMigrations)
  district = await trialDistrict(sqliteSql(db))
  now = t0
})
afterEach(() => district.close())

function joined(actor: Actor): DeviceStore {
  const { store } = trialDevice(actor)
  store.join(actor)
  return store
}

async function synced(...devices: DeviceStore[]): Promise<void> {
  for (const device of devices) {
    await pushed(device, district, ++now)
    await pulled(device, district, ++now)
  }
}

const did = (device: DeviceStore, name: string, input: object): string => {
  const performed = device.perform(name, input, ++now)
  if (performed.did === 'refused') throw new Error(performed.refusal.code)
  return performed.key
}
const goalOf = (device: DeviceStore, title = 'Ask more'): string =>
  madeId(did(device, 'goal.add', { title }), 'goal')
async function goalSeen(device: DeviceStore, id: string) {
  const seen = await device.seen.get(Goal, id)
  if (!seen) throw new Error(`goal ${id} is not seen`)
  return seen
}

test('what is done is seen at once, as not yet decided, and becomes the record', async () => {
  const device = joined(ana('a'))
  const goal = goalOf(device)
  expect(await goalSeen(device, goal)).toMatchObject({
    sight: 'shown',
    rec: { body: { title: 'Ask more' } },
  })
  await pushed(device, district, ++now)
  expect(device.outbox()).toMatchObject([{ state: 'applied' }])
  expect((await goalSeen(device, goal)).sight).toBe('shown')
  await pulled(device, district, ++now)
  expect(device.outbox()).toEqual([])
  expect((await goalSeen(device, goal)).sight).toBe('record')
})

test('two devices that edit different fields of one goal keep both', async () => {
  const [one, two] = [joined(ana('a')), joined(ana('b'))]
  const goal = goalOf(one)
  await synced(one, two)
  did(one, 'goal.title', { goal, title: 'From one' })
  did(two, 'goal.mark', { goal, part: 'week 1', mark: 3 })
  await synced(one, two, one)
  for (const device of [one, two])
    expect((await goalSeen(device, goal)).rec.body).toMatchObject({
      title: 'From one',
      marks: { 'week 1': 3 },
    })
})

test('two edits of one text are both kept', async () => {
  const [one, two] = [joined(ana('a')), joined(ana('b'))]
  const goal = goalOf(one)
  did(one, 'goal.write', { goal, base: '', text: 'first\nlast' })
  await synced(one, two)
  did(one, 'goal.write', { goal, base: 'first\nlast', text: 'LAPTOP\nfirst\nlast' })
  did(two, 'goal.write', { goal, base: 'first\nlast', text: 'first\nlast\nTABLET' })
  await synced(one, two, one)
  for (const device of [one, two])
    expect((await goalSeen(device, goal)).rec.body.lines).toBe('LAPTOP\nfirst\nlast\nTABLET')
})

test('typing folds into one unsent command, and never into one that was sent', async () => {
  const device = joined(ana('a'))
  const goal = goalOf(device)
  let base = ''
  for (const letter of 'a sentence') {
    did(device, 'goal.write', { goal, base, text: base + letter })
    base += letter
  }
  expect(device.outbox()).toHaveLength(2)
  device.nextPush(trialLimits, now)
  did(device, 'goal.write', { goal, base, text: `${base}!` })
  expect(device.outbox()).toHaveLength(3)
  await synced(device)
  expect((await goalSeen(device, goal)).rec.body.lines).toBe('a sentence!')
})

test('an edit does not fold over a command in between that minds', async () => {
  const device = joined(ana('a'))
  const goal = goalOf(device)
  did(device, 'goal.write', { goal, base: '', text: 'a' })
  did(device, 'goal.share', { goal, isShared: true })
  did(device, 'goal.write', { goal, base: 'a', text: 'ab' })
  expect(device.outbox()).toHaveLength(4)
})

test('what was withdrawn elsewhere makes a submit doubtful, then visibly refused, until it is dismissed', async () => {
  const [one, two] = [joined(ana('a')), joined(ana('b'))]
  const claim = madeId(did(one, 'claim.start', { serial: '1', files: [] }), 'claim')
  await synced(one, two)
  const key = did(one, 'claim.submit', { claim })
  did(two, 'claim.withdraw', { claim })
  await synced(two)
  await pulled(one, district, ++now)
  expect(await one.seen.get(Claim, claim)).toMatchObject({
    sight: 'doubtful',
    rec: { body: { state: 'withdrawn' } },
  })
  await synced(one)
  expect(one.outbox()).toMatchObject([{ key, state: 'refused', refusal: { code: 'claim_state' } }])
  expect((await one.seen.get(Claim, claim))?.sight).toBe('record')
  one.dismiss(key)
  expect(one.outbox()).toEqual([])
})

test('two officers who approve offline show one badge', async () => {
  const claim = await earnedClaim()
  const [one, two] = ['a', 'b'].map(name => joined(actorAs(`officer ${name}`, name, 'officer')))
  if (!one || !two) throw new Error('no devices')
  await synced(one, two)
  did(one, 'badge.approve', { claim })
  did(two, 'badge.approve', { claim })
  await synced(one)
  await pulled(two, district, ++now)
  expect(two.outbox()).toMatchObject([{ sight: 'doubtful' }])
  expect(await two.seen.list(Badge, { where: { claim } })).toHaveLength(1)
  await synced(two)
  expect(two.outbox()).toMatchObject([{ state: 'refused', refusal: { code: 'badge_exists' } }])
  expect(await two.seen.list(Badge, { where: { claim } })).toHaveLength(1)
})

async function earnedClaim(): Promise<string> {
  const start = callOf(ana('x'), { serial: 'e', files: [] })
  await act(district, 'claim.start', start)
  const claim = madeId(start.key, 'claim')
  await act(district, 'claim.submit', callOf(ana('x'), { claim }))
  for (const coach of ['bob', 'cyd'])
    await act(
      district,
      'claim.read',
      callOf(actorAs(coach, coach, 'coach'), { claim, says: 'yes' }),
    )
  return claim
}

test('a command that the district alone decides is queued and not shown', async () => {
  const device = joined(actorAs('bob', 'b', 'coach'))
  const start = callOf(ana('x'), { serial: 'd', files: [] })
  await act(district, 'claim.start', start)
  const claim = madeId(start.key, 'claim')
  await act(district, 'claim.submit', callOf(ana('x'), { claim }))
  await synced(device)
  expect(device.perform('claim.read', { claim, says: 'yes' }, ++now)).toMatchObject({
    did: 'queued',
    wrote: [],
  })
  const seen = await device.seen.get(Claim, claim)
  expect(seen).toMatchObject({ sight: 'unshown', rec: { body: { readers: {} } } })
  expect(seen?.rec.body).not.toHaveProperty('owner')
  await synced(device)
  expect((await device.seen.get(Claim, claim))?.rec.body.readers).toEqual({ bob: 'yes' })
})

test('a record that is not here is left to the district once joined, and refused before', async () => {
  const lone = trialDevice(ana('l')).store
  expect(lone.perform('goal.title', { goal: 'g', title: 't' }, ++now)).toMatchObject({
    did: 'refused',
    refusal: { code: 'not_here', facts: { what: 'goal' } },
  })
  const device = joined(ana('a'))
  expect(device.perform('goal.title', { goal: 'g', title: 't' }, ++now)).toMatchObject({
    did: 'queued',
  })
  await synced(device)
  expect(device.outbox()).toMatchObject([{ state: 'refused', refusal: { code: 'not_here' } }])
})

test('a submit that waits for bytes is not overtaken by what hangs on it, and holds up nothing else', async () => {
  const device = joined(ana('a'))
  const file = madeId(did(device, 'file.add', { sha: 'ff' }), 'file')
  device.noteBlob({ sha: 'ff', owner: 'here', sizeBytes: 1, mediaType: 'a/b', verifiedAt: 1 })
  const claim = madeId(did(device, 'claim.start', { serial: '1', files: [file] }), 'claim')
  const submit = did(device, 'claim.submit', { claim })
  const withdraw = did(device, 'claim.withdraw', { claim })
  const goal = goalOf(device)
  await synced(device)
  expect(device.outbox().map(row => [row.key, row.state, row.waitOn])).toEqual([
    [submit, 'waiting', 'blobs'],
    [withdraw, 'waiting', 'after'],
  ])
  expect((await goalSeen(device, goal)).sight).toBe('record')
  await district.noteBlob({
    sha: 'ff',
    owner: 'ana',
    sizeBytes: 1,
    mediaType: 'a/b',
    verifiedAt: 2,
  })
  await synced(device)
  expect(device.outbox()).toEqual([])
  expect((await device.seen.get(Claim, claim))?.rec.body.state).toBe('withdrawn')
})

test('of two commands that want the same name when they are decided again, the first gets it', async () => {
  const claim = await earnedClaim()
  const device = joined(actorAs('oona', 'o', 'officer'))
  did(device, 'badge.approve', { claim })
  did(device, 'badge.approve', { claim })
  await pulled(device, district, ++now)
  expect(device.outbox().map(row => row.sight)).toEqual(['shown', 'unshown'])
  expect(await device.seen.list(Badge, { where: { claim } })).toHaveLength(1)
})

test('a name that is held here is refused here', () => {
  const device = joined(ana('a'))
  did(device, 'claim.start', { serial: '1', files: [] })
  expect(device.perform('claim.start', { serial: '1', files: [] }, ++now)).toMatchObject({
    did: 'refused',
    refusal: { code: 'taken', facts: { name: 'serial 1' } },
  })
})

test('a record that is read from two streams has the fields of both', async () => {
  const device = joined(actorAs('ana', 'a', 'educator', 'coach'))
  const goal = goalOf(device)
  did(device, 'goal.share', { goal, isShared: true })
  await synced(device)
  expect((await goalSeen(device, goal)).rec.body.secret).toBe('secret of ana')
})

test('a change is sent after what read the record before it; two that only read it wait for nobody', () => {
  const device = joined(ana('a'))
  device.noteBlob({ sha: 'f', owner: 'here', sizeBytes: 1, mediaType: 'a/b', verifiedAt: 1 })
  const added = did(device, 'file.add', { sha: 'f' })
  const files = [madeId(added, 'file')]
  const first = did(device, 'claim.start', { serial: '1', files })
  const second = did(device, 'claim.start', { serial: '2', files })
  const submit = did(device, 'claim.submit', { claim: madeId(second, 'claim') })
  const after = new Map(
    device.nextPush(trialLimits, now)?.mutations.map(mutation => [mutation.key, mutation.after]),
  )
  expect(after.get(first)).toEqual([added])
  expect(after.get(second)).toEqual([added])
  expect(after.get(submit)).toEqual([added, first, second])
})

test('while nothing gets through, what was sent goes again alone, and what follows is still folded', () => {
  const device = joined(ana('a'))
  const goal = goalOf(device)
  device.nextPush(trialLimits, now)
  did(device, 'goal.write', { goal, base: '', text: 'a' })
  const again = device.nextPush({ ...trialLimits, isAgain: true }, now)
  expect(again?.mutations.map(mutation => mutation.name)).toEqual(['goal.add'])
  did(device, 'goal.write', { goal, base: 'a', text: 'a\nb' })
  expect(device.outboxStates()).toEqual(['sent', 'queued'])
  const all = device.nextPush(trialLimits, now)
  expect(all?.mutations.map(mutation => mutation.name)).toEqual(['goal.add', 'goal.write'])
})

test('while nothing gets through and nothing was ever sent, what waits goes', () => {
  const device = joined(ana('a'))
  goalOf(device)
  const first = device.nextPush({ ...trialLimits, isAgain: true }, now)
  expect(first?.mutations.map(mutation => mutation.name)).toEqual(['goal.add'])
})

test('what a command meets only when it is decided again is decided again with it, in order', async () => {
  const [one, two] = [joined(ana('a')), joined(ana('b'))]
  const blob = { sha: 'f', sizeBytes: 1, mediaType: 'a/b', verifiedAt: 1 }
  two.noteBlob({ ...blob, owner: 'here' })
  const file = madeId(did(one, 'file.add', { sha: 'f' }), 'file')
  await synced(one, two)
  const early = madeId(did(one, 'claim.start', { serial: '1', files: [file] }), 'claim')
  expect(two.perform('claim.submit', { claim: early }, ++now)).toMatchObject({ did: 'queued' })
  const late = madeId(did(two, 'claim.start', { serial: '2', files: [file] }), 'claim')
  did(two, 'claim.submit', { claim: late })
  await pushed(one, district, ++now)
  await pulled(two, district, ++now)
  expect((await two.seen.get(File, file))?.rec.body.inClaims).toEqual([early, late])
})

test('work on this computer alone is kept without a pile to decide again, and joining loses nothing', async () => {
  const { store: device, db } = trialDevice(actorAs('me', 'a', 'educator'))
  const goal = goalOf(device, 'Begun alone')
  did(device, 'goal.write', { goal, base: '', text: 'a' })
  did(device, 'goal.write', { goal, base: 'a', text: 'a\nb' })
  did(device, 'goal.drop', { goal: goalOf(device, 'A mistake') })
  expect(await goalSeen(device, goal)).toMatchObject({
    sight: 'record',
    rec: { body: { owner: 'me', lines: 'a\nb' } },
  })
  expect(db.prepare('select count(*) from pending').pluck().get()).toBe(0)
  expect(device.nextPush(trialLimits, now)).toBeUndefined()
  device.join(ana('a'))
  expect(await goalSeen(device, goal)).toMatchObject({
    sight: 'shown',
    rec: { body: { owner: 'ana', lines: 'a\nb' } },
  })
  await synced(device)
  expect(device.outbox()).toEqual([])
  const other = joined(ana('b'))
  await synced(other)
  for (const each of [device, other]) {
    expect(await goalSeen(each, goal)).toMatchObject({
      sight: 'record',
      rec: { body: { owner: 'ana', lines: 'a\nb' } },
    })
    expect(await each.seen.list(Goal, {})).toHaveLength(1)
  }
})

test('pages are taken once, in order; old and doubled ones are dropped', async () => {
  const [one, two] = [joined(ana('a')), joined(ana('b'))]
  for (let i = 0; i < 5; i++) goalOf(one, `goal ${i}`)
  await synced(one)
  const ask = { person: 'ana', device: 'b', streams: trialStreams(ana('b')), limitRows: 3, now }
  const first = await district.page({ ...ask, cursor: '' })
  expect(two.takePage(first, now)).toMatchObject({ took: 'page', more: true })
  expect(two.takePage(first, now)).toEqual({ took: 'nothing' })
  const second = await district.page({ ...ask, cursor: two.standing().cursor })
  expect(two.takePage(second, now)).toMatchObject({ took: 'page', more: false })
  expect(two.takePage(first, now)).toEqual({ took: 'nothing' })
  expect(await two.seen.list(Goal, {})).toHaveLength(5)
})

test('half a commit shows no refusal: pending commands are decided again at the last page', async () => {
  const device = joined(ana('a'))
  const files = ['1', '2', '3'].map(sha => madeId(did(device, 'file.add', { sha }), 'file'))
  for (const sha of ['1', '2', '3']) {
    const blob = { sha, sizeBytes: 1, mediaType: 'a/b', verifiedAt: 1 }
    device.noteBlob({ ...blob, owner: 'here' })
    await district.noteBlob({ ...blob, owner: 'ana' })
  }
  const claim = madeId(did(device, 'claim.start', { serial: '1', files }), 'claim')
  did(device, 'claim.submit', { claim })
  await pushed(device, district, ++now)
  for (;;) {
    const { cursor } = device.standing()
    const streams = trialStreams(ana('a'))
    const reply = await district.page({
      person: 'ana',
      device: 'a',
      streams,
      cursor,
      limitRows: 1,
      now,
    })
    const taken = device.takePage(reply, now)
    expect(device.outbox().filter(row => row.sight === 'doubtful')).toEqual([])
    expect((await device.seen.get(Claim, claim))?.rec.body.state).toBe('in_review')
    if (taken.took === 'page' && !taken.more) break
  }
  expect(device.outbox()).toEqual([])
})

test("a stream that is no longer the person's is dropped with its records", async () => {
  const owner = joined(ana('a'))
  const goal = goalOf(owner)
  did(owner, 'goal.share', { goal, isShared: true })
  await synced(owner)
  const coach = joined(actorAs('bob', 'b', 'coach'))
  await synced(coach)
  expect((await goalSeen(coach, goal)).rec.body).not.toHaveProperty('secret')
  coach.setActor(actorAs('bob', 'b', 'educator'))
  await synced(coach)
  expect(await coach.seen.get(Goal, goal)).toBeUndefined()
  expect(coach.search('ask', ['goal'], 10)).toEqual([])
})

test('a district restored from an older backup gets everything again, once', async () => {
  const device = joined(ana('a'))
  const goal = goalOf(device, 'Before')
  did(device, 'goal.write', { goal, base: '', text: 'kept' })
  await synced(device)
  const empty = new Database(':memory:')
  migrate(empty, districtMigrations)
  const restored = await trialDistrict(sqliteSql(empty))
  await restored.raiseEpoch(t0)
  await pulled(device, restored, ++now)
  expect((await goalSeen(device, goal)).rec.body.lines).toBe('kept')
  await pushed(device, restored, ++now)
  await pulled(device, restored, ++now)
  expect(device.outbox()).toEqual([])
  expect((await restored.seen().get(Goal, goal))?.rec.body).toMatchObject({
    title: 'Before',
    lines: 'kept',
  })
  await restored.close()
})

test('a district restored a second time, while its records come anew, gets what only the life between had', async () => {
  const device = joined(ana('a'))
  await synced(device)
  device.takePage({ from: device.standing().cursor, resync: 'epoch', now: ++now }, now)
  const goal = goalOf(device)
  await pushed(device, district, ++now)
  expect(device.outbox()).toMatchObject([{ state: 'applied' }])
  const empty = new Database(':memory:')
  migrate(empty, districtMigrations)
  const restored = await trialDistrict(sqliteSql(empty))
  await restored.raiseEpoch(t0)
  await pulled(device, restored, ++now)
  await pushed(device, restored, ++now)
  await pulled(device, restored, ++now)
  expect(device.outbox()).toEqual([])
  expect((await restored.seen().get(Goal, goal))?.rec.body.title).toBe('Ask more')
  await restored.close()
})

test('a district that comes up empty does not empty its devices unasked', async () => {
  const owner = joined(ana('a'))
  for (let i = 0; i < 30; i++)
    did(owner, 'goal.share', { goal: goalOf(owner, `g${i}`), isShared: true })
  await synced(owner)
  const coach = joined(actorAs('bob', 'b', 'coach'))
  await synced(coach)
  const empty = new Database(':memory:')
  migrate(empty, districtMigrations)
  const other = await trialDistrict(sqliteSql(empty))
  await other.raiseEpoch(t0)
  await pulled(coach, other, ++now)
  expect(await coach.seen.list(Goal, {})).toHaveLength(30)
  coach.confirmResync()
  await pulled(coach, other, ++now)
  expect(await coach.seen.list(Goal, {})).toEqual([])
  await other.close()
})

test('what comes with the program is seen, searched, replaced by its next version, and gives way to the district', async () => {
  const device = joined(ana('a'))
  const body = { owner: 'ana', title: 'Comes with it', lines: '', marks: {}, isShared: false }
  const rec = { kind: 'goal', id: 's', v: 2, rev: 1, body, clocks: {} }
  expect(device.seed([rec])).toEqual(['goal/s'])
  expect(device.seed([rec])).toEqual([])
  expect(device.search('comes', ['goal'], 10)).toMatchObject([{ id: 's', title: 'Comes with it' }])
  device.seed([{ ...rec, id: 'u' }])
  expect(await device.seen.get(Goal, 's')).toBeUndefined()
  expect(await goalSeen(device, 'u')).toMatchObject({ sight: 'record' })
})

test("an edit made after a clock was repaired still wins over one's own earlier edit", async () => {
  const device = joined(ana('a'))
  const goal = goalOf(device)
  device.perform('goal.title', { goal, title: 'From the future' }, now + 300 * 86_400_000)
  await synced(device)
  did(device, 'goal.title', { goal, title: 'After the repair' })
  await synced(device)
  expect((await goalSeen(device, goal)).rec.body.title).toBe('After the repair')
})

test('a restart finds everything where it was, also between two pages', async () => {
  const { store, db } = trialDevice(ana('a'))
  store.join(ana('a'))
  const goals = [1, 2, 3].map(i => goalOf(store, `goal ${i}`))
  await pushed(store, district, ++now)
  const { cursor } = store.standing()
  const reply = await district.page({
    person: 'ana',
    device: 'a',
    streams: ['user:ana'],
    cursor,
    limitRows: 4,
    now,
  })
  store.takePage(reply, now)
  const again = trialDevice(ana('ignored'), db).store
  expect(again.standing()).toMatchObject({ midPull: true, actor: { device: 'a' } })
  expect(await again.seen.list(Goal, {})).toHaveLength(goals.length)
  await pulled(again, district, ++now)
  expect(again.outbox()).toEqual([])
})

import { afterAll, describe, expect, test } from 'vitest'
import { keyOf } from '../../core/kit/record-type.ts'
import { madeId } from '../engine/made-id.ts'
import { indexTable } from '../index-table/index-table.ts'
import type { ListPlace } from '../index-table/list.ts'
import { insertRows } from '../sql/insert-rows.ts'
import { int, text } from '../sql/row.ts'
import type { Sql } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { act, trialDistrict } from '../trial/district.ts'
import { trialEngines } from '../trial/engines.ts'
import { actorAs, callOf } from '../trial/people.ts'
import { Badge, Claim, Goal } from '../trial/toy-records.ts'
import { indexedAtOnce } from './index-anew.ts'
import type { DistrictStore } from './open.ts'

const ana = actorAs('ana', 'dev-a', 'educator')
const bob = actorAs('bob', 'dev-b', 'coach')
const cyd = actorAs('cyd', 'dev-c', 'coach')
const officer = actorAs('oona', 'dev-o', 'officer')

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

describe.each(engines)('a district on $name', engine => {
  const opened: Sql[] = []
  const fresh = async (): Promise<{ sql: Sql; store: DistrictStore }> => {
    const sql = await engine.fresh()
    opened.push(sql)
    return { sql, store: await trialDistrict(sql) }
  }
  afterAll(async () => {
    for (const sql of opened) await sql.close()
  })

  const applied = { status: 'applied' }
  const aGoal = async (store: DistrictStore): Promise<string> => {
    const call = callOf(ana, { title: 'Ask more' })
    expect(await act(store, 'goal.add', call)).toMatchObject(applied)
    return madeId(call.key, 'goal')
  }
  const aClaim = async (store: DistrictStore, serial: string): Promise<string> => {
    const call = callOf(ana, { serial, files: [] })
    expect(await act(store, 'claim.start', call)).toMatchObject(applied)
    const claim = madeId(call.key, 'claim')
    expect(await act(store, 'claim.submit', callOf(ana, { claim }))).toMatchObject(applied)
    return claim
  }
  const streamOf = async (store: DistrictStore, name: string): Promise<readonly string[]> =>
    (await store.follow(name, 0, 1_000)).map(change => change.key)

  test('the same key twice has one effect and one result', async () => {
    const { store } = await fresh()
    const call = callOf(ana, { title: 'One' })
    const first = await act(store, 'goal.add', call)
    expect(await act(store, 'goal.add', { ...call, input: { title: 'Two' } })).toEqual(first)
    expect(await store.seen().list(Goal, {})).toHaveLength(1)
  })

  test('a refusal is remembered too', async () => {
    const { store } = await fresh()
    const goal = await aGoal(store)
    const call = callOf(bob, { goal, title: 'Mine now' })
    const refused = await act(store, 'goal.title', call)
    expect(refused).toMatchObject({ status: 'refused', refusal: { code: 'not_here' } })
    expect(await act(store, 'goal.title', { ...call, actor: ana })).toEqual(refused)
  })

  test('what is not for you looks like what is not there', async () => {
    const { store } = await fresh()
    const goal = await aGoal(store)
    const there = await act(store, 'goal.title', callOf(bob, { goal, title: 'x' }))
    const missing = await act(store, 'goal.title', callOf(bob, { goal: 'none', title: 'x' }))
    expect({ ...there, at: 0 }).toEqual({ ...missing, at: 0 })
  })

  test('input that its schema refuses gets a code with the place', async () => {
    const { store } = await fresh()
    expect(await act(store, 'goal.add', callOf(ana, { title: 7 }))).toMatchObject({
      refusal: { code: 'bad_input', facts: { where: 'title' } },
    })
  })

  test('a wait is not remembered: when the bytes are there the same key is applied', async () => {
    const { store } = await fresh()
    const file = callOf(ana, { sha: 'ab' })
    await act(store, 'file.add', file)
    const start = callOf(ana, { serial: '1', files: [madeId(file.key, 'file')] })
    await act(store, 'claim.start', start)
    const submit = callOf(ana, { claim: madeId(start.key, 'claim') })
    expect(await act(store, 'claim.submit', submit)).toEqual({ status: 'wait', on: 'blobs' })
    const blob = { sha: 'ab', sizeBytes: 3, mediaType: 'text/plain', verifiedAt: 1 }
    await store.noteBlob({ ...blob, owner: 'bob' })
    expect(await act(store, 'claim.submit', submit)).toEqual({ status: 'wait', on: 'blobs' })
    await store.noteBlob({ ...blob, owner: 'ana' })
    expect(await act(store, 'claim.submit', submit)).toMatchObject(applied)
    expect(await store.keptBy('ana')).toEqual({ bytes: 3, files: 1 })
  })

  test('a record that leaves a stream is told there as gone, and has one place in the log, its last', async () => {
    const { sql, store } = await fresh()
    const goal = await aGoal(store)
    await act(store, 'goal.share', callOf(ana, { goal, isShared: true }))
    await act(store, 'goal.share', callOf(ana, { goal, isShared: false }))
    await act(store, 'goal.title', callOf(ana, { goal, title: 'Alone' }))
    expect(await streamOf(store, 'coaches')).toEqual([`goal/${goal}`])
    const page = await store.page({
      person: 'bob',
      device: 'dev-b',
      streams: ['coaches'],
      cursor: '',
      limitRows: 10,
      now: 1,
    })
    expect(page).toMatchObject({ more: false, ops: [['coaches', 'goal', goal]] })
    const rows = await sql.snapshot(() =>
      query("select seq from change where key like 'goal/%' order by stream"),
    )
    // The second of the stream of coaches, the fourth of Ana's own.
    expect(rows.map(row => int(row, 'seq'))).toEqual([2, 4])
  })

  test('a stream shows its view: hidden fields and their clocks are left out', async () => {
    const { store } = await fresh()
    const goal = await aGoal(store)
    await act(store, 'goal.share', callOf(ana, { goal, isShared: true }))
    const seen = await store.seen(['coaches']).get(Goal, goal)
    expect(seen?.rec.body).not.toHaveProperty('secret')
    const own = await store.seen(['coaches', 'user:ana']).get(Goal, goal)
    expect(own?.rec.body.secret).toBe('secret of ana')
    expect(await store.seen(['user:bob']).get(Goal, goal)).toBeUndefined()
  })

  test('a name has one holder, whoever asks first', async () => {
    const { store } = await fresh()
    await aClaim(store, 'one')
    const again = callOf(ana, { serial: 'one', files: [] })
    expect(await act(store, 'claim.start', again)).toMatchObject({
      refusal: { code: 'taken', facts: { name: 'serial one' } },
    })
  })

  test('the last of two readings at the same moment decides', async () => {
    const { store } = await fresh()
    for (let round = 0; round < 10; round++) {
      const claim = await aClaim(store, `race ${round}`)
      const says = [bob, cyd].map(coach =>
        act(store, 'claim.read', callOf(coach, { claim, says: 'yes' })),
      )
      expect(await Promise.all(says)).toMatchObject([applied, applied])
      expect((await store.seen().get(Claim, claim))?.rec.body.state).toBe('earned')
    }
  })

  test('of two that each read what the other writes at the same moment, the later one knows', async () => {
    const { store } = await fresh()
    for (let round = 0; round < 10; round++) {
      const claim = await aClaim(store, `blind ${round}`)
      await act(store, 'reading.give', callOf(bob, { claim }))
      const [one, two] = [`${claim}.1`, `${claim}.2`]
      const both = [
        act(store, 'reading.finish', callOf(bob, { claim, mine: one, other: two })),
        act(store, 'reading.finish', callOf(cyd, { claim, mine: two, other: one })),
      ]
      expect(await Promise.all(both)).toMatchObject([applied, applied])
      expect((await store.seen().get(Claim, claim))?.rec.body.state).toBe('earned')
    }
  })

  test('two officers at the same moment make one badge', async () => {
    const { store } = await fresh()
    for (let round = 0; round < 10; round++) {
      const claim = await aClaim(store, `badge ${round}`)
      for (const coach of [bob, cyd])
        await act(store, 'claim.read', callOf(coach, { claim, says: 'yes' }))
      const other = actorAs('omar', 'dev-m', 'officer')
      const both = [officer, other].map(actor =>
        act(store, 'badge.approve', callOf(actor, { claim })),
      )
      const results = await Promise.all(both)
      expect(results.map(result => result.status).toSorted()).toEqual(['applied', 'refused'])
      expect(await store.seen().list(Badge, { where: { claim } })).toHaveLength(1)
    }
  })

  test('many writers at once leave no gap and lose nothing', async () => {
    const { sql, store } = await fresh()
    const goal = await aGoal(store)
    const marks = Array.from({ length: 24 }, (_, i) =>
      act(store, 'goal.mark', callOf(ana, { goal, part: `m${i}`, mark: i })),
    )
    const results = await Promise.all(marks)
    const done = results.filter(result => result.status === 'applied').length
    const seen = await store.seen().get(Goal, goal)
    expect(Object.keys(seen?.rec.body.marks ?? {})).toHaveLength(done)
    expect(await streamOf(store, 'user:ana')).toHaveLength(1)
    const [stream] = await sql.snapshot(() =>
      query("select head from stream where name = 'user:ana'"),
    )
    expect(stream?.['head']).toBe(done + 1)
    // Of the results of one device, which all stay, the numbers have no gap.
    const told = await store.follow('device:dev-a', 0, 1_000)
    expect(told.map(change => change.seq)).toEqual(told.map((_, at) => at + 1))
    expect(told).toHaveLength(results.filter(({ status }) => status !== 'wait').length + 1)
  })

  test('fields that this version does not know live through an edit', async () => {
    const { sql, store } = await fresh()
    const goal = await aGoal(store)
    await sql.write(
      () =>
        query(
          'update record set body = replace(body, \'{"owner"\', \'{"later":[1],"owner"\') where key = ?',
          keyOf('goal', goal),
        ),
      () => true,
    )
    await act(store, 'goal.title', callOf(ana, { goal, title: 'Still there' }))
    expect((await store.seen().get(Goal, goal))?.rec.body).toMatchObject({
      later: [1],
      title: 'Still there',
    })
  })

  test('a record of an older version is migrated when it is read, and written as the new one', async () => {
    const { sql, store } = await fresh()
    const goal = await aGoal(store)
    await sql.write(
      () =>
        query(
          "update record set v = 1, body = replace(body, '\"marks\":{},', '') where key = ?",
          keyOf('goal', goal),
        ),
      () => true,
    )
    await act(store, 'goal.mark', callOf(ana, { goal, part: 'a', mark: 1 }))
    expect((await store.seen().get(Goal, goal))?.rec).toMatchObject({
      v: 2,
      body: { marks: { a: 1 } },
    })
  })

  test('a list keeps order, bounds and pages over equal values', async () => {
    const { store } = await fresh()
    for (const title of ['b', 'a', 'c', 'a', 'b'])
      await act(store, 'goal.add', callOf(ana, { title }))
    const seen = store.seen(['user:ana'])
    const titles: string[] = []
    let after: ListPlace | undefined
    for (;;) {
      const page = await seen.list(Goal, {
        where: { title: { from: 'a', to: 'b' }, owner: 'ana' },
        order: { by: 'title', desc: true },
        limit: 2,
        ...(after ? { after } : {}),
      })
      if (page.length === 0) break
      titles.push(...page.map(row => row.rec.body.title))
      after = page.at(-1)?.place
    }
    expect(titles).toEqual(['b', 'b', 'a', 'a'])
    expect(await seen.list(Goal, { where: { title: { in: ['c'] } } })).toHaveLength(1)
    expect(await store.seen(['user:bob']).list(Goal, {})).toEqual([])
  })

  test('the index made anew equals the one that was kept', async () => {
    const { sql, store } = await fresh()
    for (const title of ['x', 'y', 'z']) await act(store, 'goal.add', callOf(ana, { title }))
    const goal = await aGoal(store)
    await act(store, 'goal.write', callOf(ana, { goal, base: '', text: 'four' }))
    await act(store, 'goal.drop', callOf(ana, { goal: await aGoal(store) }))
    const rows = () => sql.snapshot(() => query(`select * from ${indexTable('goal')} order by id`))
    const kept = await rows()
    await sql.write(
      () => query("update meta set value = 'older' where name like 'index:%'"),
      () => true,
    )
    await trialDistrict(sql)
    expect(await rows()).toEqual(kept)
    expect(kept).toHaveLength(4)
  })

  test('the index is made anew of more records than are read at a time, each once, and found by its ways', async () => {
    const { sql, store } = await fresh()
    const key = keyOf('goal', await aGoal(store))
    const count = 2 * indexedAtOnce + 1
    await sql.write(
      function* () {
        const [first] = yield* query('select * from record where key = ?', key)
        if (first === undefined) throw new Error('it is not there')
        const cells = [text(first, 'kind'), 1, 1, text(first, 'body'), text(first, 'clocks')]
        const more = Array.from({ length: count - 1 }, (_, n) => [`goal/${n}`, ...cells])
        yield* insertRows('record (key, kind, v, rev, body, clocks)', more)
        yield* query("update meta set value = 'older' where name like 'index:%'")
      },
      () => true,
    )
    const anew = await trialDistrict(sql)
    const [row] = await sql.snapshot(() =>
      query(`select count(*) as n, count(distinct id) as ids from ${indexTable('goal')}`),
    )
    expect(row && [int(row, 'n'), int(row, 'ids')]).toEqual([count, count])
    expect(await anew.seen().list(Goal, { where: { owner: 'ana' }, limit: 5 })).toHaveLength(5)
    // A way that is there already can't be made again.
    const way = `create index "by_goal.owner" on ${indexTable('goal')} (owner)`
    await expect(
      sql.write(
        () => query(way),
        () => false,
      ),
    ).rejects.toThrow(/already exists/)
  })

  test('every commit leaves one plain line for the audit', async () => {
    const { sql, store } = await fresh()
    const goal = await aGoal(store)
    await act(store, 'goal.title', callOf(bob, { goal, title: 'no' }))
    const rows = await sql.snapshot(() =>
      query('select command, person, outcome, records from audit order by n'),
    )
    expect(rows).toEqual([
      { command: 'goal.add', person: 'ana', outcome: 'applied', records: `["goal/${goal}"]` },
      { command: 'goal.title', person: 'bob', outcome: 'not_here', records: '[]' },
    ])
  })
})

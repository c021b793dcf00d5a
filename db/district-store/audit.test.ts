import { generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { AuditHead } from '../../core/audit/head.ts'
import { headTextToSign } from '../../core/audit/head.ts'
import { madeId } from '../engine/made-id.ts'
import type { Sql, Value } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { act, trialDistrict } from '../trial/district.ts'
import { trialEngines } from '../trial/engines.ts'
import { actorAs, callOf } from '../trial/people.ts'
import { linkEntries } from './audit.ts'
import type { DistrictStore } from './open.ts'

const ana = actorAs('ana', 'dev-a', 'educator')
const bob = actorAs('bob', 'dev-b', 'coach')

const { privateKey, publicKey: made } = generateKeyPairSync('ed25519')
const publicKey = Buffer.from(made.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex')

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

describe.each(engines)('the audit on $name', engine => {
  const opened: Sql[] = []
  afterAll(async () => {
    for (const sql of opened) await sql.close()
  })

  /** A district with twelve commands in its audit, one of them refused, all in their places, and a head signed after eight. */
  const lived = async () => {
    const sql = await engine.fresh()
    opened.push(sql)
    const store = await trialDistrict(sql)
    const goals: string[] = []
    for (let n = 0; n < 6; n += 1) {
      const call = callOf(ana, { title: `Goal ${n}` })
      await act(store, 'goal.add', call)
      goals.push(madeId(call.key, 'goal'))
    }
    await act(store, 'goal.title', callOf(bob, { goal: goals[0] ?? '', title: 'mine' }))
    await act(store, 'goal.title', callOf(ana, { goal: goals[1] ?? '', title: 'Listen' }))
    await store.audit.link(100)
    const head = await signed(store)
    await store.audit.keepHead(head)
    for (const goal of goals.slice(2))
      await act(store, 'goal.title', callOf(ana, { goal, title: `${goal} again` }))
    await store.audit.link(3)
    await store.audit.link(100)
    const [first = '', second = ''] = goals
    return { sql, store, head, first, second }
  }
  const signed = async (store: DistrictStore): Promise<AuditHead> => {
    const head = { ...(await store.audit.last()), epoch: 'e.1', at: 1 }
    const text = headTextToSign(head)
    return { ...head, signature: sign(null, Buffer.from(text), privateKey).toString('hex') }
  }
  const found = async (store: DistrictStore, holds: readonly AuditHead[] = []) =>
    (await store.audit.verify({ publicKey, holds })).faults
  const change = (sql: Sql, statement: string, ...values: Value[]) =>
    sql.write(
      () => query(statement, ...values),
      () => true,
    )

  test('every command has its place, refused ones too, and every record is what its last command wrote', async () => {
    const { store } = await lived()
    expect(await store.audit.verify({ publicKey, holds: [await signed(store)] })).toMatchObject({
      last: { link: 12 },
      headsHold: 1,
      recordsHold: 6,
      recordsUntold: 0,
      faults: [],
    })
    expect(await store.audit.link(100)).toBe(0)
  })

  test('what was done a moment ago has no place yet, and is no fault', async () => {
    const { store, first } = await lived()
    await act(store, 'goal.title', callOf(ana, { goal: first, title: 'Just now' }))
    expect(await found(store)).toEqual([])
  })

  for (const column of ['command', 'person', 'outcome', 'records', 'command_key', 'commitments'])
    test(`an entry whose ${column} was rewritten is found where it stands`, async () => {
      const { sql, store } = await lived()
      const other = column === 'records' || column === 'commitments' ? '["goal/other"]' : 'other'
      await change(sql, `update audit set ${column} = ? where n = 5`, other)
      expect(await found(store)).toContainEqual({ code: 'changed', link: 5 })
    })

  for (const garbage of ['no list', '{}'])
    test(`an entry whose lists are ${garbage} is one that was changed`, async () => {
      const { sql, store } = await lived()
      await change(
        sql,
        'update audit set records = ?, commitments = ? where n = 5',
        garbage,
        garbage,
      )
      expect(await found(store)).toContainEqual({ code: 'changed', link: 5 })
    })

  test('an entry that was removed is missed, and so is its place when that is removed too', async () => {
    const { sql, store } = await lived()
    await change(sql, 'delete from audit where n = 5')
    expect(await found(store)).toContainEqual({ code: 'missing', link: 5 })
    await change(sql, 'delete from audit_link where link = 5')
    expect(await found(store)).toContainEqual({ code: 'gap', link: 5 })
  })

  test('two entries that changed places are found', async () => {
    const { sql, store } = await lived()
    await change(sql, 'update audit_link set n = -3 where link = 3')
    await change(sql, 'update audit_link set n = 3 where link = 4')
    await change(sql, 'update audit_link set n = 4 where link = 3')
    expect(await found(store)).toEqual([{ code: 'changed', link: 3 }])
  })

  test('an entry that no command wrote is found', async () => {
    const { sql, store } = await lived()
    await change(
      sql,
      `insert into audit (at, command_key, command, person, outcome, records)
       values (1, 'k', 'goal.add', 'eve', 'applied', '[]')`,
    )
    expect(await found(store)).toEqual([{ code: 'stray', count: 1 }])
  })

  test('a chain that was made anew over rewritten entries contradicts the signed head', async () => {
    const { sql, store } = await lived()
    await change(sql, `update audit set person = 'eve' where n = 5`)
    await change(sql, 'delete from audit_link')
    await change(sql, 'insert into audit_due (n) select n from audit')
    await sql.write(
      () => linkEntries(100, sql.dialect),
      () => true,
    )
    expect(await found(store)).toEqual([{ code: 'rewritten', link: 8, held: false }])
  })

  test('and where that was removed as well, what a computer holds', async () => {
    const { sql, store, head } = await lived()
    await change(sql, `update audit set person = 'eve' where n = 5`)
    await change(sql, 'delete from audit_link')
    await change(sql, 'delete from audit_head')
    await change(sql, 'insert into audit_due (n) select n from audit')
    await store.audit.link(100)
    expect(await found(store)).toEqual([])
    expect(await found(store, [head])).toEqual([{ code: 'rewritten', link: 8, held: true }])
  })

  test('entries cut off at the end are missed by a signed head and by a computer', async () => {
    const { sql, store } = await lived()
    const held = await signed(store)
    await change(sql, 'delete from audit_link where link > 7')
    await change(sql, 'delete from audit where n > 7')
    const faults = await found(store, [held])
    expect(faults).toContainEqual({ code: 'short', link: 8, held: false })
    expect(faults).toContainEqual({ code: 'short', link: 12, held: true })
  })

  test('a head that the district never signed is no proof of anything', async () => {
    const { sql, store } = await lived()
    await change(sql, `update audit_head set signature = ?`, 'ab'.repeat(64))
    expect(await found(store)).toEqual([{ code: 'head_unsigned', link: 8 }])
  })

  test('a record that was changed, added or removed without a command is named', async () => {
    const { sql, store, first, second } = await lived()
    const [row] = await sql.snapshot(() =>
      query('select body from record where key = ?', `goal/${first}`),
    )
    const body = String(row?.['body'])
    await change(
      sql,
      'update record set body = ? where key = ?',
      body.replace('Goal 0', 'Goal O'),
      `goal/${first}`,
    )
    await change(sql, 'delete from record where key = ?', `goal/${second}`)
    await change(
      sql,
      `insert into record (key, kind, v, rev, body, clocks) values ('goal/zzz', 'goal', 1, 1, ?, '{}')`,
      body,
    )
    const faults = await found(store)
    expect(faults).toHaveLength(3)
    expect(faults).toEqual(
      expect.arrayContaining([
        { code: 'record_changed', key: `goal/${first}` },
        { code: 'record_unknown', key: 'goal/zzz' },
        { code: 'record_gone', key: `goal/${second}` },
      ]),
    )
  })

  test('a record whose salt was removed is named, and nothing else is lost', async () => {
    const { sql, store, first } = await lived()
    await change(sql, 'delete from audit_salt where n = 1')
    expect(await store.audit.verify({ publicKey, holds: [] })).toMatchObject({
      recordsHold: 5,
      recordsUntold: 0,
      faults: [{ code: 'record_unproved', key: `goal/${first}` }],
    })
  })
})

import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { setMeta } from '../meta/meta.ts'
import type { Sql } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import { trialDistrict } from '../trial/district.ts'
import { trialEngines } from '../trial/engines.ts'
import { cameBackOf } from './came-back.ts'
import type { DistrictStore } from './open.ts'
import { stillComesMs } from './still-to-come.ts'

const hourMs = 3_600_000
const yearMs = 366 * 86_400_000
const t0 = 1_700_000_000_000

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

describe.each(engines)('how long others may still come after a restore, on $name', engine => {
  let sql: Sql
  let store: DistrictStore
  beforeEach(async () => {
    sql = await engine.fresh()
    store = await trialDistrict(sql)
  })
  afterEach(() => store.close())

  /** Hours in which the district runs, from a moment on: how many until others have had their time. */
  const hoursFrom = async (ms: number, most = 1_000): Promise<number> => {
    for (let hours = 0; hours < most; hours++)
      if ((await store.cameBack(ms + hours * hourMs)) === undefined) return hours
    return most
  }
  const weekHours = stillComesMs / hourMs
  const setTo = (steps: () => ReturnType<typeof setMeta>) => sql.write(steps, () => true)

  test('without a restore there is nothing to wait for', async () => {
    expect(await store.cameBack(t0)).toBeUndefined()
  })

  test('it is a week, and then it stays over whatever the clock says', async () => {
    await store.raiseEpoch(t0)
    expect(await store.cameBack(t0)).toEqual({ at: t0, copyAt: 0, leftMs: stillComesMs })
    expect(await hoursFrom(t0)).toBe(weekHours)
    expect(await store.cameBack(t0 - yearMs)).toBeUndefined()
    const again = await trialDistrict(sql)
    expect(await again.cameBack(t0)).toBeUndefined()
  })

  test('a clock that was a year ahead at the restore makes it no longer', async () => {
    await store.raiseEpoch(t0 + yearMs)
    expect(await hoursFrom(t0)).toBe(weekHours)
  })

  test('a clock that was a year behind, and is put right, makes it no shorter; what was done till then may be of before', async () => {
    await store.raiseEpoch(t0 - yearMs)
    expect(await store.cameBack(t0)).toMatchObject({ at: t0, leftMs: stillComesMs - hourMs })
    expect(await hoursFrom(t0)).toBe(weekHours - 1)
  })

  test('nor does a clock that is behind for a while; what was done before the restore stays so', async () => {
    await store.raiseEpoch(t0)
    expect(await store.cameBack(t0 - yearMs)).toMatchObject({ at: t0 })
    expect(await hoursFrom(t0 + 1)).toBe(weekHours - 1)
  })

  test('a clock that is behind does not date it before what the copy holds', async () => {
    await setTo(function* () {
      yield* query('insert into change (stream, seq, key, at) values (?, 1, ?, ?)', 's', 'k', t0)
    })
    await store.raiseEpoch(t0 - yearMs)
    expect(await store.cameBack(t0 - yearMs)).toMatchObject({ at: t0, copyAt: t0 })
  })

  test('while the district stands nobody can come: that does not count', async () => {
    await store.raiseEpoch(t0)
    expect(await hoursFrom(t0, 100)).toBe(100)
    const again = await trialDistrict(sql)
    expect(await again.cameBack(t0 + yearMs)).toMatchObject({
      leftMs: stillComesMs - 100 * hourMs,
    })
  })

  test('what an earlier program noted is read, and who only looks counts nothing', async () => {
    await setTo(() => setMeta('came-back', String(t0)))
    const looked = () => sql.snapshot(() => cameBackOf(t0 + 60_000, stillComesMs))
    const expected = { at: t0, copyAt: t0, leftMs: stillComesMs - 60_000 }
    expect([await looked(), await looked()]).toEqual([expected, expected])
    const again = await trialDistrict(sql)
    expect(await again.cameBack(t0 + 60_000)).toEqual(expected)
  })
})

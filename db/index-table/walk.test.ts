import { afterAll, describe, expect, test } from 'vitest'
import { recordType } from '../../core/kit/record-type.ts'
import { z } from 'zod'
import { query } from '../sql/steps.ts'
import type { Sql, Steps } from '../sql/steps.ts'
import { trialEngines } from '../trial/engines.ts'
import { createIndex, indexRecord } from './index-table.ts'
import type { ListPlace } from './list.ts'
import { counted, walked } from './walk.ts'

interface Leaf {
  readonly places: readonly string[]
}
const LeafRecord = recordType<Leaf>({
  kind: 'leaf',
  schema: z.object({ places: z.array(z.string()) }),
  version: 1,
  seats: () => [],
  columns: { place: 'text', n: 'int' },
  rows: (_id, body) => body.places.map(place => ({ place })),
})

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

describe.each(engines)('a walk on $name', engine => {
  const opened: Sql[] = []
  afterAll(async () => {
    for (const sql of opened) await sql.close()
  })

  /** An index table with these records in it, some of them seated in a stream. */
  async function indexed(
    leaves: Readonly<Record<string, readonly string[]>>,
    seated: readonly string[] = [],
  ): Promise<Sql> {
    const sql = await engine.fresh()
    opened.push(sql)
    await sql.write(
      function* (): Steps<void> {
        yield* createIndex(LeafRecord, sql.dialect)
        for (const [id, places] of Object.entries(leaves)) {
          const rec = { kind: 'leaf', id, v: 1, rev: 1, body: { places: [...places] }, clocks: {} }
          yield* indexRecord(LeafRecord, id, rec, sql.dialect)
        }
        for (const id of seated)
          yield* query(
            'insert into member (key, stream, view) values (?, ?, ?)',
            `leaf/${id}`,
            'user:ana',
            'all',
          )
      },
      () => true,
    )
    return sql
  }
  const page = (sql: Sql, ask: { limit?: number; after?: ListPlace } = {}, streams?: string[]) =>
    sql.snapshot(() =>
      walked(LeafRecord, { along: 'place', prefix: 'a ', ...ask }, sql.dialect, streams),
    )
  const count = (sql: Sql, streams?: string[]) =>
    sql.snapshot(() => counted(LeafRecord, { along: 'place', prefix: 'a ' }, sql.dialect, streams))
  const idsOf = (places: readonly ListPlace[]) => places.map(({ id }) => id)

  test('goes from the last value to the first, and holds only what begins with its prefix', async () => {
    const sql = await indexed({
      l1: ['a 1', 'b 9'],
      l2: ['a 3'],
      l3: ['a 2', 'c 1'],
      other: ['b 5'],
      near: ['a', 'a!', 'aa 1', 'A 1'],
      none: [],
    })
    expect(idsOf(await page(sql))).toEqual(['l2', 'l3', 'l1'])
    expect(await count(sql)).toBe(3)
  })

  test('page by page it shows each record once, also where many have one value', async () => {
    const leaves = Object.fromEntries(
      Array.from({ length: 25 }, (_, n) => [`l${n}`, [`a ${Math.floor(n / 10)}`]]),
    )
    const sql = await indexed(leaves)
    const whole = idsOf(await page(sql))
    const cut: string[] = []
    let after: ListPlace | undefined
    for (;;) {
      const next = await page(sql, { limit: 7, ...(after === undefined ? {} : { after }) })
      if (next.length === 0) break
      cut.push(...idsOf(next))
      after = next.at(-1)
    }
    expect(cut).toEqual(whole)
    expect(new Set(cut).size).toBe(25)
  })

  test('goes on where a record stood that has gone meanwhile', async () => {
    const sql = await indexed({ l1: ['a 1'], l3: ['a 3'] })
    expect(idsOf(await page(sql, { after: { value: 'a 2', id: 'l2' } }))).toEqual(['l1'])
  })

  test('shows and counts only what is seated in one’s streams', async () => {
    const sql = await indexed({ l1: ['a 1'], l2: ['a 2'], l3: ['a 3'] }, ['l1', 'l3'])
    expect(idsOf(await page(sql, {}, ['user:ana']))).toEqual(['l3', 'l1'])
    expect(await count(sql, ['user:ana'])).toBe(2)
    expect(await count(sql, ['user:bob'])).toBe(0)
  })

  test('refuses a column that is not there or holds no text', async () => {
    const sql = await indexed({})
    for (const along of ['missing', 'n'])
      await expect(
        sql.snapshot(() => walked(LeafRecord, { along, prefix: 'a ' }, sql.dialect)),
      ).rejects.toThrow('no text column')
  })
})

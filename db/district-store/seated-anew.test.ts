import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { command } from '../../core/kit/command.ts'
import { keyOf } from '../../core/kit/record-type.ts'
import { recordType } from '../../core/kit/record-type.ts'
import { execute } from '../engine/execute.ts'
import { trialSalt, trialSecret } from '../trial/district.ts'
import { trialEngines } from '../trial/engines.ts'
import { actorAs, callOf } from '../trial/people.ts'
import type { Sql } from '../sql/steps.ts'
import { openDistrict } from './open.ts'

const noteSchema = z.object({ text: z.string() })

/** The same kind of record, as two versions of the program have it read. */
const noteIn = (...streams: readonly string[]) =>
  recordType({
    kind: 'note',
    schema: noteSchema,
    version: 1,
    seats: () => streams.map(stream => ({ stream, view: 'all' })),
  })

const putThere = command({
  name: 'trial.put',
  where: 'district',
  input: noteSchema,
  needs: q => q.none(),
  right: () => true,
  decide: (_s, body) => ({ changes: [{ do: 'create', key: keyOf('note', 'n'), v: 1, body }] }),
})

async function opened(sql: Sql, build: string, ...streams: readonly string[]) {
  const store = await openDistrict(sql, {
    types: [noteIn(...streams)],
    build,
    cursorSecret: trialSecret,
    salt: () => trialSalt,
  })
  while (await store.recount(1)) {
    // Step by step, as the district does it while it serves.
  }
  return store
}

const engines = trialEngines()
afterAll(() => engines.forEach(engine => engine.stop()))

describe.each(engines)('on $name', engine => {
  test('a newer program that has a record read by others tells them, and those who lose it, once', async () => {
    const sql = await engine.fresh()
    const before = await opened(sql, 'one', 'coaches', 'office')
    const input = { text: 'x' }
    await execute(before, putThere, callOf(actorAs('district', 'd', 'system'), input))
    const ask = { person: 'p', device: 'd', limitRows: 100, now: 1 }
    const first = await before.page({ ...ask, streams: ['coaches', 'office'], cursor: '' })
    expect(first).toMatchObject({
      ops: [
        ['coaches', 'note', 'n', 1, 1, input, {}],
        ['office', 'note', 'n', 1, 1, input, {}],
      ],
    })

    const after = await opened(sql, 'two', 'office', 'register')
    const streams = ['coaches', 'office', 'register']
    const cursor = 'next' in first ? first.next : ''
    const page = await after.page({ ...ask, streams, cursor })
    const ops = 'ops' in page ? page.ops : []
    expect(ops.filter(([stream]) => stream !== 'office')).toEqual([
      ['coaches', 'note', 'n'],
      ['register', 'note', 'n', 1, 1, input, {}],
    ])
    // Another build that puts it nowhere else tells nobody.
    const again = await opened(sql, 'three', 'office', 'register')
    const last = await again.page({ ...ask, streams, cursor: 'next' in page ? page.next : '' })
    expect(last).toMatchObject({ ops: [] })
    await sql.close()
  })
})

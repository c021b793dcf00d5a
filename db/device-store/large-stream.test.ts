import { afterEach, expect, test } from 'vitest'
import { sumsAll } from '../records/sum.ts'
import { trialDevice } from '../trial/device.ts'
import { actorAs } from '../trial/people.ts'

const now = 1_700_000_000_000
const stream = 'user:ana'
/** More parts than a 64-bit sum holds. */
const records = 70_000
const told = sumsAll - 1
const sum = sumsAll - records

const { db, store } = trialDevice(actorAs('ana', 'a', 'educator'))
afterEach(() => store.close())

test('a stream of seventy thousand records is added up: when it is read through, and when it comes anew', () => {
  store.join(actorAs('ana', 'a', 'educator'))
  const page = { more: false, drop: [], results: [], ops: [], now }
  store.takePage({ ...page, from: '', next: 'one' }, now)
  const { generation } = store.standing()
  db.prepare(
    `with recursive each (n) as (select 1 union all select n + 1 from each where n < ${records})
     insert into mirror (stream, key, v, rev, body, clocks, generation, told)
     select '${stream}', 'later/' || n, 1, 1, '{}', '{}', ${generation + 1}, ${told} from each`,
  ).run()
  const copied = () => db.prepare('select records, sum from copied where stream = ?').get(stream)
  expect(copied()).toEqual({ records, sum })
  while (store.scrub(now));
  expect(copied()).toEqual({ records, sum })
  const anew = { anew: [stream], sums: { [stream]: [records, sum] as const } }
  expect(store.takePage({ ...page, ...anew, from: 'one', next: 'two' }, now)).toMatchObject({
    took: 'page',
  })
  expect(store.copyChecked()).toMatchObject({ differingCount: 0, heldCount: 0 })
  expect(copied()).toEqual({ records, sum })
})

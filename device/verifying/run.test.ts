import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { emptyBundle } from 'open-badges-validator-core/verify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyingLimits } from '../../contract/device/verifying.ts'
import { inputsIn } from '../../db/verifying-store/inputs.ts'
import { openVerifyingFile } from '../../db/verifying-store/open.ts'
import { startChecker } from './checker.ts'
import { knowledgeOf } from './knowledge.ts'
import { answeringWorker } from './trial/answering-worker.ts'
import type { QuickVerifying } from './trial/quick-verifying.ts'
import { fill, quickVerifying, rest, small } from './trial/quick-verifying.ts'
import type { Verifying } from './verifying.ts'
import { verifyingFileIn } from './verifying.ts'

let quick: QuickVerifying
beforeEach(() => {
  quick = quickVerifying()
})
afterEach(() => quick.close())

const counts = (of: Verifying, batch: string) =>
  Object.fromEntries(of.inputs.counts(batch).map(({ state, count }) => [state, count]))

test('a full disk stops the checking and not the program; what waits goes on when there is room', async () => {
  const { db } = openVerifyingFile(join(quick.folder, 'full.sqlite'), undefined)
  const inputs = inputsIn(db)
  db.prepare("insert into batch (id, name, begun_at) values ('b', '', 0)").run()
  for (let at = 0; at < 100; at += 1) inputs.add('b', { name: `${at}`, bytes: small }, 1e4)
  let isFull = true
  const defects: unknown[] = []
  const rests: unknown[] = []
  const checker = startChecker({
    inputs: {
      ...inputs,
      answer(...given) {
        if (isFull) throw Object.assign(new Error('disk is full'), { code: 'SQLITE_FULL' })
        inputs.answer(...given)
      },
    },
    program: answeringWorker(quick.folder),
    known: async () => ({ at: 1, knowledge: knowledgeOf(emptyBundle), bundle: emptyBundle }),
    onLists: () => undefined,
    onAnswered: () => undefined,
    onRest: stopped => void rests.push(stopped?.error),
    onDefect: error => void defects.push(error),
  })
  checker.nudge()
  while (rests.length === 0) await wait(5)
  await wait(50)
  expect(rests).toEqual([expect.objectContaining({ code: 'SQLITE_FULL' })])
  expect(defects).toHaveLength(1)
  expect(inputs.waiting('b', 1_000)).toHaveLength(100)
  isFull = false
  checker.nudge()
  while (inputs.waiting('b', 1).length > 0) await wait(5)
  await checker.close()
  db.close()
})

test('whoever follows a batch is told of the full disk, also when they come later, and may go on', async () => {
  const of = quick.open({
    bundle: async () => {
      throw Object.assign(new Error('disk is full'), { code: 'ENOSPC' })
    },
  })
  const batch = of.begin('Full')
  const told = new Promise(resolve => of.listen(batch, resolve))
  fill(of, batch, 3)
  expect(await told).toEqual({ failed: 'disk_full' })
  expect(of.standsStill(batch)).toEqual({ failed: 'disk_full' })
  of.again(batch, { stopped: true })
  expect(of.standsStill(batch)).toBeUndefined()
  expect(counts(of, batch)).toEqual({ waiting: 3 })
})

test('one badge does not wait behind hundreds of another list', async () => {
  const of = quick.open({}, 4)
  // Ids are random: whichever list comes first by its id, both must go on.
  for (let round = 0; round < 4; round += 1) {
    const large = of.begin('Large')
    fill(of, large, 300)
    while ((counts(of, large)['checked'] ?? 0) < 5) await wait(2)
    const single = of.begin('One')
    fill(of, single, 1)
    await rest(of, single)
    expect(counts(of, large)['waiting']).toBeGreaterThan(150)
    of.stop(large)
  }
})

test('a run is begun once, however often it runs dry, and again when something new is known', async () => {
  let bundle = emptyBundle
  const of = quick.open({ bundle: async () => bundle })
  const batch = of.begin('Drops')
  for (let at = 0; at < 5; at += 1) {
    fill(of, batch, 1)
    await rest(of, batch)
  }
  expect(quick.begins()).toBe(1)
  bundle = { ...emptyBundle, name: 'another' }
  fill(of, batch, 1)
  await rest(of, batch)
  expect(quick.begins()).toBe(2)
  of.again(batch, { all: true })
  await rest(of, batch)
  expect(quick.begins()).toBe(3)
})

test('twenty single badges later a list of 312 is still there; of singles the last twenty are', async () => {
  const of = quick.open()
  const large = of.begin('Spring hires')
  fill(of, large, 312)
  await rest(of, large)
  const singles = Array.from({ length: 25 }, (_, at) => of.begin(`${at}`))
  expect(of.batches.get(large)?.inputCount).toBe(312)
  expect(singles.filter(id => of.batches.get(id) !== undefined)).toEqual(
    singles.slice(-verifyingLimits.singlesMax),
  )
})

test('no list goes to make room for another: the hundred and first is refused', async () => {
  const of = quick.open()
  const lists = Array.from({ length: verifyingLimits.batchesMax }, (_, at) => {
    const batch = of.begin(`${at}`)
    fill(of, batch, 2)
    return batch
  })
  for (const batch of lists) await rest(of, batch)
  expect(() => of.begin('One more')).toThrow('lists_full')
  expect(lists.every(id => of.batches.get(id) !== undefined)).toBe(true)
  of.remove(lists[7] ?? '')
  expect(of.batches.get(of.begin('One more'))).toBeDefined()
}, 30_000)

test('what is asked again and then stopped has the answers it had', async () => {
  const of = quick.open({}, 5)
  const batch = of.begin('Again')
  fill(of, batch, 10)
  await rest(of, batch)
  const before = of.inputs.page(batch, { limit: 20 })
  of.again(batch, { all: true })
  expect(counts(of, batch)).toEqual({ waiting: 10 })
  of.stop(batch)
  expect(counts(of, batch)).toEqual({ checked: 10 })
  expect(of.inputs.groups(batch)).toMatchObject([{ place: 4, grp: '4', count: 10 }])
  const after = of.inputs.page(batch, { limit: 20 })
  expect(after.map(row => row.n)).toEqual(before.map(row => row.n))
  expect(of.inputs.packed(batch, 1)).toBeDefined()
})

test('a file of Verify that is damaged is begun anew, and that is told', async () => {
  const before = quick.open()
  expect(before.begunAnew).toBeUndefined()
  await before.close()
  writeFileSync(verifyingFileIn(quick.folder), Buffer.alloc(8_192, 7))
  const after = quick.open()
  expect(after.begunAnew).toBe('damaged')
  expect(after.batches.all()).toEqual([])
  expect(quick.defects).toHaveLength(1)
})

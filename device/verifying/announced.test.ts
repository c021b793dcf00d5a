import { afterEach, beforeEach, expect, test } from 'vitest'
import { announced } from './announced.ts'
import { takeFileIn } from './take-inputs.ts'
import type { QuickVerifying } from './trial/quick-verifying.ts'
import { quickVerifying, rest, small } from './trial/quick-verifying.ts'
import type { Verifying } from './verifying.ts'

let quick: QuickVerifying
beforeEach(() => {
  quick = quickVerifying()
})
afterEach(() => quick.close())

async function announce(of: Verifying, batch: string, value: object): Promise<unknown> {
  const body = JSON.stringify(value)
  const answer = await announced(of, batch, new Request('http://x/', { method: 'POST', body }))
  return answer.json()
}

test('a folder is on its way until whoever sends it says that it is all there', async () => {
  const of = quick.open()
  const batch = of.begin('hires')
  const { coming } = Object(await announce(of, batch, { name: 'hires' }))
  await takeFileIn(
    of,
    batch,
    'hires/a.json',
    (async function* () {
      yield small
    })(),
  )
  expect(of.batches.coming(batch)).toEqual(['hires'])
  expect(of.waits(batch)).toBe(true)
  const leftOut = [
    { name: 'hires', code: 'batch_full', left: 40 },
    { name: 'hires/shut', code: 'folder_unreadable', left: 1 },
  ]
  await announce(of, batch, { ended: coming, leftOut })
  await rest(of, batch)
  expect(of.batches.coming(batch)).toEqual([])
  expect(of.batches.get(batch)).toMatchObject({ inputCount: 1, leftOutCount: 41 })
  expect(of.batches.leftOut(batch).map(({ name, code }) => [name, code])).toEqual([
    ['hires', 'batch_full'],
    ['hires/shut', 'folder_unreadable'],
  ])
})

test('a screen can say only what it may leave out itself', async () => {
  const of = quick.open()
  const batch = of.begin('hires')
  const leftOut = [{ name: 'x', code: 'zip_ratio', left: 1 }]
  await expect(announce(of, batch, { ended: 'x', leftOut })).rejects.toThrow('malformed')
})

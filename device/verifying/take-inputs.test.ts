import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyingLimits } from '../../contract/device/verifying.ts'
import { takeFileIn, takeText } from './take-inputs.ts'
import { aZip } from './trial/a-zip.ts'
import type { QuickVerifying } from './trial/quick-verifying.ts'
import { fill, quickVerifying, rest, small } from './trial/quick-verifying.ts'
import { verifyingFileIn } from './verifying.ts'

let quick: QuickVerifying
beforeEach(() => {
  quick = quickVerifying()
})
afterEach(() => quick.close())

async function* bodyOf(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}

test('a zip that does not fit tells how many were left out, and counts them all', async () => {
  const of = quick.open()
  const batch = of.begin('Full')
  fill(of, batch, verifyingLimits.inputsMax - 1)
  const zip = aZip(Array.from({ length: 50 }, (_, at) => ({ name: `${at}.json`, bytes: small })))
  const taken = await takeFileIn(of, batch, 'z.zip', bodyOf(zip))
  const left = { name: 'z.zip', code: 'batch_full', facts: { max: 10_000, left: 49 } }
  expect(taken).toEqual({ taken: 1, leftOut: [left] })
  expect(of.batches.get(batch)?.leftOutCount).toBe(49)
  expect(of.batches.leftOut(batch)).toHaveLength(1)
}, 30_000)

test('a list without any address says so; one in a text file, or a copied table, is a list', async () => {
  const of = quick.open()
  const batch = of.begin('Lists')
  const none = await takeFileIn(of, batch, 'a.csv', bodyOf(Buffer.from('url\nbadges.example/1\n')))
  expect(none).toEqual({ taken: 0, leftOut: [{ name: 'a.csv', code: 'no_address', facts: {} }] })
  const table = 'Name\tBadge\nAna\thttps://10.0.0.1/1\nLu\thttps://10.0.0.1/2'
  const wide = new Uint8Array(Buffer.from(`\uFEFF${table}`, 'utf16le'))
  expect(await takeFileIn(of, batch, 'b.txt', bodyOf(wide))).toMatchObject({ taken: 2 })
  expect(await takeText(of, batch, table)).toMatchObject({ taken: 2 })
  const letter = Buffer.from('Dear office, my badges are on paper.')
  expect(await takeFileIn(of, batch, 'letter.txt', bodyOf(letter))).toMatchObject({ taken: 1 })
  expect(of.inputs.one(batch, 5)).toMatchObject({ name: 'letter.txt', address: null })
})

test('while a long list is taken in whoever else waits has a turn', async () => {
  const of = quick.open()
  const batch = of.begin('Long')
  const text = Array.from({ length: 9_000 }, (_, at) => `https://10.0.0.1/${at}`).join('\n')
  let turns = 0
  const timer = setInterval(() => (turns += 1), 1)
  const taken = await takeText(of, batch, text)
  clearInterval(timer)
  expect(taken.taken).toBe(9_000)
  expect(turns).toBeGreaterThanOrEqual(9)
}, 30_000)

test('until a zip is all there its batch says that it is coming; a program that was killed says it broke off', async () => {
  const of = quick.open()
  const batch = of.begin('Half')
  const zip = aZip([{ name: 'a.json', bytes: small }])
  const half = Promise.withResolvers<void>()
  const sending = takeFileIn(
    of,
    batch,
    'hires.zip',
    (async function* () {
      yield zip.subarray(0, 20)
      await half.promise
      yield zip.subarray(20)
    })(),
  )
  while (of.batches.coming(batch).length === 0) await wait(2)
  expect(of.batches.coming(batch)).toEqual(['hires.zip'])
  expect(of.waits(batch)).toBe(true)
  // Killed: the file stays as it is at this moment.
  const killed = join(quick.folder, 'killed')
  mkdirSync(killed)
  for (const suffix of ['', '-wal'])
    copyFileSync(`${verifyingFileIn(quick.folder)}${suffix}`, `${verifyingFileIn(killed)}${suffix}`)
  half.resolve()
  expect(await sending).toEqual({ taken: 1, leftOut: [] })
  await rest(of, batch)
  expect(of.batches.coming(batch)).toEqual([])

  const after = quick.open({ folder: killed })
  expect(after.batches.coming(batch)).toEqual([])
  expect(after.batches.leftOut(batch)).toMatchObject([{ name: 'hires.zip', code: 'broken_off' }])
  expect(after.batches.get(batch)?.leftOutCount).toBe(1)
})

test('a zip that breaks off, or is stopped, is told as broken off, and nothing of it comes any more', async () => {
  const of = quick.open()
  const batch = of.begin('Broken')
  const sending = takeFileIn(
    of,
    batch,
    'cut.zip',
    (async function* () {
      yield aZip([{ name: 'a.json', bytes: small }]).subarray(0, 20)
      throw new Error('the sender went away')
    })(),
  )
  await expect(sending).rejects.toThrow('went away')
  expect(of.batches.leftOut(batch)).toMatchObject([{ name: 'cut.zip', code: 'broken_off' }])
  expect(of.waits(batch)).toBe(false)

  const entries = Array.from({ length: 400 }, (_, at) => ({ name: `${at}`, bytes: small }))
  const stopped = takeFileIn(of, batch, 'long.zip', bodyOf(aZip(entries)))
  while (of.batches.coming(batch).length === 0) await wait(1)
  of.stop(batch)
  const { taken } = await stopped
  expect(taken).toBeLessThan(400)
  expect(of.waits(batch)).toBe(false)
  expect(of.batches.leftOut(batch)).toMatchObject([{ name: 'cut.zip' }, { name: 'long.zip' }])
})

test('what all lists hold together has a limit, and the records keep their room on the disk', async () => {
  let freeBytes = 1e9
  const of = quick.open({ freeBytes: async () => freeBytes })
  const batch = of.begin('Room')
  freeBytes = 1e6
  const zip = aZip([{ name: 'a.json', bytes: small }])
  const refused = await takeFileIn(of, batch, 'a.zip', bodyOf(zip))
  expect(refused).toEqual({
    taken: 0,
    leftOut: [{ name: 'a.zip', code: 'no_room', facts: { freeBytes: 1e6 } }],
  })
  expect(await of.room.lacks(verifyingLimits.keptBytesMax + 1)).toMatchObject({ code: 'kept_full' })
})

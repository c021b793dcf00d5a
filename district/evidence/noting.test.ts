import { expect, test } from 'vitest'
import type { Timers } from '../../core/kit/timers.ts'
import type { Blob } from '../../db/district-store/blobs.ts'
import { notingBy } from './noting.ts'

const blob = (sha: string): Blob => ({
  ...{ sha, owner: 'maya', sizeBytes: 1, mediaType: 'image/png', verifiedAt: 1 },
})

/** What was written, transaction by transaction, and time that passes when it is told to. */
function written() {
  const all: string[][] = []
  const due: (() => void)[] = []
  const timers: Timers = {
    passedMs: () => 0,
    every: () => () => undefined,
    after(_ms, work) {
      due.push(work)
      return () => void due.splice(due.indexOf(work), 1)
    },
  }
  const write = async (blobs: readonly Blob[]) => {
    if (blobs.some(({ sha }) => sha === 'spoilt')) throw new Error('a full disk')
    all.push(blobs.map(({ sha }) => sha))
  }
  return { all, noting: notingBy(write, timers), pass: () => due.splice(0).forEach(work => work()) }
}

const ending = () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { flushed: promise, flush: resolve }
}

test('a file that ends by itself is noted at once', async () => {
  const { all, noting } = written()
  await noting.expecting(() => noting.note(blob('one')))
  expect(all).toEqual([['one']])
})

test('files that end at one moment are noted with one flush, and so is one of which nothing came', async () => {
  const { all, noting } = written()
  const [first, second, third] = [ending(), ending(), ending()]
  const works = [
    noting.expecting(async () => {
      await first.flushed
      await noting.note(blob('first'))
    }),
    noting.expecting(async () => {
      await second.flushed
      await noting.note(blob('second'))
    }),
    noting.expecting(() => third.flushed),
  ]
  for (const { flush } of [first, second]) flush()
  await Promise.resolve()
  expect(all).toEqual([])
  third.flush()
  await Promise.all(works)
  expect(all).toEqual([['first', 'second']])
})

test('a photo does not wait for a film whose flush takes long', async () => {
  const { all, noting, pass } = written()
  const film = ending()
  const filmed = noting.expecting(async () => {
    await film.flushed
    await noting.note(blob('film'))
  })
  const noted = noting.expecting(() => noting.note(blob('photo')))
  await Promise.resolve()
  pass()
  await noted
  expect(all).toEqual([['photo']])
  film.flush()
  await filmed
  expect(all).toEqual([['photo'], ['film']])
})

test('where they can’t be noted, each is told', async () => {
  const { noting } = written()
  await expect(noting.expecting(() => noting.note(blob('spoilt')))).rejects.toThrow('full disk')
  await noting.expecting(() => noting.note(blob('afterwards')))
})

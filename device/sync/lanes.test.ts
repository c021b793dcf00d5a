import { expect, test } from 'vitest'
import { lanesAfter, lanesMax, nextToGo } from './lanes.ts'
import type { ToUpload } from './to-upload.ts'

const photo = (name: string): ToUpload => ({
  sha256: name,
  sizeBytes: 600_000,
  mediaType: 'image/jpeg',
})
const film = (name: string): ToUpload => ({ ...photo(name), sizeBytes: 90_000_000 })

test('photos go one after the other over a slow line, and some at once over a quick one', () => {
  let lanes = 1
  for (const tookMs of [300, 200, 250, 100, 80]) lanes = lanesAfter(lanes, tookMs)
  expect(lanes).toBe(lanesMax)
  expect(lanesAfter(3, 2_000)).toBe(3)
  expect(lanesAfter(4, 9_000)).toBe(1)
  // A clock that was put back meanwhile says nothing of the line.
  expect(lanesAfter(2, -3_600_000)).toBe(3)
})

test('a film holds up no photo, and a photo no film; films go one after the other', () => {
  const [one, two, first, second] = [film('one'), film('two'), photo('first'), photo('second')]
  const waiting = [one, two, first, second]
  expect(nextToGo(waiting, [], 1)).toBe(one)
  expect(nextToGo(waiting, [one], 1)).toBe(first)
  expect(nextToGo(waiting, [one, first], 1)).toBe(undefined)
  expect(nextToGo(waiting, [one, first], 2)).toBe(second)
  expect(nextToGo(waiting, [first], 1)).toBe(one)
})

test('never more than four go at once', () => {
  const waiting = [film('film'), ...Array.from({ length: 9 }, (_, n) => photo(`photo ${n}`))]
  const underWay: ToUpload[] = []
  for (;;) {
    const next = nextToGo(waiting, underWay, lanesMax)
    if (next === undefined) break
    underWay.push(next)
  }
  expect(underWay.map(({ sha256 }) => sha256)).toEqual(['film', 'photo 0', 'photo 1', 'photo 2'])
})

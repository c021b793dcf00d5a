import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeIn, placesOf, timelinePrefix } from './timeline.ts'

const body = { owner: 'ana', happenedOn: '2026-11-25', addedAt: 1_700_000_000_000, goals: {} }
const mine = { owner: 'ana', trashed: false }

test('places sort as days do, and within a day as times do', () => {
  const day = fc
    .date({ min: new Date('1970-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map(date => date.toISOString().slice(0, 10))
  const piece = fc.record({ happenedOn: day, addedAt: fc.nat({ max: 9_999_999_999_999 }) })
  fc.assert(
    fc.property(piece, piece, (one, other) => {
      const [a, b] = [one, other].map(each => placeIn(mine, { ...body, ...each }))
      const isEarlier =
        one.happenedOn < other.happenedOn ||
        (one.happenedOn === other.happenedOn && one.addedAt < other.addedAt)
      expect(String(a) < String(b)).toBe(isEarlier)
    }),
  )
})

test('whatever owners and goals are called, no place of one timeline begins as another does', () => {
  const name = fc.string({ unit: fc.constantFrom(' ', '0', '1', 'a', '%', '!', 'é'), maxLength: 4 })
  const timelines = fc.record({ owner: name, trashed: fc.boolean(), goal: fc.option(name) })
  fc.assert(
    fc.property(timelines, timelines, (one, other) => {
      const [a, b] = [one, other].map(each => ({ ...each, goal: each.goal ?? undefined }))
      if (a === undefined || b === undefined) return
      const isSame =
        a.owner === b.owner && a.trashed === b.trashed && (a.goal ?? '') === (b.goal ?? '')
      expect(placeIn(a, body).startsWith(timelinePrefix(b))).toBe(isSame)
    }),
  )
})

test('a piece stands in the timeline of everything and of each goal that it serves, in use or in the trash', () => {
  const goals = { g1: true, g2: false, g3: true }
  const prefixes = (trashed: boolean) =>
    [undefined, 'g1', 'g3'].map(goal => timelinePrefix({ owner: 'ana', trashed, goal }))
  const starts = (places: readonly string[], wanted: readonly string[]) =>
    places.length === wanted.length &&
    places.every((place, index) => place.startsWith(wanted[index] ?? '?'))
  expect(starts(placesOf({ ...body, goals }), prefixes(false))).toBe(true)
  expect(starts(placesOf({ ...body, goals, trashedAt: 1 }), prefixes(true))).toBe(true)
})

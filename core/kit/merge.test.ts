import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Rec } from './record-type.ts'
import { merge } from './change.ts'

type Body = Readonly<Record<string, unknown>>
interface Edit {
  readonly set: Body
  readonly stamp: string
}

const start: Rec<Body> = { kind: 'plan', id: 'p', v: 1, rev: 1, body: {}, clocks: {} }

/** A record after an edit, as a store applies what `merge` says. */
function edited(rec: Rec<Body>, { set, stamp }: Edit): Rec<Body> {
  let next = rec
  for (const change of merge(rec, set, stamp)) {
    if (change.do !== 'patch') throw new Error('a merge patches')
    const shape = z.record(z.string(), z.unknown())
    next = {
      ...next,
      body: { ...next.body, ...shape.parse(change.set) },
      clocks: { ...next.clocks, ...change.clocks },
    }
  }
  return next
}

const whatCounts = ({ body, clocks }: Rec<Body>) => ({ body, clocks })

const field = fc.constantFrom('title', 'due', 'marks.one', 'marks.two')
const edits = fc.uniqueArray(
  fc.record({
    set: fc.dictionary(field, fc.integer(), { minKeys: 1 }),
    // Devices make two stamps of one instant differ.
    stamp: fc
      .tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom('a', 'b', 'c'))
      .map(([ms, device]) => `${String(ms).padStart(13, '0')}-0000-${device}`),
  }),
  { selector: edit => edit.stamp, maxLength: 12 },
)

test('edits of fields come to the same in whatever order they arrive, and however often', () => {
  fc.assert(
    fc.property(
      edits.chain(all =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          fc.shuffledSubarray(all),
        ),
      ),
      ([inOrder, shuffled, again]) => {
        const one = inOrder.reduce(edited, start)
        const other = [...shuffled, ...again].reduce(edited, start)
        expect(whatCounts(other)).toEqual(whatCounts(one))
      },
    ),
    { numRuns: 1_000 },
  )
})

test('two halves that were merged apart come to the same together', () => {
  fc.assert(
    fc.property(edits, fc.integer({ min: 0, max: 12 }), (all, at) => {
      const [early, late] = [all.slice(0, at), all.slice(at)]
      const oneWay = [...early, ...late].reduce(edited, start)
      const otherWay = [...late, ...early].reduce(edited, start)
      expect(whatCounts(otherWay)).toEqual(whatCounts(oneWay))
    }),
    { numRuns: 1_000 },
  )
})

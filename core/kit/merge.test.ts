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

/** A record that has taken in another one, field by field with the stamp that each has there. */
const withAll = (one: Rec<Body>, other: Rec<Body>): Rec<Body> =>
  Object.entries(other.clocks).reduce(
    (rec, [name, stamp]) => edited(rec, { set: { [name]: other.body[name] }, stamp }),
    one,
  )

test('of three that were edited apart it does not matter which two are merged first, nor into which', () => {
  const parts = edits.chain(all => {
    const part = (n: number) => fc.constant(all.filter((_, at) => at % 3 === n))
    return fc.tuple(fc.constant(all), part(0), part(1), part(2))
  })
  const apart = (some: readonly Edit[]) => some.reduce(edited, start)
  fc.assert(
    fc.property(parts, ([all, first, second, third]) => {
      const [a, b, c] = [apart(first), apart(second), apart(third)] as const
      const together = whatCounts(all.reduce(edited, start))
      expect(whatCounts(withAll(withAll(a, b), c))).toEqual(together)
      expect(whatCounts(withAll(a, withAll(b, c)))).toEqual(together)
      expect(whatCounts(withAll(withAll(c, b), a))).toEqual(together)
    }),
    { numRuns: 1_000 },
  )
})

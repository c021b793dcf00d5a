import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pullReply } from './pull.ts'
import { pullReplyRead } from './read-pull.ts'

const part = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(null),
  fc.boolean(),
  fc.dictionary(fc.string({ maxLength: 3 }), fc.oneof(fc.string(), fc.integer()), { maxKeys: 2 }),
  fc.array(fc.integer(), { maxLength: 2 }),
)
const texts = (n: number) => Array.from({ length: n }, () => fc.string({ maxLength: 3 }))
const [stream, kind, id] = texts(3)
const record = fc.tuple(
  stream ?? part,
  kind ?? part,
  id ?? part,
  fc.integer(),
  fc.integer(),
  fc.dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }),
  fc.dictionary(fc.string({ maxLength: 3 }), fc.string({ maxLength: 3 }), { maxKeys: 3 }),
)
const gone = fc.tuple(stream ?? part, kind ?? part, id ?? part)
/** Operations as they are, and such with one part put wrong, left out or added. */
const op = fc.oneof(
  record,
  gone,
  fc
    .tuple(fc.oneof(record, gone), fc.nat(7), part)
    .map(([parts, at, value]) => [...parts.slice(0, at), value, ...parts.slice(at + 1)]),
  fc.tuple(fc.oneof(record, gone), fc.nat(7)).map(([parts, at]) => parts.slice(0, at)),
  part,
)
const whole = { from: '', next: 'n', more: false, drop: [], results: [], now: 1 }

test('a pull is read as it is described: the same is taken, the same refused', () => {
  fc.assert(
    fc.property(fc.array(op, { maxLength: 3 }), ops => {
      const told: unknown = JSON.parse(JSON.stringify({ ...whole, ops }))
      const described = pullReply.safeParse(told)
      const read = pullReplyRead.safeParse(told)
      expect(read.success).toBe(described.success)
      if (described.success) expect(read.data).toEqual(described.data)
    }),
    { numRuns: 2_000 },
  )
})

test.each([{ ops: undefined }, { ops: {} }, { ops: 'no' }, { more: 'no', ops: [] }])(
  'what is no page is refused: %j',
  more => {
    expect(pullReplyRead.safeParse({ ...whole, ...more }).success).toBe(false)
  },
)

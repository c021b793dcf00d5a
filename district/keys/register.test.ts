import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compromised, cursorRotated, nextKeyId, rotated } from './changes.ts'
import type { KeyRegister } from './register.ts'
import { activeIn, isNeededStill, joinedRegisters, signingAs } from './register.ts'

const begun: KeyRegister = {
  v: 1,
  issuer: [{ id: 'key-1', publicKey: 'z6Mk1', madeAt: 100, state: 'active' }],
  trust: 'z6MkT',
  cursor: [{ n: 1 }],
}
const next = (register: KeyRegister, madeAt: number) => ({
  publicKey: `z6Mk-${nextKeyId(register)}`,
  madeAt,
})
const statesOf = ({ issuer }: KeyRegister) => issuer.map(({ id, state }) => `${id} ${state}`)
const given = (register: KeyRegister, id: string, from: number, now: number): KeyRegister => {
  const changed = compromised(register, { id, from, now, next: next(register, now) })
  if (typeof changed === 'string') throw new Error(changed)
  return changed
}

/** What operators do to a register, one after the other. */
type Deed = { readonly rotate: true } | { readonly compromise: number; readonly from: number }
const deeds = fc.array(
  fc.oneof(
    fc.constant<Deed>({ rotate: true }),
    fc.record({
      compromise: fc.integer({ min: 1, max: 5 }),
      from: fc.integer({ min: 0, max: 999 }),
    }),
  ),
  { maxLength: 8 },
)
function after(done: readonly Deed[], register = begun): KeyRegister {
  return done.reduce((now, deed, at) => {
    const time = 1_000 + at
    if ('rotate' in deed) return rotated(now, next(now, time))
    const id = `key-${deed.compromise}`
    const changed = compromised(now, { id, from: deed.from, now: time, next: next(now, time) })
    return typeof changed === 'string' ? now : changed
  }, register)
}

test('whatever is done, exactly one key signs, every key stays, and no number is given twice', () => {
  fc.assert(
    fc.property(deeds, done => {
      const { issuer } = after(done)
      expect(issuer.filter(key => key.state === 'active')).toHaveLength(1)
      expect(activeIn(issuer)).toBe(issuer.at(-1))
      expect(issuer.map(key => key.id)).toEqual(issuer.map((_, at) => `key-${at + 1}`))
    }),
  )
})

test('a register joined with an older copy of it is the newer one: nothing that was given up comes back', () => {
  fc.assert(
    fc.property(deeds, deeds, (before, since) => {
      const older = after(before)
      const newer = after(since, older)
      for (const joined of [joinedRegisters(newer, older), joinedRegisters(older, newer)])
        expect(joined.issuer).toEqual(newer.issuer)
    }),
  )
})

test('a key is given up from a time on, which only ever moves back', () => {
  const changed = given(begun, 'key-1', 500, 1_000)
  expect(statesOf(changed)).toEqual(['key-1 compromised', 'key-2 active'])
  expect(changed.issuer[0]).toMatchObject({ compromisedFrom: 500, compromisedAt: 1_000 })
  const why = (register: KeyRegister, id: string, from: number) =>
    compromised(register, { id, from, now: 2_000, next: next(register, 2_000) })
  expect(why(changed, 'key-1', 500)).toBe('later')
  expect(why(changed, 'key-1', 900)).toBe('later')
  expect(why(changed, 'key-1', 50)).toBe('before_made')
  expect(why(changed, 'key-2', 2_001)).toBe('in_future')
  expect(why(changed, 'key-3', 1_500)).toBe('unknown')
  const earlier = given(changed, 'key-1', 200, 2_000)
  expect(statesOf(earlier)).toEqual(['key-1 compromised', 'key-2 active'])
  expect(earlier.issuer[0]?.compromisedFrom).toBe(200)
})

test('one that was retired can be given up too, and the one that signs goes on', () => {
  const two = rotated(begun, next(begun, 1_000))
  expect(statesOf(two)).toEqual(['key-1 retired', 'key-2 active'])
  expect(statesOf(given(two, 'key-1', 500, 2_000))).toEqual(['key-1 compromised', 'key-2 active'])
})

test('two keys of cursors are taken, the newest and the one before', () => {
  const three = cursorRotated(cursorRotated(begun, 1), 2)
  expect(three.cursor.map(({ n }) => n)).toEqual([2, 3])
  expect(joinedRegisters(begun, three).cursor.map(({ n }) => n)).toEqual([2, 3])
})

test('a key that was an issuer itself is needed for its lists, until it is given up', () => {
  const web = signingAs(begun, 'did:web:a.example', ['did:key:z6Mk1'])
  expect(web.dids).toEqual(['did:key:z6Mk1', 'did:web:a.example'])
  expect(isNeededStill(web, { state: 'retired', publicKey: 'z6Mk1' })).toBe(true)
  expect(isNeededStill(web, { state: 'retired', publicKey: 'z6Mk2' })).toBe(false)
  expect(isNeededStill(web, { state: 'compromised', publicKey: 'z6Mk1' })).toBe(false)
  expect(signingAs(web, 'did:web:b.example', []).dids?.at(-1)).toBe('did:web:b.example')
})

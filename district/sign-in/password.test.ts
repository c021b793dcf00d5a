import { argon2id } from '@noble/hashes/argon2.js'
import { expect, test } from 'vitest'
import { RequestRefused } from '../door/refused.ts'
import { atMost } from './at-most.ts'
import { isPassword, keptOf, refuseWeak } from './password.ts'

const nothing = () => Promise.resolve()

test('a password is known again from what is kept of it, in whatever form its letters came, and another is not', async () => {
  const kept = await keptOf('año nuevo en río verde')
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
  expect(await isPassword('año nuevo en río verde'.normalize('NFD'), kept, nothing)).toBe(true)
  expect(await isPassword('año nuevo en río verda', kept, nothing)).toBe(false)
  expect(await isPassword('año nuevo en río verde', undefined, nothing)).toBe(false)
  expect(await isPassword('', '', nothing)).toBe(false)
}, 60_000)

test('what is kept is what another implementation makes of it, and is salted', async () => {
  const password = 'seven blue lamps hum'
  const [one, two] = [await keptOf(password), await keptOf(password)]
  expect(one).not.toBe(two)
  const [, , , , salt = '', tag = ''] = one.split('$')
  const made = argon2id(password, Buffer.from(salt, 'base64'), { m: 65_536, t: 3, p: 1, dkLen: 32 })
  expect(Buffer.from(made).toString('base64').replaceAll('=', '')).toBe(tag)
}, 60_000)

const refusal = (password: string) => {
  try {
    refuseWeak(password)
    return undefined
  } catch (error) {
    return error instanceof RequestRefused ? error.facts : error
  }
}

test('twelve signs at least, and none that anybody would try first', () => {
  expect(refusal('elevensigns')).toEqual({ why: 'short', charsMin: 12 })
  expect(refusal('password1234')).toEqual({ why: 'common' })
  expect(refusal('aaaaaaaaaaaaaa')).toEqual({ why: 'common' })
  expect(refusal('seven blue lamps')).toBeUndefined()
})

test('no more are at work than may be at once; too many that wait are refused, and the others come in order', async () => {
  const turn = atMost(2, 2, () => new RangeError('full'))
  const ended: (() => void)[] = []
  const told: number[] = []
  const work = (n: number) =>
    turn(async () => {
      told.push(n)
      await new Promise<void>(resolve => ended.push(resolve))
      return n
    })
  const all = [1, 2, 3, 4].map(work)
  await expect(work(5)).rejects.toThrow('full')
  expect(told).toEqual([1, 2])
  ended[0]?.()
  expect(await all[0]).toBe(1)
  expect(told).toEqual([1, 2, 3])
  ended[1]?.()
  ended[2]?.()
  await all[2]
  ended[3]?.()
  expect(await Promise.all(all)).toEqual([1, 2, 3, 4])
  const again = turn(() => Promise.reject(new Error('broken')))
  await expect(again).rejects.toThrow('broken')
  expect(await turn(() => Promise.resolve('free'))).toBe('free')
})

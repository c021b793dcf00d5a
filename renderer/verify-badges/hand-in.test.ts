import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Given } from './given.ts'
import { handIn, handingIn } from './hand-in.ts'
import { verifying } from './verifying-door.ts'

/** What the program on this computer was told, in order; it holds `room` files. */
let asked: string[]
let room: number
beforeEach(() => {
  asked = []
  room = 10_000
  let announced = 0
  vi.spyOn(verifying, 'coming').mockImplementation(async (_batch, name) => {
    asked.push(`coming ${name}`)
    return `${(announced += 1)}`
  })
  vi.spyOn(verifying, 'file').mockImplementation(async (batch, name) => {
    await Promise.resolve()
    asked.push(`${batch} ${name}`)
    if (room-- > 0) return { taken: 1, leftOut: [] }
    return { taken: 0, leftOut: [{ name, code: 'batch_full', facts: { max: 10_000, left: 1 } }] }
  })
  vi.spyOn(verifying, 'arrived').mockImplementation(async (_batch, coming, leftOut) => {
    await Promise.resolve()
    asked.push(`arrived ${coming}${leftOut.map(({ code, left }) => ` ${code} ${left}`).join('')}`)
    return {}
  })
})
afterEach(() => void vi.restoreAllMocks())

const files = (name: string, count: number): Given => ({
  name,
  leftOut: [],
  inputs: Array.from({ length: count }, (_, at) => ({
    name: `${name}/${at}`,
    bytes: new Blob(['x']),
  })),
})

test('a folder is announced before its first file, and said to be there after its last', async () => {
  await handIn('b', files('hires', 5))
  expect(asked.at(0)).toBe('coming hires')
  expect(asked.at(-1)).toBe('arrived 1')
  expect(asked).toHaveLength(7)
  expect(handingIn()).toBeUndefined()
})

test('one file alone is not announced: it is there or it is not', async () => {
  await handIn('b', files('one', 1))
  expect(asked).toEqual(['b one/0'])
})

test('what is dropped while the first files are being sent, or said to be there, is sent too', async () => {
  for (let turns = 0; turns < 40; turns += 1) {
    asked = []
    const first = handIn('b', files('first', 6))
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
    const second = handIn('b', files('second', 6))
    await Promise.all([first, second])
    while (handingIn() !== undefined) await new Promise(resolve => setTimeout(resolve, 1))
    expect(asked.filter(one => one.startsWith('b '))).toHaveLength(12)
    expect(asked.filter(one => one.startsWith('coming'))).toHaveLength(2)
    expect(asked.filter(one => one.startsWith('arrived'))).toHaveLength(2)
  }
})

test('once the list is full what waits is not sent, and is told with its number', async () => {
  room = 3
  await handIn('b', files('hires', 40))
  expect(asked.length).toBeLessThan(15)
  const sent = asked.filter(one => one.startsWith('b ')).length
  expect(asked.at(-1)).toMatch(/^arrived 1 batch_full \d+$/)
  expect(sent + Number(asked.at(-1)?.split(' ').at(-1))).toBe(40)
})

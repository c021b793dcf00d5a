import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DoorRefused } from '../door/door.ts'
import type { Given } from './given.ts'
import { answersAgain, handIn, handingIn, notHandedIn, stopHandingIn } from './hand-in.ts'
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

const sentOf = (batch: string) => asked.filter(one => one.startsWith(`${batch} `)).length

test('who stops is told how many did not come in; every file is sent, or told, once', async () => {
  for (let turns = 0; turns < 40; turns += 1) {
    asked = []
    const given = handIn('b', files('hires', 30))
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
    await stopHandingIn('b')
    await given
    const left = Number(/ stopped (\d+)$/.exec(asked.at(-1) ?? '')?.[1] ?? 0)
    expect(sentOf('b') + left).toBe(30)
    expect(asked.at(-1)).toMatch(/^arrived /)
    expect(handingIn()).toBeUndefined()
  }
})

test('a list that waits behind the stopped one comes in; one that was itself stopped is told as left out', async () => {
  const first = handIn('b', files('first', 30))
  const behind = handIn('c', files('behind', 5))
  const given = handIn('d', files('unwanted', 5))
  await stopHandingIn('d')
  await stopHandingIn('b')
  await Promise.all([first, behind, given])
  while (handingIn() !== undefined) await new Promise(resolve => setTimeout(resolve, 1))
  expect(sentOf('b')).toBeLessThan(30)
  expect(sentOf('c')).toBe(5)
  expect(sentOf('d')).toBe(0)
  expect(asked.filter(one => one.endsWith(' stopped 5'))).toHaveLength(1)
})

test('the rest of a zip that is on its way is not sent; a badge that is, arrives', async () => {
  const signals: (AbortSignal | undefined)[] = []
  vi.spyOn(verifying, 'file').mockImplementation((_batch, name, _bytes, signal) => {
    signals.push(signal)
    return new Promise((resolve, reject) => {
      if (name === 'badge') setTimeout(() => resolve({ taken: 1, leftOut: [] }), 5)
      signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
    })
  })
  const zip = { name: 'all.zip', bytes: new Blob([new Uint8Array(8_388_609)]) }
  const badge = { name: 'badge', bytes: new Blob(['x']) }
  const given = handIn('b', { name: '', leftOut: [], inputs: [zip, badge] })
  while (signals.length < 2) await Promise.resolve()
  await stopHandingIn('b')
  await given
  expect(signals.map(signal => signal?.aborted)).toEqual([true, undefined])
  expect(asked.at(-1)).toBe('arrived 1')
})

test('that the program did not answer is no news once it does; what it refused stays told', async () => {
  const file = vi.spyOn(verifying, 'file')
  file.mockRejectedValueOnce(new TypeError('Failed to fetch'))
  await handIn('b', files('lost', 1))
  expect(notHandedIn()?.batch).toBe('b')
  answersAgain('another')
  expect(notHandedIn()?.batch).toBe('b')
  answersAgain('b')
  expect(notHandedIn()).toBeUndefined()
  file.mockRejectedValueOnce(new DoorRefused(507, { code: 'disk_full' }))
  await handIn('b', files('full', 1))
  answersAgain('b')
  expect(notHandedIn()?.why).toBeInstanceOf(DoorRefused)
})

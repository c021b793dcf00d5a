import { beforeEach, expect, test, vi } from 'vitest'
import { typing, unconfirmed } from './typing.ts'

/** The window's own store, as a browser has one. */
function aWindowStore(): void {
  const held = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, value: string) => void held.set(name, value),
    removeItem: (name: string) => void held.delete(name),
  })
}

beforeEach(aWindowStore)

test('one stroke is on its way at a time, and the next carries the newest text', async () => {
  const sent: [string, string][] = []
  const field = typing({
    name: 'f',
    start: '',
    save: async (text, base) => {
      sent.push([text, base])
      await Promise.resolve()
      return 'kept'
    },
    onState: () => undefined,
  })
  for (const text of ['a', 'ab', 'abc', 'abcd']) field.type(text)
  await field.settled()
  expect(sent).toEqual([
    ['a', ''],
    ['abcd', 'a'],
  ])
  expect(unconfirmed('f')).toBeUndefined()
})

test('what is not confirmed stands in the window’s own store until it is', async () => {
  let answer: (said: 'kept') => void = () => undefined
  const field = typing({
    name: 'f',
    start: '',
    save: () => new Promise(resolve => (answer = resolve)),
    onState: () => undefined,
  })
  field.type('half a sen')
  expect(unconfirmed('f')).toBe('half a sen')
  answer('kept')
  await field.settled()
  expect(unconfirmed('f')).toBeUndefined()
})

test('a text that the record refuses stays in the window, and is not sent again and again', async () => {
  const states: string[] = []
  const save = vi.fn(async () => 'refused' as const)
  const field = typing({ name: 'f', start: '', save, onState: state => states.push(state) })
  field.type('too late')
  await field.settled()
  expect(save).toHaveBeenCalledTimes(1)
  expect(states.at(-1)).toBe('refused')
  expect(unconfirmed('f')).toBe('too late')
})

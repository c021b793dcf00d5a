import { beforeEach, expect, test, vi } from 'vitest'
import { typing } from './typing.ts'
import { unsaved } from './unsaved.ts'
import { aWindowStore } from '../../test/builders/window-store.ts'

beforeEach(() => {
  aWindowStore()
})

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
  expect(unsaved('f')).toBeUndefined()
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
  expect(unsaved('f')).toBe('half a sen')
  answer('kept')
  await field.settled()
  expect(unsaved('f')).toBeUndefined()
})

test('a text that the record refuses stays in the window, and is not sent again and again', async () => {
  const states: string[] = []
  const save = vi.fn(async () => 'refused' as const)
  const field = typing({ name: 'f', start: '', save, onState: state => states.push(state) })
  field.type('too late')
  await field.settled()
  expect(save).toHaveBeenCalledTimes(1)
  expect(states.at(-1)).toBe('refused')
  expect(unsaved('f')).toBe('too late')
})

test('after a refusal the next text begins from what is in place, not from what was refused', async () => {
  const bases: string[] = []
  const field = typing({
    name: 'f',
    start: 'in place',
    save: async (text, base) => {
      bases.push(base)
      return text.length > 20 ? 'refused' : 'kept'
    },
    onState: () => undefined,
  })
  field.type('in place, and far too long')
  await field.settled()
  field.type('in place, short')
  await field.settled()
  expect(bases).toEqual(['in place', 'in place'])
  expect(unsaved('f')).toBeUndefined()
})

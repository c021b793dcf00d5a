import { expect, test } from 'vitest'
import { actOf } from './place-keys.ts'

const none = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

function told(pressed: Partial<typeof none>): string | undefined {
  let did: string | undefined
  const say = (what: string) => () => {
    did = what
  }
  const doing = {
    places: ['/today', '/plan'],
    onFind: say('find'),
    onKeys: say('keys'),
    onSidebar: say('sidebar'),
  }
  actOf({ ...none, ...pressed }, doing, path => say(path)())?.()
  return did
}

test('Ctrl or Alt with a digit goes to the place of that number', () => {
  expect(told({ key: '2', code: 'Digit2', ctrlKey: true })).toBe('/plan')
  // On a Mac, Option and a digit writes a sign of its own.
  expect(told({ key: '¡', code: 'Digit1', altKey: true })).toBe('/today')
  expect(told({ key: '9', code: 'Digit9', ctrlKey: true })).toBeUndefined()
})

test('AltGr writes: with it no key acts', () => {
  expect(told({ key: '@', code: 'Digit2', ctrlKey: true, altKey: true })).toBeUndefined()
  expect(told({ key: 'k', code: 'KeyK', ctrlKey: true, altKey: true })).toBeUndefined()
})

test('F1 lists the keys, Ctrl+B takes the sidebar, Ctrl+K finds, Ctrl+Shift+E adds evidence', () => {
  expect(told({ key: 'F1', code: 'F1' })).toBe('keys')
  expect(told({ key: 'b', code: 'KeyB', metaKey: true })).toBe('sidebar')
  expect(told({ key: 'K', code: 'KeyK', ctrlKey: true })).toBe('find')
  expect(told({ key: 'E', code: 'KeyE', ctrlKey: true, shiftKey: true })).toBe('/add')
  expect(told({ key: 'k', code: 'KeyK' })).toBeUndefined()
})

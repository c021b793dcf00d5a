import { BrowserWindow } from 'electron'
import { beforeEach, expect, test } from 'vitest'
import { seen } from '../test/builders/electron-double.ts'
import { answerProtect, protectChannel } from './protect.ts'

// security.md row 12: a sealed original does not appear in a shared screen or in the system's own pictures of it.
beforeEach(() => {
  const window = new BrowserWindow({})
  answerProtect(() => window)
})
const screen = { url: 'app://screen/evidence/e-1', parent: null }
const send = (senderFrame: object | null, value: unknown): unknown => {
  const handler = seen.handlers.get(protectChannel)
  if (handler === undefined) throw new Error('nobody answers')
  return Reflect.apply(handler, undefined, [{ senderFrame }, value])
}
const isProtected = () => seen.windows.at(-1)?.isProtected

test('our screen turns it on, and off again', () => {
  send(screen, true)
  expect(isProtected()).toBe(true)
  send(screen, false)
  expect(isProtected()).toBe(false)
})

test.each([
  ['the viewer', { url: 'app://viewer/', parent: null }],
  ['a screen in a frame', { url: 'app://screen/', parent: {} }],
  ['a stranger', { url: 'https://app.screen/', parent: null }],
  ['a frame that is gone', null],
])('%s can not turn it off', (_who, frame) => {
  send(screen, true)
  expect(() => send(frame, false)).toThrow('not for this page')
  expect(isProtected()).toBe(true)
})

test.each([undefined, 'true', 1, {}])('%j is no answer to whether it is sealed', value => {
  expect(() => send(screen, value)).toThrow('not for this page')
})

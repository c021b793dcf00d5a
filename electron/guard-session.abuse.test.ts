import { session } from 'electron'
import { beforeAll, expect, test } from 'vitest'
import { seen } from '../test/builders/electron-double.ts'
import { guardSession, isOwn } from './guard-session.ts'

// security.md rows 5 and 9: the window asks nothing of the network, of the computer's devices, or of a dictionary.
beforeAll(() => guardSession(session.defaultSession, true))

const told = (name: string, ...given: readonly unknown[]): unknown => {
  const handler = seen.session.get(name)
  if (handler === undefined) throw new Error(`nobody handles ${name}`)
  return Reflect.apply(handler, undefined, given)
}
const isCancelled = (url: string): unknown => {
  let answered: unknown
  told('request', { url }, (answer: { cancel: boolean }) => {
    answered = answer.cancel
  })
  return answered
}

test.each([
  'https://example.org/tracker.gif',
  'http://127.0.0.1:4300/api/session',
  'ws://127.0.0.1:9229/',
  'file:///etc/passwd',
  'app://other/',
  'app://screen.evil/',
  'app://screen:80/',
  'app://x@screen/',
  'blob:https://example.org/1',
  'blob:app://other/1',
  'devtools://devtools/bundled/inspector.html',
  'chrome://gpu',
  'https://redirector.gvt1.com/edgedl/chrome/dict/en-us-10-1.bdic',
])('%s is cancelled', url => expect(isCancelled(url)).toBe(true))

test.each([
  'app://screen/today',
  'app://viewer/?x',
  'blob:app://screen/1',
  'data:image/png;base64,',
])('%s passes', url => expect(isCancelled(url)).toBe(false))

test('the inspector opens only where the app is being written', () => {
  expect(isOwn('devtools://devtools/x.html', false)).toBe(true)
  expect(isOwn('devtools://devtools/x.html', true)).toBe(false)
})

const asked = (permission: string, at: string, from: string): readonly unknown[] => {
  const contents = { getURL: () => at }
  let answered: unknown
  told('permission', contents, permission, (isGiven: boolean) => (answered = isGiven), {
    requestingUrl: from,
  })
  return [answered, told('check', contents, permission, from, { requestingUrl: from })]
}

test.each([
  'media',
  'geolocation',
  'notifications',
  'midi',
  'clipboard-read',
  'fullscreen',
  'openExternal',
  'display-capture',
  'fileSystem',
  'window-management',
  'a permission of tomorrow',
])('the permission %s is neither given nor said to be there', permission =>
  expect(asked(permission, 'app://screen/', 'app://screen/')).toEqual([false, false]),
)

test('our own screen may copy text, the viewer and strangers may not', () => {
  const copy = 'clipboard-sanitized-write'
  expect(asked(copy, 'app://screen/people', 'app://screen/people')).toEqual([true, true])
  expect(asked(copy, 'app://screen/', 'app://viewer/')).toEqual([false, false])
  expect(asked(copy, 'https://example.org/', 'app://screen/')).toEqual([false, false])
  expect(told('check', null, copy, '', {})).toBe(false)
})

test('devices and shared screens are refused', () => {
  expect(told('device', {})).toBe(false)
  let shared: unknown
  told('display', {}, (streams: unknown) => (shared = streams))
  expect(shared).toEqual({})
})

test('the spell checker is off: its dictionaries come from a server', () => {
  expect(seen.spellChecker).toBe(false)
})

test('what a page saves is what our pages made', () => {
  const isPrevented = (url: string) => {
    let prevented = false
    told('will-download', { preventDefault: () => (prevented = true) }, { getURL: () => url })
    return prevented
  }
  expect(isPrevented('https://example.org/setup.exe')).toBe(true)
  expect(isPrevented('blob:app://screen/1')).toBe(false)
})

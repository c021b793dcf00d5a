import { BrowserWindow } from 'electron'
import { beforeEach, expect, test } from 'vitest'
import type { WebContents } from '../test/builders/electron-double.ts'
import { seen } from '../test/builders/electron-double.ts'
import { guardContents } from './guard-contents.ts'

let contents: WebContents
beforeEach(() => {
  seen.openedOutside.splice(0)
  const window = new BrowserWindow({})
  guardContents(window.webContents)
  const double = seen.windows.at(-1)
  if (double === undefined) throw new Error('no window was made')
  contents = double.webContents
})
const isPrevented = (name: string, event: object) => {
  let prevented = false
  contents.emit(name, { ...event, preventDefault: () => (prevented = true) })
  return prevented
}

test('the window stays on our screens', () => {
  const goes = (url: string) => !isPrevented('will-frame-navigate', { url, isMainFrame: true })
  expect(goes('app://screen/plan')).toBe(true)
  const away = [
    'app://viewer/',
    'https://example.org/',
    'file:///x.html',
    'javascript:alert(1)',
    '',
  ]
  for (const url of away) expect(goes(url)).toBe(false)
})

test('a frame shows the viewer and nothing else, our screens neither', () => {
  const goes = (url: string) => !isPrevented('will-frame-navigate', { url, isMainFrame: false })
  expect(goes('app://viewer/')).toBe(true)
  for (const url of ['app://screen/', 'https://example.org/', 'about:blank']) {
    expect(goes(url)).toBe(false)
  }
})

test('no redirect leaves the house', () => {
  expect(isPrevented('will-redirect', { url: 'https://example.org/' })).toBe(true)
  expect(isPrevented('will-redirect', { url: 'app://screen/' })).toBe(false)
})

test('no page puts a web view into itself', () => {
  expect(isPrevented('will-attach-webview', {})).toBe(true)
})

test('a new window is never opened; a https link goes to the browser', () => {
  expect(contents.openHandler?.({ url: 'https://example.org/help' })).toEqual({ action: 'deny' })
  expect(contents.openHandler?.({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' })
  expect(seen.openedOutside).toEqual(['https://example.org/help'])
})

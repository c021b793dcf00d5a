import { expect, test } from 'vitest'
import type { ShellFacts } from './shell.ts'
import { chooseShell } from './shell.ts'

const now = Date.UTC(2026, 10, 25)
const facts: ShellFacts = {
  platform: 'linux',
  env: { DISPLAY: ':0' },
  isPortAsked: false,
  isPackageHere: true,
  isBinaryHere: true,
  failedAt: undefined,
  now,
}
const choose = (changed: Partial<ShellFacts>) => chooseShell({ ...facts, ...changed })

test('the window opens where its binary is there', () => {
  expect(choose({})).toEqual({ shell: 'window', mustFetch: false })
  expect(choose({ env: { WAYLAND_DISPLAY: 'wayland-0' } })).toMatchObject({ shell: 'window' })
})

test('Linux without a display is a browser at once, whatever is installed', () => {
  expect(choose({ env: {} })).toEqual({ shell: 'browser', why: 'noDisplay' })
  expect(choose({ env: { DISPLAY: '' } })).toEqual({ shell: 'browser', why: 'noDisplay' })
  expect(choose({ env: {}, platform: 'win32' })).toMatchObject({ shell: 'window' })
})

test('who asks for a port gets it, which only a browser can use', () => {
  const asked = { shell: 'browser', why: 'portAsked' }
  expect(choose({ isPortAsked: true })).toEqual(asked)
  expect(choose({ isPortAsked: true, isBinaryHere: false })).toEqual(asked)
})

test('a binary that is not there is fetched, unless that failed in the last day', () => {
  const missing = { isBinaryHere: false }
  expect(choose(missing)).toEqual({ shell: 'window', mustFetch: true })
  expect(choose({ ...missing, failedAt: now - 3_600_000 })).toEqual({
    shell: 'browser',
    why: 'failedToday',
  })
  expect(choose({ ...missing, failedAt: now - 86_400_000 })).toMatchObject({ mustFetch: true })
})

test('a failure in the future is a clock that was wrong, and is forgotten', () => {
  expect(choose({ isBinaryHere: false, failedAt: now + 1 })).toMatchObject({ mustFetch: true })
})

test('MERITFOLIO_SHELL has the last word where it can be followed', () => {
  expect(choose({ env: { DISPLAY: ':0', MERITFOLIO_SHELL: 'browser' } })).toEqual({
    shell: 'browser',
    why: 'chosen',
  })
  const wish = { DISPLAY: ':0', MERITFOLIO_SHELL: 'electron' }
  expect(choose({ env: wish, isBinaryHere: false, failedAt: now - 1 })).toMatchObject({
    mustFetch: true,
  })
})

test('without the package there is nothing to fetch with', () => {
  expect(choose({ isPackageHere: false, isBinaryHere: false })).toEqual({
    shell: 'browser',
    why: 'notInstalled',
  })
})

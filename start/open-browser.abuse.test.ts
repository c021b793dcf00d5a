import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { openerOf, writeRedirect } from './open-browser.ts'

// security.md row 2: the key must not be seen in `ps` or in a file that others may read.
const link = 'http://127.0.0.1:4300/#once=abc&"><script>'

test.each(['linux', 'darwin', 'win32'] as const)(
  'on %s the opener is told a file, never the link',
  platform => {
    const { page, remove } = writeRedirect(link)
    expect(openerOf(platform, page).join(' ')).toContain(page)
    expect(openerOf(platform, page).join(' ')).not.toContain('once')
    remove()
  },
)

test('the page that leads to the link is its owner’s alone, and goes away', () => {
  const { page, remove } = writeRedirect(link)
  if (process.platform !== 'win32') {
    expect(statSync(page).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(page)).mode & 0o777).toBe(0o700)
  }
  remove()
  expect(statSync(page, { throwIfNoEntry: false })).toBeUndefined()
})

test('a link can not become markup of the page', () => {
  const { page, remove } = writeRedirect(link)
  const html = readFileSync(page, 'utf8')
  expect(html).toContain('url=http://127.0.0.1:4300/#once=abc&amp;&quot;>&lt;script>"')
  expect(html).not.toContain('<script')
  remove()
})

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openBrowser, openerOf, writeRedirect } from './open-browser.ts'

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

const { PATH } = process.env
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opener-'))
})
afterEach(() => {
  process.env['PATH'] = PATH
  rmSync(folder, { recursive: true })
})

/** An opener of the system that notes what it was told, and how it ends. */
function systemOpener(code: number): { told(): string } {
  const notes = join(folder, 'told')
  const script = `#!/bin/sh\necho "$@" > '${notes}'\nexit ${code}\n`
  for (const name of ['xdg-open', 'open'])
    writeFileSync(join(folder, name), script, { mode: 0o755 })
  process.env['PATH'] = `${folder}${delimiter}${PATH}`
  return { told: () => readFileSync(notes, 'utf8').trim() }
}

test.skipIf(process.platform === 'win32')(
  'what the opener is really started with is the page alone, which leads to the link',
  async () => {
    const opener = systemOpener(0)
    expect(await openBrowser(link)).toBe(true)
    expect(opener.told()).toMatch(/^file:\/\/\/\S+open\.html$/)
    expect(readFileSync(fileURLToPath(opener.told()), 'utf8')).toContain('#once=abc')
  },
)

test.skipIf(process.platform === 'win32')(
  'a system that finds no browser is noticed, so that the address can be opened by hand',
  async () => {
    systemOpener(3)
    expect(await openBrowser(link)).toBe(false)
  },
)

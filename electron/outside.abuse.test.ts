import { beforeEach, expect, test } from 'vitest'
import { seen } from '../test/builders/electron-double.ts'
import { openOutside } from './outside.ts'

// security.md row 7: what a page may hand to the system to open.
beforeEach(() => seen.openedOutside.splice(0))

test.each([
  'http://example.org/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'smb://server/share',
  'ms-msdt:/id',
  'meritfolio://open/today',
  'app://screen/',
  '\\\\server\\share\\file.exe',
  'https://person:word@example.org/',
  'https://\u0000',
  '-a Calculator',
  '',
])('%j is not opened', async link => {
  await openOutside(link)
  expect(seen.openedOutside).toEqual([])
})

test('a https link is opened as it was parsed', async () => {
  await openOutside(' HTTPS://Example.org/a b\u0000?q="x"')
  expect(seen.openedOutside).toEqual(['https://example.org/a%20b%00?q=%22x%22'])
})

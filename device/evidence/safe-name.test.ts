import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asAttachment, safeName, safeNameBytesMax } from './safe-name.ts'

test.each([
  ['Exit tickets, week 31.pdf', 'Exit tickets, week 31.pdf'],
  ['Evaluación ñ 日本.pdf', 'Evaluación ñ 日本.pdf'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Users\\maya\\a.pdf', 'C__Users_maya_a.pdf'],
  ['photo\u202Egpj.exe', 'photogpj.exe'],
  ['a\r\nset-cookie: x=1\u0000.txt', 'aset-cookie_ x=1.txt'],
  ['zero\u200Bwidth\uFEFF.txt', 'zerowidth.txt'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['COM¹.log', '_COM¹.log'],
  ['console.txt', 'console.txt'],
  ['.bashrc', 'bashrc'],
  ['trailing. . ', 'trailing'],
  ['', 'file'],
  ['...', 'file'],
  ['\u202E\u200B', 'file'],
])('%j is saved as %j', (name, safe) => {
  expect(safeName(name)).toBe(safe)
})

test('a long name is cut to 150 bytes, its ending and its signs stay whole', () => {
  const named = safeName(`${'é'.repeat(200)}.pdf`)
  expect(named).toMatch(/^é+\.pdf$/)
  expect(Buffer.byteLength(named)).toBeLessThanOrEqual(safeNameBytesMax)
  expect(Buffer.byteLength(named)).toBeGreaterThan(safeNameBytesMax - 3)
  expect(Buffer.byteLength(safeName(`a.${'x'.repeat(300)}`))).toBeLessThanOrEqual(safeNameBytesMax)
})

test('whatever a name is, what it is saved as is safe, stays so, and fits one header', () => {
  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('.', ' ', '/', '\\', 'con', '\u202E', '\n', 'ä'),
      maxLength: 40,
    }),
  )
  fc.assert(
    fc.property(names, name => {
      const safe = safeName(name)
      expect(safe).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"*/:<>?\\|]/u)
      expect(safe).not.toMatch(/^[.\s]|[.\s]$|^$/)
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(safeNameBytesMax)
      expect(safeName(safe)).toBe(safe)
      const header = asAttachment(name)
      expect(header).toMatch(/^attachment; filename\*=UTF-8''[\w%.~-]+$/)
      expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(safe)
    }),
  )
})

import { expect, test } from 'vitest'
import { drawnLetters } from './drawn-letters.ts'
import { beginPages, type ReportPages } from './report-page.ts'
import { pdfRead } from './trial/pdf-text.ts'

/** A document with one table, as bytes and as it is read; `feet` says how often a page was ended. */
async function drawn(
  rows: readonly (readonly string[])[],
  before: (pages: ReportPages) => void = () => {},
) {
  const parts: Uint8Array[] = []
  let feet = 0
  await new Promise<void>(resolve => {
    const pages = beginPages(
      { title: 'T', language: 'en', author: 'A', at: 0 },
      {
        page(n) {
          feet += 1
          return `Page ${n}`
        },
        foot: 'T. Nov 26',
        end: n => `End, ${n} pages.`,
        goesOn: name => `${name} (more)`,
      },
      bytes => void parts.push(bytes),
      resolve,
    )
    before(pages)
    const table = pages.table(['Input', 'Person', 'Issuer', 'Answers'])
    for (const row of rows) table.row(row)
    table.end()
    pages.end()
  })
  const bytes = Buffer.concat(parts)
  return { raw: bytes.toString('latin1'), feet, ...(await pdfRead(bytes)) }
}

test('names are drawn as they are written, in every script that the font has', async () => {
  const names = [
    'Łukasz Żółć',
    'Nguyễn Thị',
    'Иван Петров',
    'Ελένη Παπά',
    'Şahin Đorđe',
    'José “ß”',
  ]
  const { pages } = await drawn(names.map((name, at) => [`${at}.json`, name, '', '']))
  const text = pages.map(page => page.text).join(' ')
  for (const name of names) expect(text).toContain(name.normalize('NFC'))
})

test('a letter that no font here has is told by its number, and never cut in the middle', () => {
  expect(drawnLetters('José “x” — Łukasz ễ 中')).toBe('José “x” — Łukasz ễ [U+4E2D]')
  expect(drawnLetters('ⓐ')).toBe('a')
  expect(drawnLetters('中'.repeat(100), 40)).toBe(`${'[U+4E2D]'.repeat(4)}…`)
})

test('a title of a thousand letters that can’t be drawn tears no row apart: as many feet as pages', async () => {
  const long = '张'.repeat(1_000)
  const { pages, feet } = await drawn([
    ...Array.from({ length: 20 }, (_, at) => [`before-${at}.json`, 'Ana', 'Issuer', 'ok']),
    ['long.json', long, 'ISSUER', 'ANSWER'],
    ['after.json', 'Bo', 'Issuer', 'fine'],
  ])
  expect(feet).toBe(pages.length)
  const page = pages.find(one => one.text.includes('long.json'))
  const at = (text: string) => page?.pieces.find(piece => piece.text === text)?.y
  expect(at('ISSUER')).toBe(at('long.json'))
  expect(at('ANSWER')).toBe(at('long.json'))
  for (const { pieces } of pages) for (const piece of pieces) expect(piece.y).toBeGreaterThan(20)
})

test('no reason is dropped: what is higher than a page goes on under the same name', async () => {
  const reasons = Array.from({ length: 60 }, (_, at) => `Reason ${at}: ${'why '.repeat(40)}`)
  const { pages, feet } = await drawn([['much.json', 'Ana', 'Issuer', reasons.join('\n')]])
  const text = pages.map(page => page.text).join(' ')
  for (let at = 0; at < 60; at += 1) expect(text).toContain(`Reason ${at}:`)
  expect(text).toContain('much.json (more)')
  expect(feet).toBe(pages.length)
})

test('the heads of the columns say that they are that, and every row has its four cells', async () => {
  const { raw, pages } = await drawn([['a.json', 'Ana', 'Issuer', 'ok']])
  expect(raw.match(/\/Scope \/Column/g)).toHaveLength(4)
  const roles = pages.flatMap(page => page.roles)
  expect(roles.filter(role => role === 'TH')).toHaveLength(4)
  expect(roles.filter(role => role === 'TD')).toHaveLength(4)
})

test('the heads of a table are never alone at the end of a page: they stand above its first row', async () => {
  const reasons = Array.from({ length: 12 }, (_, at) => `why ${at}`).join('\n')
  for (let above = 18; above <= 30; above += 1) {
    const { pages } = await drawn([['first.json', 'Ana', 'Issuer', reasons]], page => {
      for (let at = 0; at < above; at += 1) page.say('P', `line ${at}`)
    })
    const page = pages.find(one => one.text.includes('first.json'))
    expect(page?.text).toContain('Input')
    expect(pages.filter(one => one.roles.includes('TH'))).toEqual([page])
  }
})

test('every page says whose it is, and the last how many there are', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => [`${at}.json`, 'Ana', 'Issuer', 'ok'])
  const { pages } = await drawn(rows)
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) expect(page.text).toContain('T. Nov 26')
  expect(pages.at(-1)?.text).toContain(`End, ${pages.length} pages.`)
})

import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Office } from './trial/an-office.ts'
import { anOffice, officer } from './trial/an-office.ts'
import { pdfRead } from './trial/pdf-text.ts'
import { asBytes, issuerOf } from './trial/some-badges.ts'
import { csvCell } from '../../core/kit/csv-cell.ts'
import { verifierVersion } from './version.ts'

const dayMs = 86_400_000
const now = Date.now()

let office: Office
let batch: string
beforeAll(async () => {
  office = await anOffice([
    { issuer: 1, ageMs: 2 * dayMs, revoked: [9] },
    { issuer: 2, ageMs: 41 * dayMs },
  ])
  batch = await office.begin('Primavera “2026”')
  await office.give(
    batch,
    '=HYPERLINK("http://x","y").json',
    asBytes(await issuerOf(1).badge(now, { index: 9 })),
  )
  await office.give(
    batch,
    'Nguyễn 中\u202E.json',
    asBytes(await issuerOf(1).badge(now, { index: 1 })),
  )
  for (let index = 10; index < 90; index += 1)
    await office.give(batch, `old-${index}.json`, asBytes(await issuerOf(2).badge(now, { index })))
  await office.give(batch, 'empty.json', new Uint8Array(0))
  await office.rest(batch)
  const { groups } = await office.said(batch)
  await office.open.command('cause.decide', {
    cause: groups.find(group => group.because?.code === 'STALE')?.cause,
    choice: 'accepted',
    reason: '+1 from the issuer, "by phone"',
    until: now + 10 * dayMs,
  })
})
afterAll(() => office.close())

const saved = async (what: string): Promise<Response> => {
  const answer = await office.open.knock(`/api/verifying/${batch}/report.${what}`)
  expect(answer.status).toBe(200)
  return answer
}

/** A table as a spreadsheet reads it (RFC 4180). */
function table(text: string): string[][] {
  const cells = [...text.matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)]
  const lines: string[][] = [[]]
  for (const [, cell = '', end] of cells) {
    lines.at(-1)?.push(cell.replaceAll('""', '"'))
    if (end !== ',') lines.push([])
  }
  return lines.slice(0, -1)
}

test('the table has a line for each input: verdict, reasons, ages, keys, who and version', async () => {
  const answer = await saved('csv')
  expect(answer.headers.get('content-disposition')).toBe(
    'attachment; filename="verification-report.csv"',
  )
  const text = await answer.text()
  expect(text.startsWith('\uFEFF') || text.startsWith('"Input"')).toBe(true)
  const [head = [], ...lines] = table(text)
  expect(lines).toHaveLength(83)
  expect(new Set(lines.map(line => line.length))).toEqual(new Set([head.length]))
  const of = (name: string) => {
    const line = lines.find(([input]) => input?.includes(name)) ?? []
    return Object.fromEntries(head.map((column, at) => [column, line[at]]))
  }
  expect(of('old-10')).toMatchObject({
    Verdict: 'unknown',
    Issuer: 'Issuer 2',
    Status: 'unknown',
    Trust: 'yes',
    'Status: age in days': '41',
    Reasons: expect.stringContaining('41 days'),
    Keys: expect.stringContaining('did:key:'),
    Version: verifierVersion,
    'Trust list': 'Alder County',
    'Fingerprint of what was known': expect.stringMatching(/^[0-9a-f]{64}$/),
    Decision: 'Accepted as it is',
    'Decided by': officer.name,
    'Report by': officer.name,
    'SHA-256': expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(of('HYPERLINK')).toMatchObject({ Verdict: 'does not hold', Status: 'no' })
  expect(of('empty.json')).toMatchObject({ Verdict: 'not checked', Reasons: 'The file is empty.' })
})

test('row 56: no cell is run by a spreadsheet, and what is not seen or turns letters round is shown', async () => {
  const cells = table(await (await saved('csv')).text()).flat()
  expect(cells.filter(cell => cell.split('\n').some(line => /^\s*[=+\-@\t\r]/.test(line)))).toEqual(
    [],
  )
  expect(cells.find(cell => cell.includes('HYPERLINK'))).toBe(`'=HYPERLINK("http://x","y").json`)
  expect(cells.find(cell => cell.includes('by phone'))).toBe(`'+1 from the issuer, "by phone"`)
  expect(cells.find(cell => cell.includes('Nguyễn'))).toBe('Nguyễn 中[U+202E].json')
})

test.each([
  '=1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  'a\n=1',
  '＝1',
  '|x',
  '%x',
  '\uFEFF=1',
  'Math;=1',
  'Math; "=1"',
  'x\t=1+1',
  'a\u2028@x',
  'a\v-1',
  ';x',
])('row 56: %j is text', text => {
  expect(csvCell(text)).toContain(`'`)
  expect(csvCell(text)).toMatch(/^"[^]*"$/)
})

test('row 56: a text that no program runs stays as it is', () => {
  expect(csvCell('Math; and more, 1 - 2 = -1')).toBe('"Math; and more, 1 - 2 = -1"')
})

test('the document is tagged, has its language and its title, and says everything', async () => {
  const answer = await saved('pdf')
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const { info, pages } = await pdfRead(bytes)
  const raw = Buffer.from(bytes).toString('latin1')
  expect(raw).toContain('/Marked true')
  expect(raw).toContain('/DisplayDocTitle true')
  expect(info).toMatchObject({ Title: 'Verification report: Primavera “2026”', Language: 'en' })
  const roles = pages.flatMap(page => page.roles)
  const said = pages.map(page => page.text).join('\n')
  expect(pages.length).toBeGreaterThan(3)
  for (const role of ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']) expect(roles).toContain(role)
  expect(said).toContain('Something unknown: 80')
  expect(said).toContain('Ruth Lindqvist')
  expect(said).toContain('by phone')
  expect(said).toContain('Nguyễn [U+4E2D][U+202E].json')
  for (let index = 10; index < 90; index += 1) expect(said).toContain(`old-${index}.json`)
  // The letters themselves are beside those that could be drawn.
  const actual = Buffer.from('Nguyễn 中[U+202E].json', 'utf16le').swap16().toString('latin1')
  expect(raw.replaceAll('\\', '')).toContain(actual.slice(0, 10))
})

test('in Spanish it is Spanish', async () => {
  await office.open.post('/api/settings', { language: 'es' })
  const answer = await saved('csv')
  expect(answer.headers.get('content-disposition')).toContain('informe-de-verificacion.csv')
  expect(table(await answer.text())[0]?.slice(0, 2)).toEqual(['Entrada', 'Resultado'])
  await office.open.post('/api/settings', { language: 'en' })
})

test('the version in a report is the verifier’s own', () => {
  expect(JSON.parse(readFileSync('badges/package.json', 'utf8')).version).toBe(verifierVersion)
})

test('what is still on its way when a report is saved is named in it', async () => {
  const { coming } = await office.ask<{ coming: string }>('POST', `/${batch}/coming`, {
    name: 'hires-of-june',
  })
  expect((await office.said(batch)).coming).toEqual(['hires-of-june'])
  const [line] = table(await (await saved('csv')).text()).filter(
    ([name]) => name === 'hires-of-june',
  )
  expect(line?.join(' ')).toMatch(/not checked .*Still on its way/)
  await office.ask('POST', `/${batch}/coming`, { ended: coming, leftOut: [] })
  expect(await (await saved('csv')).text()).not.toContain('hires-of-june')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EvidenceFile } from '../../core/evidence/record.ts'
import { keptFile } from '../trial/kept-file.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import { addressLastsMs } from './address.ts'

const folder = trialFolder()
const hostile = '<!doctype html><script>fetch("https://evil.example/")</script>'
let now = Date.now()
let open: OpenProgram

beforeAll(async () => {
  open = await openProgram(folder.path, { clock: () => now })
})
afterAll(async () => {
  await open.close()
  folder.remove()
})

const kept = (body: string, name = 'x.html') => keptFile(open, name, body)

async function addressOf({ sha256 }: EvidenceFile, name?: string): Promise<URL> {
  const answer = await open.post('/api/file-address', { sha256, name })
  const { download } = JSON.parse(await answer.text())
  return new URL(download)
}

const get = (url: URL, headers: Record<string, string> = {}) =>
  fetch(url, { headers: { 'sec-fetch-site': 'same-origin', ...headers } })

test('row 16: markup goes out as plain text, to save, under a policy in which nothing runs', async () => {
  const answer = await get(await addressOf(await kept(hostile)))
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toBe('attachment')
  expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await answer.text()).toBe(hostile)
})

test('an address works for its file alone, for ten minutes, and can not be made up', async () => {
  const mine = await addressOf(await kept('mine'))
  const other = await kept('other')
  expect((await get(mine)).status).toBe(200)
  const moved = new URL(mine)
  moved.pathname = `/bytes/${other.sha256}`
  expect((await get(moved)).status).toBe(403)
  const longer = new URL(mine)
  longer.searchParams.set('until', String(now + 10 * addressLastsMs))
  expect((await get(longer)).status).toBe(403)
  const renamed = new URL(await addressOf(other, 'mine.txt'))
  expect((await get(renamed)).status).toBe(200)
  renamed.searchParams.set('name', 'holiday.exe')
  expect((await get(renamed)).status).toBe(403)
  mine.search += '&name=holiday.exe'
  expect((await get(mine)).status).toBe(403)
  mine.search = mine.search.replace('&name=holiday.exe', '')
  expect((await get(mine)).status).toBe(200)
  now += addressLastsMs + 1
  expect((await get(mine)).status).toBe(403)
})

test('another page can not read a file, although it knows the address', async () => {
  const url = await addressOf(await kept('mine'))
  for (const [name, value] of [
    ['sec-fetch-site', 'cross-site'],
    ['origin', 'https://evil.example'],
  ] as const)
    expect((await get(url, { [name]: value, 'sec-fetch-dest': 'image' })).status).toBe(403)
})

test('a part of a file is sent when a part is asked for', async () => {
  const url = await addressOf(await kept('0123456789'))
  const part = async (range: string) => {
    const answer = await get(url, { range })
    return [answer.status, answer.headers.get('content-range'), await answer.text()]
  }
  expect(await part('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
  expect(await part('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789'])
  expect(await part('bytes=-2')).toEqual([206, 'bytes 8-9/10', '89'])
  expect(await part('bytes=0-99')).toEqual([206, 'bytes 0-9/10', '0123456789'])
  expect((await part('bytes=10-'))[0]).toBe(416)
  for (const range of ['bytes=4-2', 'bytes=a-b', 'bytes=0-1,3-4', 'lines=1-2'])
    expect(await part(range)).toEqual([200, null, '0123456789'])
})

test('a file is saved under its own name, made safe, whatever it holds', async () => {
  const file = await kept('mine')
  const saved = async (name: string) =>
    (await get(await addressOf(file, name))).headers.get('content-disposition')
  expect(await saved('Semana 31, lápiz (2).pdf')).toBe(
    "attachment; filename*=UTF-8''Semana%2031%2C%20l%C3%A1piz%20%282%29.pdf",
  )
  expect(await saved('../\u202Egpj."exe\r\nx: y')).toBe(
    "attachment; filename*=UTF-8''_gpj._exex_%20y",
  )
  expect((await get(await addressOf(file))).headers.get('content-disposition')).toBe('attachment')
})

test('a file that nobody has is told as not here', async () => {
  const answer = await open.post('/api/file-address', { sha256: 'a'.repeat(64) })
  expect([answer.status, await answer.json()]).toEqual([404, { code: 'not_found' }])
})

test('row 25: a name that turns the reading direction round is kept as it came', async () => {
  expect((await kept('x', '\u202Egpj.exe')).name).toBe('\u202Egpj.exe')
})

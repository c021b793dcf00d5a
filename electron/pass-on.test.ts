import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Pipes } from './pass-on.ts'
import { passOn } from './pass-on.ts'

let folder = ''
let pipes: Pipes
let answer: (request: IncomingMessage, response: ServerResponse) => void
const asked: { host: string; method: string | undefined; url: string | undefined }[] = []
const listen = (host: string, path: string) => {
  const server = createServer((request, response) => {
    asked.push({ host, method: request.method, url: request.url })
    answer(request, response)
  })
  return new Promise<typeof server>(resolve => server.listen(path, () => resolve(server)))
}
let servers: Awaited<ReturnType<typeof listen>>[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mf-'))
  const path = (name: string) =>
    process.platform === 'win32' ? `\\\\.\\pipe\\${name}-${process.pid}` : join(folder, name)
  pipes = { screen: path('s'), viewer: path('v') }
  servers = [await listen('screen', pipes.screen), await listen('viewer', pipes.viewer)]
})
afterAll(() => {
  for (const server of servers) server.close().closeAllConnections()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  asked.splice(0)
  answer = (_request, response) => response.end('fine')
})
const ask = (url: string, init?: RequestInit) => passOn(pipes, new Request(url, init))

test('each host has its own pipe, and the path arrives as it was asked', async () => {
  expect(await (await ask('app://screen/api/badges/a%20b.json?x=1')).text()).toBe('fine')
  await ask('app://viewer/')
  expect(asked).toEqual([
    { host: 'screen', method: 'GET', url: '/api/badges/a%20b.json?x=1' },
    { host: 'viewer', method: 'GET', url: '/' },
  ])
})

test('headers go both ways, the policy of the page among them', async () => {
  let given: IncomingMessage['headers'] = {}
  answer = (request, response) => {
    given = request.headers
    response.writeHead(206, {
      'content-security-policy': "default-src 'none'",
      'content-range': 'bytes 0-3/9',
    })
    response.end('part')
  }
  const got = await ask('app://screen/x', {
    headers: { range: 'bytes=0-3', 'x-meritfolio': 'key' },
  })
  expect(given).toMatchObject({ host: 'screen', range: 'bytes=0-3', 'x-meritfolio': 'key' })
  expect(got.status).toBe(206)
  expect(got.headers.get('content-security-policy')).toBe("default-src 'none'")
  expect(got.headers.get('content-range')).toBe('bytes 0-3/9')
  expect(await got.text()).toBe('part')
})

test('a file is passed on as it comes, byte for byte, both ways', async () => {
  const chunk = new Uint8Array(65_536).map((_, at) => at % 251)
  const chunks = 64
  async function* file() {
    for (let n = 0; n < chunks; n++) yield chunk
  }
  answer = (request, response) => request.pipe(response)
  const body = ReadableStream.from(file())
  const got = await ask('app://screen/api/files', { method: 'POST', body, duplex: 'half' })
  const digest = createHash('sha256')
  let sizeBytes = 0
  for await (const part of got.body ?? []) {
    digest.update(part)
    sizeBytes += part.length
  }
  const expected = createHash('sha256')
  for (let n = 0; n < chunks; n++) expected.update(chunk)
  expect(sizeBytes).toBe(chunks * chunk.length)
  expect(digest.digest('hex')).toBe(expected.digest('hex'))
})

test('an answer without a body stays one', async () => {
  answer = (_request, response) => response.writeHead(304).end()
  const got = await ask('app://screen/x')
  expect([got.status, got.body]).toEqual([304, null])
})

test('a page that turns away ends the stream at its source', async () => {
  const closed = new Promise<void>(resolve => {
    answer = (_request, response) => {
      response.once('close', resolve)
      response.write('first')
    }
  })
  const got = await ask('app://screen/api/events')
  const reader = got.body?.getReader()
  await reader?.read()
  await reader?.cancel()
  await closed
})

test('while the program is being started, or just stopped, the window is told to ask again', async () => {
  expect((await passOn(undefined, new Request('app://screen/'))).status).toBe(503)
  const gone = { screen: join(folder, 'gone'), viewer: join(folder, 'gone') }
  expect((await passOn(gone, new Request('app://screen/'))).status).toBe(503)
})

test('a connection that breaks in the middle of the question is said, not thrown', async () => {
  answer = request => request.socket.destroy()
  expect((await ask('app://screen/x', { method: 'POST', body: 'x' })).status).toBe(503)
})

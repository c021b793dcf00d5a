import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { fetchBytesPerBadgeMax, fetchesPerBadgeMax, jsonBytesMax } from '../limits.ts'
import { isPublicAddress, openLoader, type LoaderOptions } from './load.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise(done => server.close(done))
  }
})

async function serve(answer: Answer, host = '127.0.0.1', port = 0) {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>(done => server.listen(port, host, done))
  const at = server.address()
  if (typeof at !== 'object' || at === null) throw new Error('no port')
  return { port: at.port, asked }
}

/** 127.0.0.1 plays the public internet and 127.0.0.2 the inner network, so both can be connected to. */
const loaderOf = (options: Partial<LoaderOptions> = {}) =>
  openLoader({
    now: Date.now,
    allowHttp: true,
    resolve: () => Promise.resolve(['127.0.0.1']),
    isAllowedAddress: address => address === '127.0.0.1',
    ...options,
  })

const json = (response: ServerResponse, value: unknown) =>
  response.setHeader('content-type', 'application/json').end(JSON.stringify(value))

const codeOf = (result: Awaited<ReturnType<ReturnType<typeof loaderOf>>>) =>
  result.ok ? result.loaded.status : result.refusal.code

test('an address is fetched by its name, with the headers of a careful client and nothing else', async () => {
  const { port, asked } = await serve((_, response) => json(response, { a: 1 }))
  const result = await loaderOf()(`http://badge.example:${port}/1?x=y#part`)
  expect(result).toMatchObject({
    ok: true,
    loaded: {
      url: `http://badge.example:${port}/1?x=y#part`,
      finalUrl: `http://badge.example:${port}/1?x=y`,
      status: 200,
      contentType: 'application/json',
    },
  })
  const [request] = asked
  expect(request?.method).toBe('GET')
  expect(request?.url).toBe('/1?x=y')
  expect(request?.headers).toEqual({
    accept: expect.stringMatching(/^application\/ld\+json, application\/json/),
    'accept-encoding': 'identity',
    'user-agent': 'open-badges-validator-core',
    host: `badge.example:${port}`,
    connection: 'close',
  })
})

test('an answer of 410 or 404 is an answer, with its body', async () => {
  const { port } = await serve((request, response) => {
    response.statusCode = request.url === '/gone' ? 410 : 404
    json(response, { revoked: true })
  })
  const load = loaderOf()
  const gone = await load(`http://badge.example:${port}/gone`)
  expect(codeOf(gone)).toBe(410)
  if (gone.ok) expect(new TextDecoder().decode(gone.loaded.bytes)).toBe('{"revoked":true}')
  expect(codeOf(await load(`http://badge.example:${port}/else`))).toBe(404)
})

test('no inner, local, shared, mapped, metadata or reserved address is public', () => {
  const inner = [
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '100.100.100.200', '127.0.0.1', '127.255.255.254'],
    ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.192', '192.168.1.1'],
    ...['198.18.0.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
    ...['168.63.129.16', '192.0.2.1', '198.51.100.1', '203.0.113.1'],
    ...['::', '::1', '::ffff:8.8.8.8', '::ffff:127.0.0.1', '::8.8.8.8', '64:ff9b::7f00:1'],
    ...['fe80::1', 'fe80::1%eth0', 'fec0::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1'],
    ...['2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', 'not an address', ''],
  ]
  expect(inner.filter(isPublicAddress)).toEqual([])
  const open = ['8.8.8.8', '172.32.0.1', '100.63.255.255', '9.255.255.255', '223.255.255.255']
  const open6 = ['2606:4700::1111', '2a00:1450:4001::1', '2001:4860:4860::8888']
  expect([...open, ...open6].filter(address => !isPublicAddress(address))).toEqual([])
})

test.each([
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://0177.0.0.1/',
  'https://169.254.169.254/latest/meta-data/',
  'https://10.0.0.1/',
])('%s is refused before anything is sent, whatever it is written as', async url => {
  const result = await openLoader({ now: Date.now })(url)
  expect(codeOf(result)).toBe('ADDRESS_REFUSED')
})

test('a name that answers with an inner address, alone or beside a public one, is refused', async () => {
  for (const answers of [['127.0.0.2'], ['127.0.0.1', '127.0.0.2']]) {
    const { port, asked } = await serve((_, response) => json(response, {}))
    const load = loaderOf({ resolve: () => Promise.resolve(answers) })
    expect(codeOf(await load(`http://badge.example:${port}/`))).toBe('ADDRESS_REFUSED')
    expect(asked).toEqual([])
  }
})

test('DNS rebinding: the address that was checked is the one connected to, and it is asked for once (row 31)', async () => {
  const good = await serve((_, response) => json(response, { from: 'the checked one' }))
  const inner = await serve((_, response) => json(response, {}), '127.0.0.2', good.port)
  let questions = 0
  const load = loaderOf({
    resolve: () => Promise.resolve([(questions += 1) === 1 ? '127.0.0.1' : '127.0.0.2']),
  })
  expect(codeOf(await load(`http://badge.example:${good.port}/`))).toBe(200)
  expect([questions, good.asked.length, inner.asked.length]).toEqual([1, 1, 0])
  // Now the name points inside, and a second look is refused.
  expect(codeOf(await load(`http://badge.example:${good.port}/`))).toBe('ADDRESS_REFUSED')
  expect(inner.asked).toEqual([])
})

test('each redirect is resolved and checked again: into the inner network, by number or by name', async () => {
  const inner = await serve((_, response) => json(response, {}), '127.0.0.2')
  const { port } = await serve((request, response) =>
    response
      .writeHead(302, {
        location:
          request.url === '/number'
            ? `http://127.0.0.2:${inner.port}/`
            : `http://inner.example:${inner.port}/`,
      })
      .end(),
  )
  const load = loaderOf({
    resolve: host => Promise.resolve([host === 'inner.example' ? '127.0.0.2' : '127.0.0.1']),
  })
  for (const path of ['/number', '/name'])
    expect(codeOf(await load(`http://badge.example:${port}${path}`))).toBe('ADDRESS_REFUSED')
  expect(inner.asked).toEqual([])
})

test('with the rules of the real internet a redirect to 127.0.0.1 is refused', async () => {
  const canary = await serve((_, response) => json(response, {}))
  const { port } = await serve((_, response) =>
    response.writeHead(301, { location: `http://127.0.0.1:${canary.port}/admin` }).end(),
  )
  const load = openLoader({
    now: Date.now,
    allowHttp: true,
    innerHosts: [`inner.example:${port}`],
    resolve: () => Promise.resolve(['127.0.0.1']),
  })
  expect(codeOf(await load(`http://inner.example:${port}/`))).toBe('ADDRESS_REFUSED')
  expect(canary.asked).toEqual([])
})

test('five redirects are followed and a sixth is not; one without a target is told', async () => {
  const { port } = await serve((request, response) => {
    const left = Number((request.url ?? '').slice(1))
    if (Number.isNaN(left)) response.writeHead(302).end()
    else if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end()
    else json(response, {})
  })
  const at = `http://badge.example:${port}`
  expect(codeOf(await loaderOf()(`${at}/5`))).toBe(200)
  expect(codeOf(await loaderOf()(`${at}/6`))).toBe('TOO_MANY_REDIRECTS')
  expect(codeOf(await loaderOf()(`${at}/x`))).toBe('REDIRECT_WITHOUT_TARGET')
})

test('http, other schemes, credentials in an address and nonsense are refused', async () => {
  const load = openLoader({ now: Date.now })
  expect(codeOf(await load('http://badge.example/'))).toBe('SCHEME_REFUSED')
  expect(codeOf(await load('file:///etc/passwd'))).toBe('URL_REFUSED')
  expect(codeOf(await load('ftp://badge.example/'))).toBe('SCHEME_REFUSED')
  expect(codeOf(await load('https://me:secret@badge.example/'))).toBe('URL_REFUSED')
  expect(codeOf(await load('nonsense'))).toBe('URL_REFUSED')
})

test('an answer past the limit is cut off, also one that grows when it is unpacked', async () => {
  const large = Buffer.alloc(jsonBytesMax + 1, 0x20)
  const { port } = await serve((request, response) => {
    if (request.url === '/picture') response.setHeader('content-type', 'image/png').end(large)
    else if (request.url === '/packed')
      response.setHeader('content-encoding', 'gzip').end(gzipSync(large))
    else if (request.url === '/small')
      response.setHeader('content-encoding', 'gzip').end(gzipSync('{}'))
    else if (request.url === '/odd') response.setHeader('content-encoding', 'zstd').end('{}')
    else response.end(large)
  })
  const load = loaderOf()
  const at = (path: string) => load(`http://badge.example:${port}${path}`)
  expect(codeOf(await at('/'))).toBe('TOO_LARGE')
  expect(codeOf(await at('/packed'))).toBe('TOO_LARGE')
  expect(codeOf(await at('/picture'))).toBe(200)
  expect(codeOf(await at('/small'))).toBe(200)
  expect(codeOf(await at('/odd'))).toBe('UNSUPPORTED_ENCODING')
})

test('a badge has one budget for all it asks for', async () => {
  const { port } = await serve((_, response) => json(response, {}))
  const load = loaderOf()
  const codes = []
  for (let at = 0; at < fetchesPerBadgeMax + 1; at += 1)
    codes.push(codeOf(await load(`http://badge.example:${port}/${at}`)))
  expect(codes).toEqual([...Array<number>(fetchesPerBadgeMax).fill(200), 'BUDGET_SPENT'])
  let nowMs = 0
  const later = loaderOf({ now: () => nowMs })
  nowMs = 3_600_000
  expect(codeOf(await later(`http://badge.example:${port}/`))).toBe('BUDGET_SPENT')
})

test('answers that are on their way at once spend one budget between them', async () => {
  const mebibyte = Buffer.alloc(1024 * 1024, 0x20)
  const { port } = await serve((_, response) => response.end(mebibyte))
  const load = loaderOf()
  const results = await Promise.all(
    Array.from({ length: fetchesPerBadgeMax }, (_, at) =>
      load(`http://badge.example:${port}/${at}`),
    ),
  )
  const read = results.reduce((sum, it) => sum + (it.ok ? it.loaded.bytes.length : 0), 0)
  expect(read).toBeLessThanOrEqual(fetchBytesPerBadgeMax)
  expect(results.map(codeOf)).toContain('BUDGET_SPENT')
  expect(codeOf(await load(`http://badge.example:${port}/more`))).toBe('BUDGET_SPENT')
})

test('what was too large to be taken is counted all the same', async () => {
  const large = Buffer.alloc(8 * 1024 * 1024 + 1, 0x20)
  const { port } = await serve((_, response) =>
    response.setHeader('content-type', 'image/png').end(large),
  )
  const load = loaderOf()
  const codes = []
  for (let at = 0; at < 3; at += 1) codes.push(codeOf(await load(`http://badge.example:${port}/`)))
  expect(codes.at(0)).toBe('TOO_LARGE')
  expect(codes.at(-1)).toBe('BUDGET_SPENT')
})

test('a server that never answers, a name that never resolves and a person who cancels end it', async () => {
  const { port } = await serve(() => undefined)
  let nowMs = 0
  const load = loaderOf({ now: () => nowMs })
  // 50 ms are left of the time for this badge.
  nowMs = 29_950
  expect(codeOf(await load(`http://badge.example:${port}/`))).toBe('TIMEOUT')
  const never = loaderOf({ now: () => nowMs, resolve: () => new Promise(() => undefined) })
  nowMs = 59_900
  expect(codeOf(await never(`http://badge.example:${port}/`))).toBe('TIMEOUT')
  const cancel = new AbortController()
  const cancelled = loaderOf({ signal: cancel.signal })(`http://badge.example:${port}/`)
  cancel.abort()
  expect(codeOf(await cancelled)).toBe('CANCELLED')
})

test('a name that is not there and a port that is closed are told apart', async () => {
  const { port } = await serve((_, response) => json(response, {}))
  const missing = loaderOf({ resolve: () => Promise.reject(new Error('ENOTFOUND')) })
  expect(codeOf(await missing(`http://badge.example:${port}/`))).toBe('HOST_NOT_FOUND')
  const empty = loaderOf({ resolve: () => Promise.resolve([]) })
  expect(codeOf(await empty(`http://badge.example:${port}/`))).toBe('HOST_NOT_FOUND')
  expect(codeOf(await loaderOf()('http://badge.example:1/'))).toBe('NOT_REACHED')
})

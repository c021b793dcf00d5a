import { request } from 'node:http'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'

const folder = trialFolder()
let open: OpenProgram

beforeAll(async () => {
  open = await openProgram(folder.path)
  await open.post('/api/setup', { alone: { name: 'Maya' } })
})
afterAll(async () => {
  await open.close()
  folder.remove()
})

interface Raw {
  readonly status: number
  readonly body: string
}

/** A request with exactly these headers, as a stranger could send it. */
function raw(
  origin: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
  body = '',
): Promise<Raw> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, setHost: false }, answer => {
      let text = ''
      answer.on('data', part => (text += String(part)))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const ours = () => ({
  host: new URL(open.origins.screen).host,
  origin: open.origins.screen,
  'sec-fetch-site': 'same-origin',
  'x-meritfolio': open.program.secret,
})

test('row 1: what our own page sends passes', async () => {
  expect((await raw(open.origins.screen, '/api/session', ours())).status).toBe(200)
})

test.each([
  ['a rebound name', { host: 'evil.example' }],
  ['localhost instead of the literal address', { host: 'localhost:4300' }],
  ['another port of this computer', { host: '127.0.0.1:9' }],
  ['a foreign origin', { origin: 'https://evil.example' }],
  ['the viewer as origin', { origin: 'http://127.0.0.1:9' }],
  ['an origin without a name', { origin: 'null' }],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
  ['a page on another port', { 'sec-fetch-site': 'same-site' }],
  ['a navigation', { 'sec-fetch-site': 'none' }],
])('row 1: %s gets 403, although it knows the secret', async (_what, forged) => {
  for (const method of ['GET', 'POST']) {
    const path = method === 'GET' ? '/api/session' : '/api/commands'
    const answer = await raw(open.origins.screen, path, { ...ours(), ...forged }, method)
    expect(answer).toEqual({ status: 403, body: '{"code":"not_allowed"}' })
  }
})

test('row 1: a missing Sec-Fetch-Site is not our page', async () => {
  const { 'sec-fetch-site': _left, ...headers } = ours()
  expect((await raw(open.origins.screen, '/api/session', headers)).status).toBe(403)
})

test('row 1: a missing or wrong secret opens nothing', async () => {
  for (const secret of ['', 'x'.repeat(43), open.program.secret.slice(0, -1)]) {
    const headers = { ...ours(), 'x-meritfolio': secret }
    const answer = await raw(open.origins.screen, '/api/session', headers)
    expect(answer).toEqual({ status: 401, body: '{"code":"no_secret"}' })
  }
})

test('row 1: no answer sets a cookie or lets another origin read it', async () => {
  const answer = await open.knock('/api/session')
  expect(answer.headers.get('set-cookie')).toBeNull()
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
})

test('row 2: a start link is traded once, and the secret is never in an address', async () => {
  const link = new URL(open.program.startLink())
  expect(link.search).toBe('')
  expect(link.href).not.toContain(open.program.secret)
  const once = new URLSearchParams(link.hash.slice(1)).get('once')
  const trade = () => open.post('/api/once', { once })
  expect(await (await trade()).json()).toEqual({ secret: open.program.secret })
  const again = await trade()
  expect([again.status, await again.json()]).toEqual([401, { code: 'link_used' }])
})

test('row 2: the secret lies in a file of its owner alone', () => {
  if (process.platform === 'win32') return
  for (const name of ['secret', 'device.key'])
    expect(statSync(join(open.dataFolder, name)).mode & 0o077).toBe(0)
  expect(statSync(open.dataFolder).mode & 0o077).toBe(0)
})

test.each([
  '/..%2f..%2fdata%2fsecret',
  '/%2e%2e/%2e%2e/data/secret',
  '/..%5c..%5cdata%5csecret',
  '/assets/../../data/secret',
  '//data/secret',
  '/assets/%00main.js',
])('rows 4 and 51: the path %s leaves the page folder for nowhere', async path => {
  for (const origin of [open.origins.screen, open.origins.viewer]) {
    const headers = { host: new URL(origin).host, 'sec-fetch-site': 'none' }
    const answer = await raw(origin, path, headers)
    expect(answer.body).not.toContain(open.program.secret)
    expect(answer.body === '' || answer.status === 404 || answer.body.includes('<title>')).toBe(
      true,
    )
  }
})

test('row 10: the screens run under a policy that knows no inline script and no other origin', async () => {
  const answer = await open.knock('/')
  const policy = answer.headers.get('content-security-policy') ?? ''
  const sources = new Map(
    policy.split('; ').map(part => [part.split(' ')[0], part.split(' ').slice(1)] as const),
  )
  expect(sources.get('default-src')).toEqual(["'none'"])
  expect(sources.get('script-src')).toEqual(["'self'"])
  expect(sources.get('connect-src')).toEqual(["'self'"])
  expect(sources.get('frame-src')).toEqual([open.origins.viewer])
  expect(sources.get('frame-ancestors')).toEqual(["'none'"])
  expect(sources.get('require-trusted-types-for')).toEqual(["'script'"])
  expect(sources.get('trusted-types')).toEqual(["'none'"])
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:\/\/(?!127\.0\.0\.1)/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
})

test('row 11: neither page may load a picture or a font from elsewhere', async () => {
  for (const origin of [open.origins.screen, open.origins.viewer]) {
    const answer = await fetch(origin, { headers: { 'sec-fetch-site': 'none' } })
    const policy = answer.headers.get('content-security-policy') ?? ''
    for (const kind of ['img-src', 'media-src', 'font-src', 'connect-src']) {
      const part = policy.split('; ').find(p => p.startsWith(`${kind} `))
      expect(part).toMatch(/^[\w-]+ 'self'( blob:)?( data:)?$/)
    }
  }
})

test('row 50: a body past its limit is refused, declared or not', async () => {
  const large = JSON.stringify({ name: 'x', input: 'y'.repeat(1_100_000) })
  const declared = await open.knock('/api/commands', { method: 'POST', body: large })
  expect([declared.status, JSON.parse(await declared.text()).code]).toEqual([413, 'too_large'])
  const undeclared = {
    method: 'POST',
    body: new Blob([large]).stream(),
    duplex: 'half' as const,
  }
  const chunked = await open.knock('/api/commands', undeclared)
  expect(chunked.status).toBe(413)
  const url = `/api/session?${'x'.repeat(5_000)}`
  expect((await raw(open.origins.screen, url, ours())).status).toBe(414)
})

test('row 61: what people write, names and secrets stay out of the log and out of errors', async () => {
  const canary = 'Canary Teacher S-04'
  await open.post('/api/queries/goal', { input: { goal: canary, q: canary } })
  await open.knock(`/api/${encodeURIComponent(canary)}`, { method: 'POST', body: canary })
  const errors = await Promise.all([
    open
      .post('/api/commands', { name: 'goal.add', input: { layer: canary, [canary]: canary } })
      .then(answer => answer.text()),
    open.knock('/api/commands', { method: 'POST', body: canary }).then(answer => answer.text()),
  ])
  expect(errors.filter(error => error.includes(canary))).toEqual([])
  expect(errors.join()).not.toMatch(/ at .*\.ts:\d+/)
  expect(open.logged).toEqual([])
})

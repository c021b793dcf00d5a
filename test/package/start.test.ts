import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildPages, buildPrograms } from '../../start/build.ts'

// `npm start` as a person types it, in the browser's mode, without opening one.
const root = join(import.meta.dirname, '..', '..')
let folder = ''
let running: ChildProcess[] = []

beforeAll(async () => {
  await buildPages()
  await buildPrograms()
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meritfolio-start-'))
})
afterEach(async () => {
  await Promise.all(running.map(ended))
  running = []
  rmSync(folder, { recursive: true, force: true })
})

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise(resolve => {
    if (child.exitCode !== null) return resolve(child.exitCode)
    child.once('exit', resolve)
    child.kill('SIGINT')
  })

function run(file: string, ...flags: readonly string[]) {
  const child = spawn(process.execPath, [join(root, file), ...flags], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'en_US.UTF-8' },
  })
  running.push(child)
  const lines: string[] = []
  const errors: string[] = []
  createInterface({ input: child.stderr }).on('line', line => errors.push(line))
  const closed = new Promise<number | null>(resolve => child.once('close', resolve))
  const line = (wanted: RegExp) =>
    new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', text => {
        lines.push(text)
        if (wanted.test(text)) resolve(text)
      })
      void closed.then(() => reject(new Error(`ended: ${errors.join('\n')}`)))
    })
  return { child, errors, lines, closed, line }
}
const start = (...flags: readonly string[]) =>
  run('start/start.ts', '--no-open', '--data', folder, ...flags)

const link = /^http:\/\/127\.0\.0\.1:\d+\/#once=[\w-]{43}$/

test('the address with its key stands on a line of its own, and answers with the page', async () => {
  const port = await freePort()
  const address = new URL(await start('--port', String(port)).line(link))
  expect(address.port).toBe(String(port))
  const answer = await fetch(address)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('<div id="root">')
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
})

test('the pages are built as people open them, also where a test is the first to build', async () => {
  const page = join(root, 'dist', 'renderer', 'index.html')
  utimesSync(page, 0, 0)
  await buildPages()
  expect(statSync(page).mtimeMs).toBeGreaterThan(0)
  const assets = join(root, 'dist', 'renderer', 'assets')
  const scripts = readdirSync(assets).filter(name => name.endsWith('.js'))
  const texts = scripts.map(name => readFileSync(join(assets, name), 'utf8'))
  expect(texts.filter(text => text.includes('Minified React error'))).not.toEqual([])
})

test('a second start on the same data is a fresh way into the first', async () => {
  const first = await start().line(link)
  const second = start()
  const again = await second.line(link)
  expect(new URL(again).origin).toBe(new URL(first).origin)
  expect(again).not.toBe(first)
  expect(await second.closed).toBe(0)
})

test('a busy port is a sentence and exit 1', async () => {
  const server = createServer()
  const port = await new Promise<number>(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0)
    })
  })
  const started = start('--port', String(port))
  expect(await started.closed).toBe(1)
  server.close()
  expect(started.errors.join('\n')).toContain(`Port ${port} is in use`)
  expect(started.errors.join('\n')).not.toMatch(/\n\s+at /)
})

test('an unknown flag is a sentence and exit 1', async () => {
  const started = start('--fast')
  expect(await started.closed).toBe(1)
  expect(started.errors).toHaveLength(1)
  expect(started.errors[0]).toContain('--fast')
})

test('Ctrl+C ends the device program too', async () => {
  const started = start()
  const address = await started.line(link)
  started.child.kill('SIGINT')
  expect(await started.closed).toBe(0)
  await expect(fetch(address)).rejects.toThrow('fetch failed')
})

test('the bundled program of packages starts a demo district with its people and files', async () => {
  const demo = run('dist/device/start.js', '--data', folder, '--port', '0', '--demo', '--parent')
  const told: unknown = JSON.parse((await demo.line(/^ready /)).slice('ready '.length))
  const { startLink } = Object(told)
  const once = new URL(startLink).hash.slice('#once='.length)
  const headers = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  const traded = await fetch(new URL('/api/once', startLink), {
    method: 'POST',
    headers,
    body: JSON.stringify({ once }),
  })
  const { secret } = Object(await traded.json())
  const session = await fetch(new URL('/api/session', startLink), {
    headers: { ...headers, 'x-meritfolio': secret },
  })
  expect(await session.json()).toMatchObject({ mode: 'demo', people: expect.any(Array) })
  demo.child.stdin?.end()
  expect(await demo.closed).toBe(0)
})

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
    })
  })
}

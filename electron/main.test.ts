import { createServer } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { windowShellName } from '../contract/device/window.ts'
import { answers, app, seen } from '../test/builders/electron-double.ts'
import { protectChannel } from './protect.ts'
import { patienceMs } from '../test/builders/patience.ts'

// The window's real main file, run to the open window against a double of Electron and a real pipe.
const folder = mkdtempSync(join(tmpdir(), 'mf-'))
const pipe = process.platform === 'win32' ? `\\\\.\\pipe\\main-${process.pid}` : join(folder, 'p')
const server = createServer((_request, response) => response.end('the page'))
const startLink = 'app://screen/#once=word'
const ready = `ready ${JSON.stringify({ startLink, pipe, viewerPipe: pipe, secret: 'x' })}\n`
const written: string[] = []

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(pipe, resolve))
  vi.spyOn(process.stdout, 'write').mockImplementation(text => written.push(String(text)) > 0)
  const before = process.argv
  process.argv = ['electron', '.', '--data', folder, '--demo']
  await import('./main.ts')
  process.argv = before
  await vi.waitFor(() => expect(seen.forks).toHaveLength(1), patienceMs)
  seen.forks[0]?.stdout.write(ready)
  await vi.waitFor(() => expect(seen.windows).toHaveLength(1), patienceMs)
})
afterAll(() => {
  vi.restoreAllMocks()
  server.close().closeAllConnections()
  rmSync(folder, { recursive: true, force: true })
})

test('the scheme is registered before the app is ready, every page is in the sandbox', () => {
  expect(seen.privileged).toHaveLength(1)
  expect(seen.isSandboxed).toBe(true)
})

test('the device program runs as a process of its own, on a pipe, with the data that was asked for', () => {
  expect(seen.forks[0]?.program).toMatch(/device[/\\]start\.js$/)
  expect(seen.forks[0]?.args).toEqual(['--pipe', '--data', folder, '--demo'])
  expect(seen.paths.get('userData')).toBe(join(folder, 'window'))
})

test('the window is a sandboxed page without Node, web views or a spell checker', () => {
  expect(seen.windows[0]?.options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    devTools: false,
  })
})

test('it opens the start link, which stands on a line of its own', () => {
  expect(seen.windows[0]?.loaded[0]).toBe(startLink)
  expect(written).toContain(`${startLink}\n`)
})

test('what the page asks for comes from the device program', async () => {
  const answer = await seen.protocols.get('app')?.(new Request('app://screen/today'))
  expect(await answer?.text()).toBe('the page')
})

test('the guards are up before there is a page', () => {
  expect([...seen.session.keys()]).toContain('request')
  expect(seen.windows[0]?.webContents.openHandler).toBeDefined()
})

test('a link given to a second copy asks in this window', async () => {
  answers.dialogButton = 1
  app.emit('second-instance', {}, ['meritfolio', 'meritfolio://open/plan'])
  await vi.waitFor(() => expect(seen.windows[0]?.loaded).toContain('app://screen/plan'), patienceMs)
})

test('the preload gives the page one function, under the name and channel the others know', async () => {
  await import('./preload.ts')
  expect([...seen.exposed.keys()]).toEqual([windowShellName])
  const shell = seen.exposed.get(windowShellName) ?? {}
  expect(Object.keys(shell)).toEqual(['protect'])
  await Reflect.apply(Reflect.get(shell, 'protect'), undefined, [true])
  expect(seen.invoked).toEqual([[protectChannel, true]])
})

test('a device program that stops is started again; the window stays', async () => {
  seen.forks[0]?.emit('exit', 1)
  const answer = await seen.protocols.get('app')?.(new Request('app://screen/'))
  expect(answer?.status).toBe(503)
  await vi.waitFor(() => expect(seen.forks).toHaveLength(2), patienceMs)
  seen.forks[1]?.stdout.write(ready)
  await vi.waitFor(async () => {
    const again = await seen.protocols.get('app')?.(new Request('app://screen/'))
    expect(again?.status).toBe(200)
  }, patienceMs)
  expect(seen.windows).toHaveLength(1)
})

test('closing the app ends the device program, for good', () => {
  app.quit()
  expect(seen.forks).toHaveLength(2)
})

import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { until } from '../test/builders/patience.ts'
import { graceMs } from './listen/server.ts'
import { codeIn, hashOf, TrialDevice } from './trial/device.ts'

const startFile = fileURLToPath(new URL('start.ts', import.meta.url))

/** A terminal in English, whatever the one of these tests is in. */
const english = { ...process.env, LC_ALL: 'en_US.UTF-8' }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'district-start-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  readonly child: ChildProcess
  readonly lines: string[]
  address: string
}

/** Starts a district as a process, until it says where it is. */
function started(args: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [startFile, '--port', '0', ...args], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: english,
  })
  const lines: string[] = []
  return new Promise((resolve, reject) => {
    child.once('exit', code => reject(new Error(`ended with ${code}`)))
    let address: string | undefined
    createInterface({ input: child.stdout }).on('line', line => {
      lines.push(line)
      address ??= /^District record at (http:\/\/\S+)$/.exec(line)?.[1]
      const last = args.includes('--demo') ? /^ready / : /^Invitation /
      if (address !== undefined && last.test(line)) resolve({ child, lines, address })
    })
  })
}

/** Runs a district that does not start, or a command of it; to its end, with all it said. */
function ran(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [startFile, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...english, ...env },
  })
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  return new Promise(resolve => child.once('exit', code => resolve({ code, said })))
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise(resolve => child.once('exit', code => resolve(code)))

const codesIn = (lines: readonly string[]) =>
  lines.flatMap(line => /^Invitation for (.+): (\S+)$/.exec(line)?.slice(1, 3).join('=') ?? [])

test('a new district says where it is and how its administrator comes in, until they have', async () => {
  const args = ['--data', join(folder, 'new'), '--administrator', 'Ada Lind', '--name', 'Río Verde']
  const first = await started(args)
  const [invited] = codesIn(first.lines)
  expect(invited).toMatch(/^Ada Lind=([A-Z2-7]{4}-){6}[A-Z2-7]{2}$/)
  expect(statSync(join(folder, 'new', 'keys', 'issuer-1.key')).mode & 0o777).toBe(0o600)
  expect(statSync(join(folder, 'new', 'record.sqlite')).mode & 0o077).toBe(0)
  const device = new TrialDevice({ address: first.address, now: Date.now })
  expect((await device.join(invited?.split('=')[1] ?? '')).status).toBe(200)
  await device.pull()
  expect(device.records.get('district/district')).toMatchObject({ name: 'Río Verde' })
  await device.act('person.add', {
    id: 'nell',
    person: { name: 'Nell Adair', place: 'Grade 2', roles: ['educator'] },
  })
  await device.pull()
  first.child.kill('SIGTERM')
  expect(await ended(first.child)).toBe(0)
  const again = spawn(process.execPath, [startFile, '--port', '0', ...args], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: english,
  })
  let said = ''
  again.stdout.on('data', (part: Buffer) => (said += part.toString()))
  while (!said.includes('District record at')) await new Promise(r => setTimeout(r, 50))
  await new Promise(r => setTimeout(r, 300))
  again.kill('SIGINT')
  expect(await ended(again)).toBe(0)
  expect(said).not.toContain('Invitation')
  // What it decided can be held against its log, with the program stopped.
  const verified = await ran(['audit', 'verify', '--data', join(folder, 'new')])
  expect(verified.said).toMatch(/^The log holds: \d+ entries/)
  expect(verified.code).toBe(0)
})

test('a file goes on where it stopped after the district was killed, and the demo ends with its parent', async () => {
  const data = join(folder, 'demo')
  const first = await started(['--data', data, '--demo'])
  expect(codesIn(first.lines)).toHaveLength(5)
  const path = join(data, 'demo-invitations.json')
  expect(statSync(path).mode & 0o777).toBe(0o600)
  const { people } = JSON.parse(readFileSync(path, 'utf8'))
  const place = { address: first.address, now: Date.now }
  const device = new TrialDevice(place)
  expect((await device.join(people[0].code)).status).toBe(200)
  const bytes = Buffer.alloc(400_000, 'a film ')
  const created = await device.createUpload(bytes.length, hashOf(bytes))
  const target = String(created.headers.location)
  await device.append(target, 0, bytes.subarray(0, 150_000))
  const ready = first.lines.find(line => line.startsWith('ready '))
  expect(JSON.parse((ready ?? '').slice('ready '.length)).people[0]).toMatchObject({ id: 'maya' })
  first.child.kill('SIGKILL')
  await ended(first.child)

  const second = await started(['--data', data, '--demo', '--parent'])
  place.address = second.address
  const headers = { 'tus-resumable': '1.0.0' }
  const head = await device.ask({ method: 'HEAD', target, headers })
  expect(head.headers['upload-offset']).toBe('150000')
  expect((await device.append(target, 150_000, bytes.subarray(150_000))).status).toBe(204)
  expect(hashOf((await device.blob(hashOf(bytes))).body)).toBe(hashOf(bytes))
  expect(codeIn(await new TrialDevice(place).join(people[1].code))).toBe('invitation_unknown')
  second.child.stdin?.end()
  expect(await ended(second.child)).toBe(0)
})

test('what keeps it from starting is one sentence and exit code 1', async () => {
  const busy = createServer()
  await new Promise<void>(resolve => busy.listen(0, '127.0.0.1', resolve))
  const address = busy.address()
  const port = typeof address === 'object' && address !== null ? String(address.port) : ''
  const data = ['--data', join(folder, 'refused')]
  const cases: [readonly string[], RegExp][] = [
    [[...data, '--port', port], new RegExp(`^Port ${port} is in use`)],
    [['--nonsense'], /--nonsense/],
    [['--data', startFile, '--port', '0'], /cannot be opened/],
  ]
  for (const [args, sentence] of cases) {
    const { code, said } = await ran(args)
    expect(said.trim()).toMatch(sentence)
    expect(said.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(1)
  }
  const spanish = await ran([...data, '--port', port], { LC_ALL: 'es_MX.UTF-8' })
  expect(spanish.said).toMatch(new RegExp(`^El puerto ${port} está en uso`))
  busy.close()
})

test('two districts never share a data folder', async () => {
  const data = join(folder, 'shared')
  const first = await started(['--data', data])
  const second = await ran(['--data', data, '--port', '0'])
  expect(second).toMatchObject({ code: 1 })
  expect(second.said).toContain('is in use by another district record')
  first.child.kill('SIGTERM')
  await ended(first.child)
})

/** Whether somebody still listens there. */
const isTaken = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })

test.each([
  ['SIGTERM', 'SIGINT'],
  ['SIGINT', 'SIGTERM'],
  ['SIGTERM', 'SIGTERM'],
] as const)(
  'told by %s to end it waits for what is in work, and a %s then ends it at once',
  async (first, second) => {
    const { child, address } = await started(['--data', join(folder, first + second)])
    const port = Number(new URL(address).port)
    const inWork = connect(port, '127.0.0.1')
    inWork.on('error', () => undefined)
    await once(inWork, 'connect')
    inWork.write('GET /healthz HTTP/1.1\r\nhost: here\r\n')
    // It has come in once another connection is answered.
    await fetch(`${address}/healthz`)
    const end = ended(child)
    child.kill(first)
    await until(async () => !(await isTaken(port)))
    expect(child.exitCode).toBeNull()
    const toldAgainAt = Date.now()
    child.kill(second)
    expect(await end).toBe(0)
    expect(Date.now() - toldAgainAt).toBeLessThan(graceMs / 2)
  },
)

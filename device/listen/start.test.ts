import Database from 'better-sqlite3'
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { trialFolder } from '../trial/open-program.ts'
import { started, startedAs } from '../trial/started.ts'
import { listenOn } from './port.ts'
import { closeServer } from './server.ts'

const nobody = 65_534

let folder: ReturnType<typeof trialFolder>
let data: string
beforeEach(() => {
  folder = trialFolder()
  data = join(folder.path, 'data')
})
afterEach(() => folder.remove())

async function busyPort(): Promise<{ readonly port: number; free(): Promise<void> }> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen({ host: '127.0.0.1', port: 0 }, resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return {
    port: address.port,
    free: () => new Promise(resolve => server.close(() => resolve())),
  }
}

test('the program answers at the same address at the next start, and ends when its parent does', async () => {
  const first = await started(data)
  const address = first.ready?.['address'] ?? ''
  expect((await fetch(address)).status).toBeLessThan(500)
  expect(await first.end()).toBe(0)
  const second = await started(data)
  expect(second.ready?.['address']).toBe(address)
  expect(second.ready?.['viewerOrigin']).toBe(first.ready?.['viewerOrigin'])
  await second.end()
  expect(existsSync(join(data, 'open'))).toBe(false)
})

test('a port that was asked for and is busy ends it with a sentence; one that was only remembered does not', async () => {
  const busy = await busyPort()
  const asked = await started(data, '--port', String(busy.port))
  expect(asked.ready).toBeUndefined()
  expect(await asked.exit).toBe(1)
  expect(asked.said()).toMatch(new RegExp(`^Port ${busy.port} is in use`))
  await busy.free()
  const first = await started(data, '--port', String(busy.port))
  expect(first.ready?.['address']).toBe(`http://127.0.0.1:${busy.port}`)
  await first.end()
  const taken = createServer()
  await new Promise<void>(resolve => taken.listen({ host: '127.0.0.1', port: busy.port }, resolve))
  const next = await started(data)
  expect(next.ready?.['address']).not.toBe(`http://127.0.0.1:${busy.port}`)
  await next.end()
  await new Promise(resolve => taken.close(resolve))
})

test('a folder that may not be written to ends it with a sentence, for whoever starts it', async () => {
  // The superuser may write into any folder of a disk; into the kernel's own nobody may.
  const isSuperuser = process.getuid?.() === 0
  if (process.platform === 'win32' || (isSuperuser && process.platform !== 'linux')) return
  if (!isSuperuser) chmodSync(folder.path, 0o500)
  const program = await started(isSuperuser ? '/sys/meritfolio' : data)
  if (!isSuperuser) chmodSync(folder.path, 0o700)
  expect(program.ready).toBeUndefined()
  expect(await program.exit).toBe(1)
  expect(program.said()).toMatch(/may not be written to\. Give the right to write there/)
})

test.each([
  ['with its files', true],
  ['that is empty', false],
])('a folder %s that may only be read ends it with the same sentence', async (_what, hasFiles) => {
  if (process.platform === 'win32') return
  if (hasFiles) await (await started(data)).end()
  else mkdirSync(data)
  // The superuser may write into any folder; nobody may not.
  const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
  chmodSync(folder.path, 0o755)
  for (const name of readdirSync(data)) chmodSync(join(data, name), 0o444)
  chmodSync(data, 0o555)
  const program = await startedAs(user, data)
  expect(await program.exit).toBe(1)
  chmodSync(data, 0o755)
  expect(program.said()).toBe(
    `${data} may not be written to. Give the right to write there, or choose another with --data.\n`,
  )
})

test('a second copy on the same data says where the first one is, with a fresh way in, and ends', async () => {
  const first = await started(data)
  const second = await started(data)
  expect(await second.exit).toBe(3)
  expect(second.said()).toContain('already open')
  expect(second.ready).toMatchObject({ address: first.ready?.['address'], already: true })
  expect(second.ready?.['startLink']).not.toBe(first.ready?.['startLink'])
  await first.end()
})

/** Takes a port, answers everything with what a start link would look like, and notes what it hears. */
async function stranger(): Promise<{
  readonly address: string
  readonly heard: readonly string[]
  close(): Promise<void>
}> {
  const heard: string[] = []
  const server = createHttpServer((request, response) => {
    heard.push(JSON.stringify(request.headers))
    request.on('data', part => heard.push(String(part)))
    request.on('end', () =>
      response.end(JSON.stringify({ startLink: `${address}/#once=${'x'.repeat(43)}`, proof: 'x' })),
    )
  })
  const address = `http://127.0.0.1:${await listenOn(server, 0)}`
  return { address, heard, close: () => closeServer(server) }
}

test('a stranger at the address of an earlier program hears no secret, and is not told as ours', async () => {
  const first = await started(data)
  const secret = readFileSync(join(data, 'secret'), 'utf8').trim()
  const there = await stranger()
  const door = { address: there.address, viewerOrigin: there.address }
  writeFileSync(join(data, 'door.json'), JSON.stringify(door))
  const second = await started(data)
  expect(await second.exit).toBe(3)
  expect(second.ready).toBeUndefined()
  expect(second.said()).toBe('Meritfolio is already open with this data.\n')
  expect(there.heard.length).toBeGreaterThan(0)
  expect(there.heard.filter(text => text.includes(secret))).toEqual([])
  // What it was sent is of no use at the real door either.
  const [, asked = ''] = there.heard
  const passedOn = await fetch(`${first.ready?.['address']}/api/link`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: asked,
  })
  expect([passedOn.status, await passedOn.json()]).toEqual([401, { code: 'no_secret' }])
  await first.end()
  await there.close()
})

test('the address that a killed program has left is taken away when the next one begins', async () => {
  const first = await started(data)
  first.child.kill('SIGKILL')
  await first.exit
  expect(existsSync(join(data, 'door.json'))).toBe(true)
  const piped = await started(data, '--pipe')
  expect(existsSync(join(data, 'door.json'))).toBe(false)
  await piped.end()
})

test('wrong arguments get a sentence', async () => {
  const wrong = await started(data, '--port', 'many')
  expect(await wrong.exit).toBe(1)
  expect(wrong.said()).toBe('many is not a port: a number from 1 to 65535.\n')
})

test('records that a newer Meritfolio keeps are left to it, in a sentence, in the language that was chosen here', async () => {
  await (await started(data)).end()
  const file = join(data, 'record.sqlite')
  const db = new Database(file)
  db.pragma('user_version = 1000')
  db.close()
  const before = readFileSync(file)
  const older = await started(data)
  expect(await older.exit).toBe(1)
  expect(older.said()).toBe(
    `${data} was kept by a newer Meritfolio, which this one can’t read. Start the newer one; nothing was changed.\n`,
  )
  writeFileSync(join(data, 'settings.json'), '{ "language": "es" }')
  const spanish = await started(data)
  expect(await spanish.exit).toBe(1)
  expect(spanish.said()).toMatch(/^\S+ la guardó un Meritfolio más nuevo/)
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a terminal in Spanish is answered in Spanish, and an empty variable is none', async () => {
  const busy = await busyPort()
  const env = { LC_ALL: '', LC_MESSAGES: 'es_MX.UTF-8', LANG: 'en_US.UTF-8' }
  const asked = await startedAs({ env }, data, ['--port', String(busy.port)])
  expect(await asked.exit).toBe(1)
  expect(asked.said()).toMatch(/^Otro programa está usando el puerto/)
  await busy.free()
})

import type { Server } from 'node:http'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pullTarget } from '../../contract/sync/pull.ts'
import { districtPaths } from '../../contract/sync/version.ts'
import { readRaw } from '../door/body.ts'
import { RequestRefused } from '../door/refused.ts'
import { readinessPaths } from '../readiness/paths.ts'
import { hashOf, joined } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'
import { rawLine, readAnswer } from '../trial/raw-line.ts'
import { closeServer, listenOn, serverBefore, serverLimits } from './server.ts'
import { until } from '../../test/builders/patience.ts'

// Security row 50 on the bare connection: slow, endless, cut off, ambiguous.

/** The same server with little patience (ms), so that a test need not have much. */
const impatient = { ...serverLimits, headersMs: 400, idleMs: 900 }

let district: TrialDistrict
let server: Server
let address: string
beforeAll(async () => {
  district = await trialDistrict()
  server = serverBefore(() => district.program().handle, impatient)
  address = `http://127.0.0.1:${await listenOn(server, '127.0.0.1', 0)}`
})
afterAll(async () => {
  await closeServer(server)
  await district.close()
})

const about = `GET ${districtPaths.about} HTTP/1.1\r\nhost: record\r\n`

/** Says something and tells how it ended, with the code of its last answer. */
async function toldAbout(text: string | Uint8Array) {
  const line = rawLine(address)
  line.say(text)
  return readAnswer(await line.closed())
}

async function isUp(): Promise<void> {
  const answer = await fetch(new URL(readinessPaths.ready, address))
  expect(answer.status).toBe(200)
  expect(district.log()).not.toContain('"level":50')
}

test('headers that come sign by sign, and a connection that says nothing, are ended', async () => {
  const slow = rawLine(address)
  const timer = setInterval(() => slow.say('a'), 100)
  slow.say(`${about}x-slow: `)
  const answer = await slow.closed()
  clearInterval(timer)
  expect(readAnswer(answer)).toEqual({ status: 408, json: { code: 'malformed' } })
  const silent = rawLine(address)
  await silent.closed()
  const waiting = rawLine(address)
  waiting.say(`${about}\r\n`)
  expect(await waiting.closed()).toMatch(/^HTTP\/1\.1 200/)
  await isUp()
})

test('what is no HTTP, or may be read in two ways, is refused in a word and ends the connection', async () => {
  const smuggled = `GET ${districtPaths.trust} HTTP/1.1\r\nhost: record\r\n\r\n`
  const post = `POST ${districtPaths.join} HTTP/1.1\r\nhost: record\r\n`
  for (const text of [
    'hello\r\n\r\n',
    `\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03`,
    `GET ${districtPaths.about} HTTP/9.9\r\nhost: record\r\n\r\n`,
    `${post}content-length: 4\r\ncontent-length: 90\r\n\r\nabcd${smuggled}`,
    `${post}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    `${post}transfer-encoding: identity\r\n\r\n${smuggled}`,
    `${post}transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n${smuggled}`,
    `${post}content-length: -1\r\n\r\n${smuggled}`,
    `${post}content-length: 1e3\r\n\r\n${smuggled}`,
    `${post}content-length : 4\r\n\r\nabcd${smuggled}`,
    `${post}transfer-encoding: chunked\r\n\r\nzz\r\n${smuggled}`,
    `${post}x: a\x00b\r\n\r\n${smuggled}`,
    `GET /\x01 HTTP/1.1\r\nhost: record\r\n\r\n`,
  ]) {
    const { status, json } = await toldAbout(text)
    expect([text, status, json]).toEqual([text, 400, { code: 'malformed' }])
  }
  await isUp()
})

test('a body longer than was said is no request of its own', async () => {
  const { status, json } = await toldAbout(
    `POST ${districtPaths.join} HTTP/1.1\r\nhost: record\r\ncontent-length: 2\r\n\r\n{}more of it\r\n\r\n`,
  )
  expect([status, json]).toMatchObject([400, { code: 'malformed' }])
  await isUp()
})

test('who asks again before they are answered is not answered: nothing of it is left over', async () => {
  const maya = await joined(district, 'maya')
  const target = pullTarget(maya.cursor, 20_000)
  for (let n = 0; n < 4; n++) {
    const asked = Array.from({ length: 30 }, () => {
      const signed = Object.entries(maya.signed({ method: 'GET', target }))
      const headers = signed.map(([name, value]) => `${name}: ${value}\r\n`).join('')
      return `GET ${target} HTTP/1.1\r\nhost: record\r\n${headers}\r\n`
    })
    expect((await toldAbout(asked.join(''))).status).toBe(0)
  }
  await maya.pull()
  // One after the other on one connection, as everybody does.
  const line = rawLine(address)
  line.say(`${about}\r\n`)
  await line.heard(/"now"/)
  line.say(`${about}connection: close\r\n\r\n`)
  expect((await line.closed()).match(/HTTP\/1\.1 200/g)).toHaveLength(2)
  await isUp()
})

test('headers without end are refused, and so are an address and a host that are none', async () => {
  const flood = Array.from({ length: 3_000 }, (_, n) => `x-${n}: ${'a'.repeat(20)}\r\n`).join('')
  expect(await toldAbout(`${about}${flood}\r\n`)).toEqual({
    status: 431,
    json: { code: 'too_large' },
  })
  const long = `GET /badges/${'a'.repeat(5_000)} HTTP/1.1\r\nhost: record\r\n\r\n`
  expect(await toldAbout(long)).toMatchObject({ status: 413, json: { code: 'too_large' } })
  const close = 'connection: close\r\n\r\n'
  for (const text of [
    `GET ${districtPaths.about} HTTP/1.1\r\n${close}`,
    `GET ${districtPaths.about} HTTP/1.1\r\nhost: a b\r\n${close}`,
    `GET ${districtPaths.about} HTTP/1.1\r\nhost: evil/?\r\n${close}`,
    `GET ${districtPaths.about}\\ HTTP/1.1\r\nhost: record\r\n${close}`,
    `GET http:// HTTP/1.1\r\nhost: record\r\n${close}`,
    `GET evil HTTP/1.1\r\nhost: record\r\n${close}`,
  ]) {
    const { status, json } = await toldAbout(text)
    expect([text, status, json]).toMatchObject([text, 400, { code: 'malformed' }])
  }
  expect(await toldAbout(`CONNECT record:443 HTTP/1.1\r\nhost: record\r\n\r\n`)).toEqual({
    status: 0,
    json: undefined,
  })
  const expecting = `${about}expect: a pony\r\n${close}`
  expect((await toldAbout(expecting)).status).toBe(200)
  const upgrading = `${about}upgrade: websocket\r\nconnection: upgrade, close\r\n\r\n`
  expect((await toldAbout(upgrading)).status).toBe(200)
  await isUp()
})

test('nobody’s body is read before it is known who sends it', async () => {
  const line = rawLine(address)
  // Not a byte of the mebibyte comes, and the answer is there.
  line.say(`POST ${districtPaths.push} HTTP/1.1\r\nhost: record\r\ncontent-length: 1048576\r\n\r\n`)
  expect(readAnswer(await line.heard(/\}$/))).toEqual({ status: 401, json: { code: 'signature' } })
  await line.closed()
})

test('a body without end is read to its limit, and no further', async () => {
  for (const target of [districtPaths.join, districtPaths.about, '/nowhere']) {
    const line = rawLine(address)
    const method = target === districtPaths.about ? 'GET' : 'POST'
    line.say(`${method} ${target} HTTP/1.1\r\nhost: record\r\ntransfer-encoding: chunked\r\n\r\n`)
    const chunk = `8000\r\n${' '.repeat(0x8000)}\r\n`
    const timer = setInterval(() => line.say(chunk), 1)
    const answer = await line.closed()
    clearInterval(timer)
    expect([target, readAnswer(answer).status]).toEqual([
      target,
      { [districtPaths.join]: 413, [districtPaths.about]: 200 }[target] ?? 404,
    ])
    expect(line.socket.bytesWritten).toBeLessThan(64 * 1024 ** 2)
  }
  await isUp()
})

test('a body that comes byte by byte has its time, however alive it looks', async () => {
  const small = createServer((incoming, outgoing) => {
    void Promise.resolve()
      .then(() => readRaw(incoming, { withinMs: 300 }))
      .catch((error: unknown) => {
        outgoing.setHeader('connection', 'close')
        outgoing.end(JSON.stringify(error instanceof RequestRefused ? error.said() : 'defect'))
      })
  })
  const at = `http://127.0.0.1:${await listenOn(small, '127.0.0.1', 0)}`
  const line = rawLine(at)
  line.say('POST / HTTP/1.1\r\nhost: record\r\ncontent-length: 1000\r\n\r\n')
  const timer = setInterval(() => line.say('a'), 50)
  const answer = await line.heard(/\}/)
  clearInterval(timer)
  expect(readAnswer(answer).json).toEqual({ code: 'malformed', facts: { where: 'body' } })
  await closeServer(small)
})

test('who asks for a film and does not read it is cut off, and holds nothing', async () => {
  const maya = await joined(district, 'maya')
  const film = Buffer.alloc(24 * 1024 ** 2, 'a film ')
  await maya.upload(film)
  const target = `${districtPaths.blobs}/${hashOf(film)}`
  const lines = Array.from({ length: 5 }, () => {
    const line = rawLine(address)
    const signed = Object.entries(maya.signed({ method: 'GET', target }))
    const headers = signed.map(([name, value]) => `${name}: ${value}\r\n`).join('')
    line.socket.pause()
    line.say(`GET ${target} HTTP/1.1\r\nhost: record\r\n${headers}\r\n`)
    return line
  })
  await until(async () => (await openOn(server)) === 0)
  for (const line of lines) line.socket.destroy()
  expect((await maya.blob(hashOf(film))).status).toBe(200)
  await isUp()
})

test('a thousand connections that say nothing keep nobody out', async () => {
  const lines = Array.from({ length: 1_000 }, () => rawLine(address))
  await isUp()
  await Promise.all(lines.map(line => line.closed()))
  await isUp()
})

const openOn = (of: Server) =>
  new Promise<number>(resolve => of.getConnections((_error, count) => resolve(count)))

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates, TLSSocket } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLoader } from './load.ts'

const usual = getCACertificates('default')
const asked: { host: string | undefined; servername: unknown }[] = []
let folder = ''
let site: Server
let port = 0
let certificate = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'certificate-'))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  execFileSync(
    'openssl',
    // prettier-ignore
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
      '-keyout', key, '-out', cert, '-subj', '/CN=badge', '-addext', 'subjectAltName=DNS:badge.example'],
    { stdio: 'ignore' },
  )
  certificate = readFileSync(cert, 'utf8')
  site = createServer({ key: readFileSync(key), cert: certificate }, (request, response) => {
    const { socket } = request
    const servername = socket instanceof TLSSocket && 'servername' in socket && socket.servername
    asked.push({ host: request.headers.host, servername })
    const location = `http://badge.example:${port}/`
    if (request.url === '/down') response.writeHead(302, { location }).end()
    else response.end('{}')
  })
  await new Promise<void>(done => site.listen(0, '127.0.0.1', done))
  const at = site.address()
  if (typeof at !== 'object' || at === null) throw new Error('no port')
  port = at.port
})
afterAll(() => {
  setDefaultCACertificates(usual)
  site.closeAllConnections()
  site.close()
  rmSync(folder, { recursive: true, force: true })
})

const load = (host: string, path = '/') =>
  openLoader({
    now: Date.now,
    allowHttp: true,
    resolve: () => Promise.resolve(['127.0.0.1']),
    isAllowedAddress: address => address === '127.0.0.1',
  })(`https://${host}:${port}${path}`)

test('a certificate that nobody vouches for, or for another name, is not good enough', async () => {
  expect(await load('badge.example')).toMatchObject({ refusal: { code: 'NOT_REACHED' } })
  setDefaultCACertificates([...usual, certificate])
  const other = await load('other.example')
  expect(other).toMatchObject({ refusal: { code: 'NOT_REACHED' } })
  expect(JSON.stringify(other)).toContain('other.example')
  expect(asked).toEqual([])
})

test('connected to the address, greeted and certified by the name', async () => {
  setDefaultCACertificates([...usual, certificate])
  expect(await load('badge.example')).toMatchObject({ loaded: { status: 200 } })
  expect(asked).toEqual([{ host: `badge.example:${port}`, servername: 'badge.example' }])
})

test('no redirect leads from https to http, even where http is allowed', async () => {
  setDefaultCACertificates([...usual, certificate])
  const result = await load('badge.example', '/down')
  expect(result).toMatchObject({ refusal: { code: 'REDIRECT_DOWNGRADE' } })
})

import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { districtError } from '../../contract/sync/join.ts'
import { districtPaths, wireLimits } from '../../contract/sync/version.ts'
import { readinessPaths } from '../readiness/paths.ts'
import type { Answer, Sending, TrialDevice } from '../trial/device.ts'
import { joined, jsonIn, send } from '../trial/device.ts'
import type { TrialDistrict } from '../trial/district.ts'
import { trialDistrict } from '../trial/district.ts'

// Security rows 50, 51 and 61: whatever is asked of whatever address, the answer is a code of the list, and a defect is not to blame.

let district: TrialDistrict
let maya: TrialDevice
beforeAll(async () => {
  district = await trialDistrict()
  maya = await joined(district, 'maya')
})
afterAll(() => district.close())

const { files, blobs, badges, endorsements, status } = districtPaths
const plain: readonly string[] = [...Object.values(districtPaths), ...Object.values(readinessPaths)]

/** Names that mean something to a file system, a database, a decoder, or an object of JavaScript. */
const odd = [
  ...['..', '.', '%2e%2e', '..%2f..%2frecord.sqlite', '..%5c..%5ckeys', '%2fetc%2fpasswd', '%5c'],
  ...['%00', 'a%00b', '%0d%0aset-cookie:a', '%c0%af', '%ff', '%', '%zz', '%ud800', '%ed%a0%80'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    "'%20or%201=1--",
    '%22',
    '*',
    '%25',
    ';',
    '1e9',
    '-1',
  ],
  ...['%E2%80%AE', '%F0%9F%98%80', 'é'.repeat(100), 'a'.repeat(3_000), '0'.repeat(64), '٣'],
]
const targets = [
  ...plain,
  ...[files, blobs, badges, endorsements, status].flatMap(path =>
    odd.map(name => `${path}/${name}`),
  ),
  ...plain.flatMap(path => [
    `${path}/`,
    `${path}//`,
    `/${path}`,
    `${path}?a=%00&a=2`,
    `${path}%2f`,
  ]),
  ...['/', '//', '/..', '/%2e%2e/', '/sync/v1/../../keys', '/.git/config', '/\\evil', '*'],
]

/** What the answer may be where it is no refusal. */
function expectInOrder(answer: Answer, asked: string): void {
  const said = `${asked} → ${answer.status} ${answer.body.toString().slice(0, 200)}`
  expect(answer.status, said).not.toBe(500)
  expect(answer.status, said).not.toBe(503)
  expect(answer.headers['x-content-type-options'], said).toBe('nosniff')
  expect(answer.headers['server'], said).toBeUndefined()
  expect(answer.headers['x-powered-by'], said).toBeUndefined()
  if (answer.status < 400 || answer.body.length === 0) return
  expect(answer.headers['content-type'], said).toMatch(/^application\/json/)
  expect(districtError.strict().safeParse(jsonIn(answer)).success, said).toBe(true)
}

const isBodyless = (method: string) => method === 'HEAD'

async function allInOrder(
  sendings: readonly Sending[],
  ask: (sending: Sending) => Promise<Answer>,
): Promise<void> {
  for (const sending of sendings) {
    // Who asks so much is told to wait; what is looked at here is what comes after that.
    district.move(1_000)
    const asked = `${sending.method} ${sending.target}`
    const answer = await ask(sending)
    expectInOrder(answer, asked)
    expect(answer.status, asked).not.toBe(429)
    if (answer.status >= 400 && !isBodyless(sending.method))
      expect(answer.body.length, asked).toBeGreaterThan(0)
  }
  expect(district.log()).not.toContain('"level":50')
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']
const encoded = (path: string) => path.replaceAll(/[^\x21-\x7e]/gu, encodeURIComponent)

test('every address by every method, from who has signed nothing', async () => {
  const sendings = targets.flatMap(target =>
    // Methods that nothing answers are asked of the addresses that there are.
    (plain.includes(target) ? methods : ['GET', 'POST', 'DELETE']).map(method => ({
      method,
      target: encoded(target),
    })),
  )
  await allInOrder(sendings, sending => send(district.address, sending))
}, 120_000)

test('every odd address, signed', async () => {
  const sendings = targets.flatMap(target =>
    ['GET', 'PATCH'].map(method => ({ method, target: encoded(target) })),
  )
  const tus = { 'tus-resumable': '1.0.0', 'upload-offset': '0' }
  await allInOrder(sendings, async sending => maya.ask({ ...sending, headers: tus }))
}, 120_000)

/** Bodies that are nothing, no JSON, not what is asked for, or more than it may be. */
const bodies: Readonly<Record<string, Omit<Sending, 'method' | 'target'>>> = {
  empty: {},
  'no JSON': { body: Buffer.from('{"protocol":') },
  'no UTF-8': { body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) },
  null: { body: Buffer.from('null') },
  'an array': { body: Buffer.from('[[],[]]') },
  'other fields': { body: Buffer.from('{"canary":{"canary":["canary"]}}') },
  'a prototype': {
    body: Buffer.from('{"__proto__":{"protocol":4},"constructor":{"prototype":{}}}'),
  },
  'another type': { headers: { 'content-type': 'text/xml' }, body: Buffer.from('<a/>') },
  'too deep': { body: Buffer.from('['.repeat(100_000)) },
  'too large': { body: Buffer.alloc(wireLimits.pushBytesMax + 1, 32) },
  'a bomb': {
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(64 * 1024 ** 2)),
  },
  'zipped twice': {
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(gzipSync(Buffer.from('{}'))),
  },
  'no gzip': { headers: { 'content-encoding': 'gzip' }, body: Buffer.from('{}') },
  'half a gzip': {
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(Buffer.from('{"a":1}')).subarray(0, 15),
  },
  'another encoding': { headers: { 'content-encoding': 'br' }, body: Buffer.from('{}') },
}

for (const [what, sending] of Object.entries(bodies))
  test(`every address is sent ${what}, signed and not`, async () => {
    const sendings = plain.flatMap(target =>
      ['POST', 'PUT', 'PATCH', 'DELETE'].map(method => ({ ...sending, method, target })),
    )
    await allInOrder(sendings, one => maya.ask(one))
    await allInOrder(sendings, one => send(district.address, one))
    expect(Object.hasOwn(Object.prototype, 'protocol')).toBe(false)
  }, 60_000)

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Verified } from '../../contract/device/door.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'

const vectors = join('..', 'shared', 'vectors', 'badges')
const areHere = existsSync(vectors)
if (!areHere && process.env['CI'] === 'true') throw new Error('the vectors are missing')

const folder = trialFolder()
let open: OpenProgram
beforeAll(async () => {
  open = await openProgram(folder.path)
})
afterAll(async () => {
  await open.close()
  folder.remove()
})

async function verified(bytes: Uint8Array<ArrayBuffer>): Promise<Verified> {
  const answer = await open.knock('/api/verify', { method: 'POST', body: bytes })
  expect(answer.status).toBe(200)
  return JSON.parse(await answer.text())
}

test.each([
  ['nothing', ''],
  ['no badge', '{"a": 1}'],
  ['half a badge', '{"@context": ["https://www.w3.org/ns/credentials/v2"'],
  ['a deep one', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
  ['a prototype', '{"__proto__": {"type": "VerifiableCredential"}}'],
  ['bytes', '\u0000\u0001\uFFFD'],
])('%s gets an answer, and never a pass', async (_what, text) => {
  const told = await verified(Buffer.from(text))
  expect(told.overall).not.toBe('verified')
  expect(told.marks.signature.outcome).not.toBe('pass')
})

test('a file that is larger than any badge is refused with its limit', async () => {
  const body = Buffer.alloc(8_388_609)
  const answer = await open.knock('/api/verify', { method: 'POST', body })
  expect([answer.status, await answer.json()]).toEqual([
    413,
    { code: 'too_large', facts: { bytesMax: 8_388_608 } },
  ])
})

test.skipIf(!areHere)('every badge of every shape opens with a name and four answers', async () => {
  for (const shape of readdirSync(vectors)) {
    const inShape = join(vectors, shape)
    if (!statSync(inShape).isDirectory() || ['contexts', 'schemas', 'docs'].includes(shape))
      continue
    const names = readdirSync(inShape, { recursive: true, encoding: 'utf8' })
    const [name] = names.filter(one => /\.(json|png|svg|jwt|txt)$/.test(one))
    if (name === undefined) continue
    const told = await verified(new Uint8Array(readFileSync(join(inShape, name))))
    expect(told.name).not.toBe('')
    expect(Object.keys(told.marks)).toEqual(['signature', 'dates', 'status', 'trust'])
  }
})

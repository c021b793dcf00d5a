import { afterAll, beforeAll, expect, test } from 'vitest'
import { aZip } from './trial/a-zip.ts'
import type { Office } from './trial/an-office.ts'
import { anOffice } from './trial/an-office.ts'
import { asBytes, issuerOf, tampered } from './trial/some-badges.ts'

const dayMs = 86_400_000
const now = Date.now()
const many = 2_000
/** What the second thousand may add to what the first one took (MB); a report kept of each badge would add more. */
const growsMbMax = 120

let office: Office
beforeAll(async () => {
  office = await anOffice([{ issuer: 1, ageMs: dayMs, revoked: [7] }])
})
afterAll(() => office.close())

const hostile: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['deep.json', Buffer.from(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)],
  ['prototype.json', Buffer.from('{"__proto__": {"type": ["VerifiableCredential"]}}')],
  [
    'twice.json',
    Buffer.from('{"type": "Assertion", "type": "x", "@context": "https://w3id.org/openbadges/v2"}'),
  ],
  ['half.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
  ['page.svg', Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaa">]><svg>&a;</svg>')],
  ['none.jwt', Buffer.from('eyJhbGciOiJub25lIn0.eyJ2YyI6e319.')],
  ['noise.bin', Buffer.from(Array.from({ length: 4_000 }, (_, at) => (at * 7_919) & 255))],
]

test('two thousand badges with hostile ones among them: each has its answer, and memory stays', async ({
  annotate,
}) => {
  const badges = await Promise.all(
    Array.from({ length: 25 }, (_, index) => issuerOf(1).badge(now, { index })),
  )
  const entries = Array.from({ length: many }, (_, at) => {
    const badge = badges[at % badges.length] ?? {}
    const isChanged = at % 100 === 99
    return { name: `${at}.json`, bytes: asBytes(isChanged ? tampered(badge) : badge) }
  })
  const mixed = entries.flatMap((entry, at) => {
    const [name, bytes] = hostile[at / 250] ?? []
    return name === undefined || bytes === undefined
      ? [entry]
      : [{ name, bytes, stored: true }, entry]
  })
  const batch = await office.begin()
  await office.give(batch, 'warm.json', asBytes(badges[0] ?? {}))
  await office.rest(batch)

  const before = process.memoryUsage().rss
  const samples: number[] = []
  const watch = setInterval(() => samples.push(process.memoryUsage().rss), 20)
  const taken = await office.give(batch, 'all.zip', new Uint8Array(aZip(mixed)))
  const lines = await office.rest(batch)
  clearInterval(watch)
  const mostOf = (some: readonly number[]) =>
    Math.round((some.reduce((most, one) => Math.max(most, one), before) - before) / 1e6)
  const half = Math.ceil(samples.length / 2)
  const [first, second] = [mostOf(samples.slice(0, half)), mostOf(samples.slice(half))]
  await annotate(
    `memory (RSS) grew by ${first} MB in the first half of ${many} badges, by ${second} MB in the second`,
  )

  expect(second - first).toBeLessThan(growsMbMax)
  expect(taken).toEqual({ taken: many + hostile.length, leftOut: [] })
  const said = await office.said(batch)
  await annotate(`checked in ${said.tookMs} ms`)
  const revoked = entries.filter((_, at) => at % 25 === 7).length
  const changed = entries.filter((_, at) => at % 100 === 99).length
  expect(said.counts).toMatchObject({ all: many + hostile.length + 1, waiting: 0, stopped: 0 })
  expect(said.counts.holds).toBe(many + 1 - revoked - changed)
  expect(said.counts.fails).toBe(revoked + changed)
  expect(said.counts.unread + said.counts.unknown).toBe(hostile.length)
  // They came while it was under way, and no line went back.
  const left = lines.flatMap(line => ('counts' in line ? [line.counts.waiting] : []))
  expect(left).toEqual(left.toSorted((a, b) => b - a))
  expect(left.at(-1)).toBe(0)
}, 240_000)

test('while many are checked the door answers, and stopping keeps what is there', async () => {
  const badge = asBytes(await issuerOf(1).badge(now, { index: 1 }))
  const batch = await office.begin()
  const entries = Array.from({ length: 600 }, (_, at) => ({ name: `${at}.json`, bytes: badge }))
  await office.give(batch, 'all.zip', new Uint8Array(aZip(entries)))
  const { rows } = await office.rows(batch, { limit: 5 })
  expect(rows).toHaveLength(5)
  await office.ask('POST', `/${batch}/stop`, {})
  const { counts } = await office.said(batch)
  expect(counts.waiting).toBe(0)
  expect(counts.stopped).toBeGreaterThan(0)
  expect(counts.holds + counts.stopped).toBe(600)
  expect((await office.rest(batch)).map(line => line.at)).toEqual(['rest'])
  await office.ask('POST', `/${batch}/again`, { stopped: true })
  await office.rest(batch)
  expect((await office.said(batch)).counts).toMatchObject({ holds: 600, stopped: 0 })
}, 120_000)

test('a batch takes so many and says what it left out', async () => {
  const { verifyingLimits } = await import('../../contract/device/verifying.ts')
  const batch = await office.begin()
  const max = verifyingLimits.inputsMax
  const list = Array.from({ length: max + 3 }, (_, at) => `https://10.0.0.1/${at}`).join('\n')
  const taken = await office.paste(batch, list)
  await office.ask('POST', `/${batch}`, { remove: true })
  expect(taken.taken).toBe(max)
  expect(taken.leftOut).toEqual([{ name: '', code: 'batch_full', facts: { max, left: 3 } }])
}, 60_000)

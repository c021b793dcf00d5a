import type { Load } from 'open-badges-validator-core/load'
import { emptyBundle } from 'open-badges-validator-core/verify'
import { freshMemory } from 'open-badges-validator-core/verify-many'
import { expect, test } from 'vitest'
import { judgeOnline } from './online-judge.ts'
import { startFetched } from './fetched.ts'
import { officePolicy } from './office-policy.ts'
import { asBytes, issuerOf } from './trial/some-badges.ts'

const at = Date.now()
const address = 'https://issuer-1.example/badges/1'

/** Loads from a table: bytes, a status of HTTP, or a code of the loader. */
function loading(table: Readonly<Record<string, Uint8Array | number | 'NOT_REACHED'>>) {
  const asked: string[] = []
  const load: Load = async url => {
    asked.push(url)
    const there = table[url] ?? 404
    if (there === 'NOT_REACHED') return { ok: false, refusal: { code: there, facts: {} } }
    const bytes = typeof there === 'number' ? new Uint8Array(0) : there
    const status = typeof there === 'number' ? there : 200
    const loaded = { url, finalUrl: url, status, contentType: '', bytes, fetchedAt: at }
    return { ok: true, loaded }
  }
  return { load, asked }
}

const options = { at, bundle: emptyBundle, policy: officePolicy }

test('what lies at an address is fetched with its status list, and judged', async () => {
  const issuer = issuerOf(1)
  const badge = asBytes(await issuer.badge(at, { index: 3 }))
  const bundle = {
    ...emptyBundle,
    issuers: [{ id: issuer.did, name: issuer.name, fetchedAt: at, source: 'test' }],
  }
  const { load, asked } = loading({
    [address]: badge,
    [issuer.listUrl]: asBytes(await issuer.list(at - 1_000)),
  })
  const judged = await judgeOnline(address, { ...options, bundle }, load, startFetched())
  expect(judged.report.overall).toBe('verified')
  expect(judged.bytes).toEqual(badge)
  expect(asked).toEqual([address, issuer.listUrl])
})

test('a status list is fetched once for all badges of a run', async () => {
  const issuer = issuerOf(1)
  const { load, asked } = loading({
    [address]: asBytes(await issuer.badge(at, { index: 3 })),
    [`${address}/b`]: asBytes(await issuer.badge(at, { index: 4 })),
    [issuer.listUrl]: asBytes(await issuer.list(at - 1_000)),
  })
  const fetched = startFetched()
  await judgeOnline(address, options, load, fetched)
  await judgeOnline(`${address}/b`, options, load, fetched)
  expect(asked.filter(url => url === issuer.listUrl)).toHaveLength(1)
})

test('a host that is silent three times is not asked again, and its badges are unknown', async () => {
  const fetched = startFetched()
  const { load, asked } = loading(
    Object.fromEntries([1, 2, 3, 4, 5].map(n => [`https://silent.example/${n}`, 'NOT_REACHED'])),
  )
  for (const path of [1, 2, 3, 4, 5]) {
    const judged = await judgeOnline(`https://silent.example/${path}`, options, load, fetched)
    expect(judged.notFetched).toBe('NOT_REACHED')
    expect(judged.report.overall).toBe('indeterminate')
  }
  expect(asked).toHaveLength(3)
})

test('one wait that was too long condemns no host: the next badge there is fetched', async () => {
  const fetched = startFetched()
  const there = asBytes(await issuerOf(1).badge(at, {}))
  const table: Record<string, Uint8Array | 'NOT_REACHED'> = {}
  const { load, asked } = loading(table)
  for (let n = 1; n <= 8; n += 1) {
    // Silent two times of three, never three times running.
    table[`${address}/${n}`] = n % 3 === 0 ? there : 'NOT_REACHED'
    const { notFetched } = await judgeOnline(`${address}/${n}`, options, load, fetched)
    expect(notFetched).toBe(n % 3 === 0 ? undefined : 'NOT_REACHED')
  }
  expect(asked.filter(url => url.startsWith(address))).toHaveLength(8)
})

test.each([404, 500])('an answer of HTTP %i says nothing about a badge', async status => {
  const { load } = loading({ [address]: status })
  const judged = await judgeOnline(address, options, load, startFetched())
  expect([judged.report.overall, judged.notFetched]).toEqual(['indeterminate', `HTTP ${status}`])
})

test('gone is revoked', async () => {
  const { load } = loading({ [address]: 410 })
  const judged = await judgeOnline(address, options, load, startFetched())
  expect(judged.report.overall).toBe('not-verified')
})

test('an address that leads to another, or to itself, ends', async () => {
  const { load, asked } = loading({ [address]: Buffer.from(address) })
  const judged = await judgeOnline(address, options, load, startFetched())
  expect(judged.report.overall).not.toBe('verified')
  expect(asked.length).toBeLessThan(6)
})

test('what a new badge asks for without TLS is not fetched', async () => {
  const issuer = issuerOf(1)
  const badge = await issuer.badge(at, {})
  const status = { ...Object(badge['credentialStatus']), statusListCredential: 'http://inner/1' }
  const { load, asked } = loading({ [address]: asBytes({ ...badge, credentialStatus: [status] }) })
  await judgeOnline(address, options, load, startFetched())
  expect(asked.filter(url => url.startsWith('http:'))).toEqual([])
})

test('a file whose status list is not here is looked up when a person asks, and then judged', async () => {
  const issuer = issuerOf(1)
  const badge = asBytes(await issuer.badge(at, { index: 3 }))
  const { load, asked } = loading({
    [issuer.listUrl]: asBytes(await issuer.list(at - 1_000, [3])),
  })
  const { report, missed, notFetched } = await judgeOnline(badge, options, load, startFetched())
  expect(report.overall).toBe('not-verified')
  expect(report.checks.find(({ code }) => code === 'REVOKED')?.outcome).toBe('fail')
  expect([missed, notFetched]).toEqual([[], undefined])
  expect(asked).toEqual([issuer.listUrl])
})

test('a list that is here and too old is fetched anew; where its server is silent the old one stays, and why is told', async () => {
  const issuer = issuerOf(1)
  const badge = asBytes(await issuer.badge(at, { index: 3 }))
  const oldAt = at - 41 * 86_400_000
  const old = { content: asBytes(await issuer.list(oldAt)), fetchedAt: oldAt, source: 'test' }
  const bundle = {
    ...emptyBundle,
    documents: new Map([[issuer.listUrl, old]]),
    memory: freshMemory(),
  }
  const status = async (load: Load) => {
    const judged = await judgeOnline(badge, { ...options, bundle }, load, startFetched())
    const check = judged.report.checks.find(({ id }) => id === 'statusList.age')
    return { ...judged, age: check?.outcome, code: check?.code }
  }
  const fresh = loading({ [issuer.listUrl]: asBytes(await issuer.list(at - 1_000)) })
  const silent = loading({ [issuer.listUrl]: 'NOT_REACHED' })
  expect(await status(silent.load)).toMatchObject({
    age: 'unknown',
    code: 'STALE',
    missed: [{ host: 'issuer-1.example', why: 'NOT_REACHED' }],
  })
  expect(await status(fresh.load)).toMatchObject({ age: 'pass', missed: [] })
})

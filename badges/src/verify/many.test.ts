import { expect, test } from 'vitest'
import {
  aBadge,
  anUnsignedBadge,
  aStatusList,
  at,
  bundleOf,
  bytesOf,
  created,
  listUrl,
} from '../../test/a-badge.ts'
import { utf8 } from '../bytes/text.ts'
import { didKey, didKeyVerificationMethod } from '../did/did.ts'
import { issueBadge, publicKeyOf } from '../issue/issue.ts'
import { freshMemory, verifyMany, type ManyInput } from './many.ts'
import { verifyBadge, type Report } from './verify.ts'

const good = bytesOf(await aBadge())
const revoked = bytesOf(
  await aBadge({
    id: 'urn:uuid:7d8f2b1e-7f0f-4a53-9f0c-0a4f3f5f9f02',
    status: [{ listUrl, index: 7, purpose: 'revocation' as const }],
  }),
)
const bundle = bundleOf({ [listUrl]: await aStatusList([7]) })

async function all(inputs: AsyncGenerator<Report>): Promise<readonly Report[]> {
  const reports: Report[] = []
  for await (const report of inputs) reports.push(report)
  return reports
}

test('each report of a batch is the report the badge gets alone, in the order of the inputs', async () => {
  const inputs: ManyInput[] = [
    { input: 'a', bytes: good },
    { input: 'b', bytes: () => Promise.resolve(revoked) },
    { input: 'c', bytes: utf8('not a badge') },
    { input: 'd', bytes: () => new Promise(done => setTimeout(() => done(good), 20)) },
    { input: 'e', bytes: good },
  ]
  const reports = await all(verifyMany(inputs, { at, bundle }))
  const alone = []
  for (const { input, bytes } of inputs)
    alone.push(
      await verifyBadge(typeof bytes === 'function' ? await bytes() : bytes, { at, bundle, input }),
    )
  expect(reports).toEqual(alone)
  expect(reports.map(report => report.overall)).toEqual([
    'verified',
    'not-verified',
    'not-verified',
    'verified',
    'verified',
  ])
})

test('a document of the bundle is read once for the batch, and again for the next', async () => {
  let reads = 0
  const list = bundle.documents.get(listUrl)
  const counted = {
    ...bundle,
    documents: new Map([
      [
        listUrl,
        {
          fetchedAt: list?.fetchedAt ?? 0,
          source: 'test',
          get content() {
            reads += 1
            return list?.content ?? null
          },
        },
      ],
    ]),
  }
  const inputs = Array.from({ length: 30 }, (_, place) => ({ input: `${place}`, bytes: good }))
  const reports = await all(verifyMany(inputs, { at, bundle: counted }))
  expect(reports.every(report => report.overall === 'verified')).toBe(true)
  expect(reads).toBe(1)
  await all(verifyMany(inputs.slice(0, 1), { at, bundle: counted }))
  expect(reads).toBe(2)
  // Who has one memory for several batches has it read once for all of them.
  const remembering = { ...counted, memory: freshMemory() }
  for (let batch = 0; batch < 3; batch += 1)
    await all(verifyMany(inputs.slice(0, 1), { at, bundle: remembering }))
  expect(reads).toBe(3)
})

test('a status list is verified once for the batch, and a badge of another issuer has its own answer', async () => {
  const listed = await aStatusList([7])
  let looks = 0
  const subject = listed['credentialSubject']
  const counted = bundleOf({
    [listUrl]: {
      ...listed,
      get credentialSubject() {
        looks += 1
        return subject ?? null
      },
    },
  })
  const inputs = Array.from({ length: 20 }, (_, place) => ({ input: `${place}`, bytes: good }))
  await all(verifyMany(inputs.slice(0, 1), { at, bundle: counted }))
  const once = looks
  looks = 0
  await all(verifyMany(inputs, { at, bundle: counted }))
  expect(looks).toBe(once)

  const otherKey = Uint8Array.from({ length: 32 }, (_, place) => place)
  const other = didKey(publicKeyOf(otherKey))
  const foreign = await issueBadge({
    credential: anUnsignedBadge({ issuer: { id: other, name: 'Other' } }),
    secretKey: otherKey,
    verificationMethod: didKeyVerificationMethod(other),
    created,
  })
  const mixed = [good, bytesOf(foreign), good].map((bytes, place) => ({ input: `${place}`, bytes }))
  const reports = await all(verifyMany(mixed, { at, bundle }))
  const issuers = reports.map(
    report => report.checks.find(check => check.id === 'statusList.issuer')?.outcome,
  )
  expect(issuers).toEqual(['pass', 'unknown', 'pass'])
})

test('an input that cannot be read, or brings a check down, has its report and the rest go on', async () => {
  const hostile = new Proxy(good, {
    get: (target, name) => {
      if (name === 'length') throw new Error('boom')
      return Reflect.get(target, name)
    },
  })
  const inputs = [
    { input: 'gone', bytes: () => Promise.reject(new Error('ENOENT')) },
    {
      input: 'throws',
      bytes: () => {
        throw new Error('EACCES')
      },
    },
    { input: 'odd', bytes: hostile },
    { input: 'good', bytes: good },
  ]
  const reports = await all(verifyMany(inputs, { at, bundle }))
  expect(reports.map(({ input, overall }) => [input, overall])).toEqual([
    ['gone', 'not-verified'],
    ['throws', 'not-verified'],
    ['odd', 'indeterminate'],
    ['good', 'verified'],
  ])
  expect(reports[0]?.checks[0]).toMatchObject({
    id: 'format',
    code: 'NOT_READ',
    facts: { reason: 'ENOENT' },
  })
})

test('memory stays: no more inputs are open than are allowed ahead', async () => {
  let open = 0
  let openMax = 0
  async function* source(): AsyncGenerator<ManyInput> {
    for (let place = 0; place < 40; place += 1) {
      open += 1
      openMax = Math.max(openMax, open)
      yield { input: `${place}`, bytes: utf8('{}') }
    }
  }
  for await (const _ of verifyMany(source(), { at, bundle, aheadMax: 3 })) open -= 1
  expect([open, openMax]).toEqual([0, 3])
})

test('cancelling ends it at once, with what there is so far, and closes the source', async () => {
  const cancel = new AbortController()
  let isClosed = false
  async function* source(): AsyncGenerator<ManyInput> {
    try {
      yield { input: '0', bytes: good }
      yield { input: '1', bytes: good }
      for (;;) yield { input: 'endless', bytes: good }
    } finally {
      isClosed = true
    }
  }
  const seen: string[] = []
  for await (const report of verifyMany(source(), { at, bundle, signal: cancel.signal })) {
    seen.push(report.input)
    if (seen.length === 2) cancel.abort()
  }
  expect(seen).toEqual(['0', '1'])
  await new Promise(done => setTimeout(done))
  expect(isClosed).toBe(true)
  const before = verifyMany([{ input: 'a', bytes: good }], { at, bundle, signal: cancel.signal })
  expect(await all(before)).toEqual([])
})

test('an input that never comes does not keep a cancelled batch', async () => {
  const cancel = new AbortController()
  const waiting = all(
    verifyMany(
      [
        { input: 'good', bytes: good },
        { input: 'never', bytes: () => new Promise<Uint8Array>(() => undefined) },
      ],
      { at, bundle, signal: cancel.signal },
    ),
  )
  setTimeout(() => cancel.abort(), 200)
  expect((await waiting).map(report => report.input)).toEqual(['good'])
})

test('a source of inputs that throws ends the batch with its own error', async () => {
  async function* source(): AsyncGenerator<ManyInput> {
    yield { input: '0', bytes: good }
    throw new Error('the folder went away')
  }
  await expect(all(verifyMany(source(), { at, bundle }))).rejects.toThrow('the folder went away')
})

test('timers are served between two badges', async () => {
  let ticks = 0
  const timer = setInterval(() => (ticks += 1), 1)
  const inputs = Array.from({ length: 200 }, (_, place) => ({ input: `${place}`, bytes: good }))
  await all(verifyMany(inputs, { at, bundle }))
  clearInterval(timer)
  expect(ticks).toBeGreaterThan(5)
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newestListsIn } from '../badge/newest-lists.ts'
import { emptyBundle } from 'open-badges-validator-core/verify'
import { summaryOf } from './answered.ts'
import { asBytes, issuerOf } from './trial/some-badges.ts'
import type { Verifying } from './verifying.ts'
import { openVerifying } from './verifying.ts'

const now = Date.now()
let folder: string
let open: Verifying[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meritfolio-checker-'))
  open = []
})
afterEach(async () => {
  for (const one of open) await one.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The worker, with something that strangers' bytes might do to it one day. */
function workerThat(script: string): URL {
  const real = new URL('checker-worker.ts', import.meta.url).href
  const path = join(folder, 'worker.mjs')
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads'
     parentPort.on('message', ({ input }) => { if (input?.name.startsWith('bad')) { ${script} } })
     await import(${JSON.stringify(real)})`,
  )
  return pathToFileURL(path)
}

function verifying(
  parts: { program?: URL; silentMsMax?: number; heapMbMax?: number } = {},
): Verifying {
  const made = openVerifying({
    folder,
    key: undefined,
    clock: () => now,
    bundle: async () => emptyBundle,
    onLists: () => undefined,
    onDefect: () => undefined,
    ...parts,
  })
  open.push(made)
  return made
}

const rest = (of: Verifying, batch: string): Promise<string> =>
  new Promise(resolve => {
    if (!of.waits(batch)) return resolve('rest')
    const unlisten = of.listen(batch, happened => {
      if (happened === 'checked') return
      unlisten()
      resolve(typeof happened === 'object' ? happened.failed : happened)
    })
  })

const codes = (of: Verifying, batch: string) =>
  Array.from({ length: 12 }, (_, at) => of.inputs.one(batch, at + 1)).map(row =>
    row?.summary == null ? row?.state : (summaryOf(row.summary).because?.code ?? 'none'),
  )

async function tenAround(of: Verifying, bads: readonly number[]): Promise<string> {
  const batch = of.begin('Ten')
  const badge = asBytes(await issuerOf(1).badge(now, {}))
  for (let at = 1; at <= 12; at += 1)
    of.inputs.add(
      batch,
      { name: bads.includes(at) ? `bad ${at}` : `good ${at}`, bytes: badge },
      100,
    )
  of.nudge()
  return batch
}

test.each([
  ['ends the thread', 'process.exit(7)'],
  ['throws past everything', 'throw new Error("secret words")'],
  ['takes all memory', 'const all = []; for (;;) all.push(new Array(1e6).fill({}))'],
])(
  'a badge that %s is told, and every other one is checked',
  async (_what, script) => {
    const of = verifying({ program: workerThat(script), heapMbMax: 128 })
    const batch = await tenAround(of, [3, 8])
    expect(await rest(of, batch)).toBe('rest')
    const told = codes(of, batch)
    expect([told[2], told[7]]).toEqual([
      'NOT_CHECKED_BY_THIS_VERSION',
      'NOT_CHECKED_BY_THIS_VERSION',
    ])
    expect(told.filter(code => code === 'NOT_CHECKED_BY_THIS_VERSION')).toHaveLength(2)
    expect(told.filter(code => code === 'waiting')).toHaveLength(0)
  },
  60_000,
)

test('a badge that never ends is ended, and every other one is checked', async () => {
  const of = verifying({ program: workerThat('for (;;) {}'), silentMsMax: 1_500 })
  const batch = await tenAround(of, [5])
  expect(await rest(of, batch)).toBe('rest')
  const told = codes(of, batch)
  expect(told.indexOf('NOT_CHECKED_BY_THIS_VERSION')).toBe(4)
  expect(told.filter(code => code === 'NOT_CHECKED_BY_THIS_VERSION')).toHaveLength(1)
}, 60_000)

test('where the program that checks does not start it is said, and nothing is lost', async () => {
  writeFileSync(join(folder, 'broken.mjs'), 'throw new Error("broken")')
  const of = verifying({ program: pathToFileURL(join(folder, 'broken.mjs')) })
  const batch = await tenAround(of, [])
  expect(await rest(of, batch)).toBe('internal')
  expect(codes(of, batch).every(code => code === 'waiting')).toBe(true)
  await of.close()
  open = []
  const again = verifying()
  expect(await rest(again, batch)).toBe('rest')
  expect(codes(again, batch)).not.toContain('waiting')
}, 60_000)

test('what is stopped is not checked, stays so, and can be asked for again', async () => {
  const of = verifying({ silentMsMax: 60_000 })
  const batch = await tenAround(of, [])
  of.stop(batch)
  expect(of.waits(batch)).toBe(false)
  await new Promise(resolve => setTimeout(resolve, 1_500))
  expect(codes(of, batch)).toContain('stopped')
  of.again(batch, { stopped: true })
  expect(await rest(of, batch)).toBe('rest')
  expect(codes(of, batch)).not.toContain('stopped')
}, 60_000)

test('a batch that is removed while it is checked is gone, and the next one is checked', async () => {
  const of = verifying()
  const gone = await tenAround(of, [])
  of.remove(gone)
  expect(of.batches.get(gone)).toBeUndefined()
  const next = await tenAround(of, [])
  expect(await rest(of, next)).toBe('rest')
  expect(codes(of, gone)).toEqual(Array.from({ length: 12 }, () => undefined))
}, 60_000)

test('row 30: a status list that is older than one seen before is not gone back to, in no later batch', async () => {
  const issuer = issuerOf(1)
  const newer = await issuer.list(now - 1_000, [5])
  const older = await issuer.list(now - 5 * 86_400_000)
  let list = newer
  const kept = new Map<string, string>()
  const newest = newestListsIn({
    meta: name => kept.get(name),
    setMeta: (name, value) => void kept.set(name, value),
  })
  const of = openVerifying({
    folder,
    key: undefined,
    clock: () => now,
    bundle: async () => ({
      name: 'test',
      documents: new Map([
        [issuer.listUrl, { content: asBytes(list), fetchedAt: now, source: 't' }],
      ]),
      issuers: [{ id: issuer.did, name: issuer.name, fetchedAt: now, source: 't' }],
      newestLists: newest.read(),
    }),
    onLists: lists => newest.note(lists),
    onDefect: () => undefined,
  })
  open.push(of)
  const batch = of.begin('Lists')
  of.inputs.add(batch, { name: 'a', bytes: asBytes(await issuer.badge(now, { index: 5 })) }, 10)
  of.nudge()
  await rest(of, batch)
  expect(codes(of, batch)[0]).toBe('REVOKED')
  list = older
  of.again(batch, { all: true })
  await rest(of, batch)
  const row = of.inputs.one(batch, 1)
  const summary = row?.summary == null ? undefined : summaryOf(row.summary)
  expect(summary?.standing).not.toBe('holds')
  expect(summary?.because?.code).toBe('OLDER_THAN_SEEN')
}, 60_000)

import type { TrustBundle } from 'open-badges-validator-core/verify'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CauseDecided } from '../../contract/device/verifying.ts'
import { wordsIn } from '../../words/words.ts'
import type { DecidedOf } from './decided.ts'
import { knowledgeOf } from './knowledge.ts'
import { csvReport } from './report-csv.ts'
import type { Reported } from './report-lines.ts'
import { pdfReport } from './report-pdf.ts'
import { batchSaid, groupsOf } from './said.ts'
import { pdfRead } from './trial/pdf-text.ts'
import { asBytes, issuerOf } from './trial/some-badges.ts'
import type { Verifying } from './verifying.ts'
import { openVerifying } from './verifying.ts'

const noon = Date.UTC(2026, 10, 26, 18)
const dayMs = 86_400_000
const issuer = issuerOf(1)

let folder: string
let verifying: Verifying
let known: TrustBundle
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meritfolio-report-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await verifying.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A trust list that was fetched and made at a time. */
async function aBundle(name: string, fetchedAt: number): Promise<TrustBundle> {
  const from = { fetchedAt, source: name }
  const content = asBytes(await issuer.list(fetchedAt - 1_000))
  return {
    name,
    documents: new Map([[issuer.listUrl, { content, ...from }]]),
    issuers: [{ id: issuer.did, name: issuer.name, ...from }],
  }
}

/** The worker of this program, each answer of which takes so long (ms). */
function slowly(answerMs: number): URL {
  const real = new URL('checker-worker.ts', import.meta.url).href
  const path = join(folder, 'worker.mjs')
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads'
     const post = parentPort.postMessage.bind(parentPort)
     let turn = Promise.resolve()
     parentPort.postMessage = told => {
       if (!('answer' in told)) return post(told)
       turn = turn.then(() => new Promise(done => setTimeout(() => done(post(told)), ${answerMs})))
     }
     await import(${JSON.stringify(real)})`,
  )
  return pathToFileURL(path)
}

const open = (program?: URL) =>
  openVerifying({
    folder,
    key: undefined,
    clock: () => noon,
    bundle: async () => known,
    onLists: () => undefined,
    onDefect: error => {
      throw error
    },
    ...(program === undefined ? {} : { program }),
  })

/** Hands in one badge so many times, under other names. */
async function give(batch: string, count: number) {
  const bytes = asBytes(await issuer.badge(noon, {}))
  for (let at = 0; at < count; at += 1)
    verifying.inputs.add(batch, { name: `badge-${at}.json`, bytes }, 1_000)
  verifying.nudge()
}

const rested = async (batch: string) => {
  while (verifying.waits(batch)) await wait(20)
}

function reported(batch: string, decidedOf: DecidedOf = () => undefined): Reported {
  const kept = verifying.snapshot()
  const row = kept.batches.get(batch)
  if (row === undefined) throw new Error('no such batch')
  const groups = groupsOf(kept, batch, decidedOf)
  return {
    kept,
    said: { ...batchSaid(kept, row, decidedOf, knowledgeOf(known)), groups },
    ...{ decidedOf, by: 'Ruth', at: noon, language: 'en' as const },
    told: (error: unknown) => {
      throw error
    },
  }
}

/** The table, read slowly, as a browser may. */
async function linesOf(response: Response, pauseMs = 0): Promise<readonly string[]> {
  let text = ''
  for await (const part of response.body ?? []) {
    text += new TextDecoder().decode(part)
    await wait(pauseMs)
  }
  return text.split('\r\n').slice(1, -1)
}

const textOf = async (response: Response) => {
  const { pages } = await pdfRead(new Uint8Array(await response.arrayBuffer()))
  return pages.map(page => page.text).join(' ')
}

test('a report that is saved while badges are checked has each of them once, and says which wait', async () => {
  known = await aBundle('Alder County', noon - dayMs)
  verifying = open(slowly(60))
  const batch = verifying.begin('Many')
  await give(batch, 24)
  while (!verifying.inputs.counts(batch).some(({ state }) => state === 'checked')) await wait(5)
  const report = reported(batch)
  const { all, waiting } = report.said.counts
  const lines = await linesOf(csvReport(report), 20)
  // Meanwhile it went on.
  const now = verifying.inputs.counts(batch).find(({ state }) => state === 'waiting')
  expect(now?.count ?? 0).toBeLessThan(waiting)
  expect([all, lines.length]).toEqual([24, 24])
  expect(new Set(lines.map(line => /badge-\d+/.exec(line)?.[0])).size).toBe(24)
  expect(waiting).toBeGreaterThan(0)
  expect(lines.filter(line => line.includes('still waiting'))).toHaveLength(waiting)
  const document = await textOf(pdfReport(reported(batch)))
  for (let index = 0; index < 24; index += 1) expect(document).toContain(`badge-${index}.json`)
})

test('a report says what each badge was checked with, not what is known by now', async () => {
  known = await aBundle('Alder County', noon - 40 * dayMs)
  verifying = open()
  const batch = verifying.begin('Two lists')
  await give(batch, 2)
  await rested(batch)
  known = await aBundle('Alder County', noon - dayMs)
  verifying.again(batch, { rows: [2] })
  await rested(batch)
  known = await aBundle('Birch County', noon - dayMs)
  const { said } = reported(batch)
  expect(said.restsOn).toMatchObject([
    { name: 'Alder County', count: 1, isNow: false },
    { name: 'Alder County', count: 1, isNow: false },
  ])
  const [old = '', newer = ''] = await linesOf(csvReport(reported(batch)))
  expect(old).toContain('"Alder County"')
  expect(old).not.toContain('Birch')
  expect(digestIn(old)).not.toBe(digestIn(newer))
  const text = await textOf(pdfReport(reported(batch)))
  expect(text).not.toContain('Birch')
  expect(text).toContain('1 status list, the oldest knowledge of Oct 17, 2026 (Nov 26, 2026')
  expect(text).toContain('2 were checked with older knowledge')
})

const digestIn = (line: string) => /"Alder County","([0-9a-f]{64})"/.exec(line)?.[1]

test('the same lists told again are the same knowledge', async () => {
  const one = await aBundle('Alder County', noon)
  const other = await aBundle('Alder County', noon)
  expect(knowledgeOf(one)).toEqual(knowledgeOf(other))
  expect(knowledgeOf(one).digest).not.toBe(knowledgeOf(await aBundle('Alder', noon)).digest)
  verifying = open()
})

test('west of Greenwich a decision ends on the day that was chosen, and every day has its year', async () => {
  vi.stubEnv('TZ', 'America/Chicago')
  known = await aBundle('Alder County', noon - 40 * dayMs)
  verifying = open()
  const batch = verifying.begin('Chicago')
  await give(batch, 1)
  await rested(batch)
  const until = new Date(2026, 11, 31, 23, 59, 59, 999).getTime()
  const decided: CauseDecided = {
    ...{ id: 'd', choice: 'left', reason: 'Looked at.', by: 'Ruth', decidedAt: noon, until },
  }
  const lines = await linesOf(csvReport(reported(batch, () => decided)))
  expect(new Date(until).toISOString().slice(0, 10)).toBe('2027-01-01')
  expect(lines[0]).toContain('"2026-12-31"')
  const text = await textOf(pdfReport(reported(batch, () => decided)))
  expect(text).toContain('until Dec 31, 2026. Decided by Ruth on Nov 26, 2026')
  expect(wordsIn('en', () => noon).say.dayAt(noon)).toBe('Thu, Nov 26')
})

import { buildBundle } from 'open-badges-validator-core/bundle/build'
import { setTimeout as wait } from 'node:timers/promises'
import type {
  BatchSaid,
  RowsPage,
  RowWhole,
  Taken,
  VerifyingLine,
} from '../../../contract/device/verifying.ts'
import { verifyingPaths } from '../../../contract/device/verifying.ts'
import type { ProgramParts } from '../../program.ts'
import type { OpenProgram } from '../../trial/open-program.ts'
import { openProgram, trialFolder } from '../../trial/open-program.ts'
import {
  aboutNow,
  emptyPage,
  scriptedDistrict,
  scriptedTrustKey,
  scriptedTrustSecret,
} from '../../trial/scripted-district.ts'
import { asBytes, issuerOf } from './some-badges.ts'

export const officer = { id: 'p_ruth', name: 'Ruth Lindqvist' }

/** A credential officer's program that has joined a district and knows what the district knows. */
export interface Office {
  readonly open: OpenProgram
  begin(name?: string): Promise<string>
  give(batch: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Taken>
  paste(batch: string, text: string): Promise<Taken>
  /** Every line until nothing waits. */
  rest(batch: string): Promise<readonly VerifyingLine[]>
  said(batch: string): Promise<BatchSaid>
  rows(batch: string, asked: object): Promise<RowsPage>
  row(batch: string, n: number): Promise<RowWhole>
  ask<T>(method: 'GET' | 'POST', path: string, value?: object): Promise<T>
  close(): Promise<void>
}

/** `knows`: issuers of `issuerOf` with the age of their list (ms) and what is revoked on it. */
export async function anOffice(
  knows: readonly {
    readonly issuer: number
    readonly ageMs: number
    readonly revoked?: readonly number[]
  }[] = [],
  parts: Partial<ProgramParts> = {},
): Promise<Office> {
  const folder = trialFolder()
  const district = await scriptedDistrict()
  const now = Date.now()
  const ops: unknown[] = [
    [
      'directory',
      'person',
      officer.id,
      1,
      1,
      { name: officer.name, place: 'Office', roles: ['officer'] },
      {},
    ],
  ]
  const known = await Promise.all(
    knows.map(async ({ issuer: number, ageMs, revoked }) => {
      const { did, name, listUrl, list } = issuerOf(number)
      const fetchedAt = now - ageMs
      const document = { url: did, kind: 'did-document' as const, bytes: asBytes({ id: did }) }
      const bytes = asBytes(await list(fetchedAt - 1_000, revoked))
      const status = { url: listUrl, kind: 'status-list' as const, bytes }
      const from = { fetchedAt, source: 'Alder County' }
      return {
        entries: [document, status].map(entry => ({ ...entry, ...from, httpStatus: 200 })),
        issuer: { id: did, name, ...from },
      }
    }),
  )
  const trust = buildBundle(
    {
      name: 'Alder County',
      createdAt: now,
      entries: known.flatMap(({ entries }) => entries),
      keys: [],
      issuers: known.map(({ issuer }) => issuer),
    },
    scriptedTrustSecret,
  )
  const text = new TextDecoder().decode(trust)
  if (knows.length > 0)
    ops.push(['catalog', 'trust-bundle', 'district', 1, 1, { text, createdAt: now }, {}])
  district.script(({ path, body }, response) => {
    if (path === '/sync/v1/about') return aboutNow(Date.now())
    if (path === '/sync/v1/join') {
      const { device } = JSON.parse(body.toString())
      const who = { person: officer.id, name: officer.name, roles: ['officer'] }
      return {
        device,
        ...who,
        district: 'Alder County',
        epoch: 'e1',
        now: Date.now(),
        trustKey: scriptedTrustKey,
      }
    }
    if (path === '/sync/v1/push') return { now: Date.now(), results: [] }
    const cursor = new URL(path, 'http://x').searchParams.get('cursor') ?? ''
    if (cursor === '') return { ...emptyPage(Date.now(), ''), next: 'c1', ops }
    setTimeout(() => response.end(JSON.stringify(emptyPage(Date.now(), cursor))), 200)
    return undefined
  })
  const open = await openProgram(folder.path, parts)
  await open.post('/api/setup', { join: { address: district.address, code: 'ABCDE-FGHJK' } })
  while ((await open.query('people', {})).people.length === 0) await wait(20)

  const ask = async <T>(method: 'GET' | 'POST', path: string, value?: object): Promise<T> => {
    const body = value === undefined ? {} : { body: JSON.stringify(value) }
    const answer = await open.knock(`${verifyingPaths.batches}${path}`, { method, ...body })
    const text = await answer.text()
    if (!answer.ok) throw new Error(text, { cause: open.logged.at(-1)?.error })
    return JSON.parse(text)
  }
  return {
    open,
    ask,
    begin: async (name = 'Spring hires') => (await ask<BatchSaid>('POST', '', { name })).id,
    async give(batch, name, bytes) {
      const path = `${verifyingPaths.batches}/${batch}${verifyingPaths.files}`
      const headers = { 'x-file-name': encodeURIComponent(name) }
      const answer = await open.knock(path, { method: 'POST', headers, body: bytes })
      return JSON.parse(await answer.text())
    },
    paste: (batch, text) => ask('POST', `/${batch}${verifyingPaths.text}`, { text }),
    async rest(batch) {
      const answer = await open.knock(
        `${verifyingPaths.batches}/${batch}${verifyingPaths.progress}`,
      )
      const lines = (await answer.text()).split('\n').filter(line => line !== '')
      return lines.map((line): VerifyingLine => JSON.parse(line))
    },
    said: batch => ask('GET', `/${batch}`),
    rows: (batch, asked) => ask('POST', `/${batch}${verifyingPaths.rows}`, asked),
    row: (batch, n) => ask('GET', `/${batch}${verifyingPaths.row}/${n}`),
    async close() {
      await open.close()
      await district.close()
      folder.remove()
    },
  }
}

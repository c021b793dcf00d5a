import { afterEach, beforeEach, expect, test } from 'vitest'
import { done, made } from '../trial/done.ts'
import { keptFile } from '../trial/kept-file.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import {
  aboutNow,
  emptyPage,
  scriptedDistrict,
  scriptedTrustKey,
} from '../trial/scripted-district.ts'
import type { ScriptedDistrict } from '../trial/scripted-district.ts'
import { syncStateOf } from '../trial/sync-state.ts'
import { untilPasses } from '../../test/builders/patience.ts'

// A district in which there is room for so many bytes, as it stands at tus and says of itself.

const bytesMax = 5_000
let folder: ReturnType<typeof trialFolder>
let district: ScriptedDistrict
let open: OpenProgram
let skewMs = 0
/** What is there, by its hash. */
let there: Map<string, number>
let freed = 0
let isRestored = false

beforeEach(async () => {
  skewMs = 0
  freed = 0
  isRestored = false
  there = new Map()
  folder = trialFolder()
  district = await scriptedDistrict()
  open = await openProgram(folder.path, { random: () => 0, clock: () => Date.now() + skewMs })
  joinable()
  await open.post('/api/setup', { join: { address: district.address, code: 'ABCDE-FGHJK' } })
})
afterEach(async () => {
  await open.close()
  await district.close()
  folder.remove()
})

const room = () => {
  const usedBytes = [...there.values()].reduce((sum, size) => sum + size, -freed)
  return { usedBytes, bytesMax, files: there.size, filesMax: 100 }
}

function joinable(): void {
  const sizes = new Map<string, number>()
  district.script(({ method, path, headers, body }, response) => {
    const now = Date.now() + skewMs
    if (path === '/sync/v1/about') return aboutNow(now)
    if (path === '/sync/v1/join') {
      const { device } = JSON.parse(body.toString())
      const maya = { person: 'p_maya', name: 'Maya Okafor', roles: ['educator'] }
      return { device, ...maya, district: 'Scripted', epoch: 'e1', now, trustKey: scriptedTrustKey }
    }
    if (path === '/sync/v1/push') {
      const { mutations } = JSON.parse(body.toString())
      const results = mutations.map(({ key }: { key: string }) => [
        key,
        { status: 'applied', at: 1 },
      ])
      return { now, results }
    }
    if (path.startsWith('/sync/v1/pull')) {
      const cursor = new URL(path, 'http://x').searchParams.get('cursor') ?? ''
      if (cursor === '') return { ...emptyPage(now, ''), next: 'c1' }
      if (isRestored) {
        isRestored = false
        return { from: cursor, resync: 'epoch', now }
      }
      setTimeout(() => response.end(JSON.stringify(emptyPage(now, cursor))), 100)
      return undefined
    }
    if (path === '/sync/v1/room') return room()
    response.setHeader('tus-resumable', '1.0.0')
    const sha256 = path.split('/').at(-1) ?? ''
    if (path.startsWith('/sync/v1/blobs/')) response.statusCode = there.has(sha256) ? 200 : 404
    else if (method === 'POST') {
      const sizeBytes = Number(headers['upload-length'])
      if (room().usedBytes + sizeBytes > bytesMax) {
        response.statusCode = 507
        return { code: 'quota', facts: { ...room(), sizeBytes } }
      }
      const named = /sha256 ([^,]+)/.exec(String(headers['upload-metadata']))?.[1] ?? ''
      const sha = Buffer.from(named, 'base64').toString()
      sizes.set(sha, sizeBytes)
      response.statusCode = 201
      response.setHeader('location', `/files/${sha}`)
    } else if (method === 'HEAD') response.setHeader('upload-offset', '0')
    else {
      there.set(sha256, sizes.get(sha256) ?? 0)
      response.statusCode = 204
    }
    response.end()
    return undefined
  })
}

const creations = () => district.heard.filter(({ method }) => method === 'POST')
const filesBegun = () => creations().filter(({ path }) => path === '/files').length

async function keep(name: string, sizeBytes: number): Promise<string> {
  const body = new Uint8Array(Buffer.alloc(sizeBytes, name))
  const file = await keptFile(open, `${name}.txt`, body)
  return made(
    await done(open, 'evidence.keep', {
      ...{ kind: 'file', title: name, note: '', file, happenedOn: '2026-11-20', shown: 'nobody' },
    }),
  )
}

test('a file without room stays here and is told; smaller ones go, and so does everything that needs no room', async () => {
  await keep('lesson', 4_000)
  await untilPasses(() => expect(there.size).toBe(1))
  await keep('film', 3_000)
  await untilPasses(async () =>
    expect(await syncStateOf(open)).toMatchObject({
      state: 'needs',
      room: { usedBytes: 4_000, bytesMax, lackingCount: 1 },
    }),
  )
  await keep('note', 500)
  await untilPasses(() => expect(there.size).toBe(2))
  await open.command('goal.add', { layer: 'personal', title: 'Goes on' })
  await untilPasses(async () =>
    expect(await syncStateOf(open)).toMatchObject({
      waitingCount: 0,
      room: { usedBytes: 4_500, lackingCount: 1 },
    }),
  )
  // It is not asked about at every turn.
  const begun = filesBegun()
  await open.post('/api/sync-now', {})
  await new Promise(resolve => setTimeout(resolve, 300))
  expect(filesBegun()).toBe(begun)
  // When there is room again it goes by itself.
  freed = 4_000
  skewMs = 700_000
  await open.post('/api/sync-now', {})
  await untilPasses(() => expect(there.size).toBe(3))
  await untilPasses(async () =>
    expect(await syncStateOf(open)).toMatchObject({ room: { lackingCount: 0 } }),
  )
})

test('what comes out of the trash is asked about again, and sent where the district has let go of it', async () => {
  const evidence = await keep('lesson', 1_000)
  await untilPasses(() => expect(there.size).toBe(1))
  await open.command('evidence.trash', { evidence, on: true })
  await untilPasses(async () => expect((await syncStateOf(open)).waitingCount).toBe(0))
  await keep('another', 10)
  await untilPasses(() => expect(there.size).toBe(2))
  there.clear()
  await open.command('evidence.trash', { evidence, on: false })
  await untilPasses(() => expect([...there.values()]).toEqual([1_000]))
})

test('a district that was restored from an older copy gets the files again that came after it, without a restart', async () => {
  await keep('lesson', 1_000)
  await untilPasses(async () => {
    expect(there.size).toBe(1)
    expect(await syncStateOf(open)).toMatchObject({ waitingCount: 0, files: { all: 0 } })
  })
  there.clear()
  isRestored = true
  await untilPasses(() => expect([...there.values()]).toEqual([1_000]))
})

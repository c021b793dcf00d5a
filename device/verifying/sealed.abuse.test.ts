import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aZip } from './trial/a-zip.ts'
import type { Office } from './trial/an-office.ts'
import { anOffice } from './trial/an-office.ts'
import { asBytes, issuerOf } from './trial/some-badges.ts'

const canary = 'canary-teacher'
const passphrase = 'four words in a row'
const now = Date.now()

let office: Office
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office.close())

/** Files in which a thief who has the folder finds the person of a badge. */
function found(): string[] {
  const folder = office.open.dataFolder
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => {
    const path = join(folder, name)
    return statSync(path).isFile() && readFileSync(path).includes(canary)
  })
}

async function locked(): Promise<void> {
  const begun = JSON.parse(await (await office.open.post('/api/lock', { begin: true })).text())
  const lastGroup = String(begun.recoveryCode).slice(-4)
  const answer = await office.open.post('/api/lock', { lastGroup, passphrase })
  expect(answer.status).toBe(200)
}

async function settled(state: string): Promise<void> {
  for (;;) {
    const session = JSON.parse(await (await office.open.knock('/api/session')).text())
    if (session.lock.state === state) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

test('row 13: what was verified is sealed with the rest, before the lock and after, and opens again', async () => {
  const badge = asBytes(await issuerOf(1).badge(now, { person: 'x' }))
  const named = Buffer.from(badge).toString().replace('Wait time', canary)
  const batch = await office.begin(canary)
  await office.give(batch, `${canary}.json`, new Uint8Array(Buffer.from(named)))
  await office.rest(batch)
  expect(found().length).toBeGreaterThan(0)

  await locked()
  await settled('locked')
  expect((await office.said(batch)).name).toBe(canary)
  const zip = aZip([{ name: `${canary}.json`, bytes: Buffer.from(named), stored: true }])
  expect(await office.give(batch, `${canary}.zip`, new Uint8Array(zip))).toMatchObject({ taken: 1 })
  await office.rest(batch)
  expect(found()).toEqual([])

  await office.open.post('/api/lock', { take: true })
  await settled('none')
  expect((await office.said(batch)).counts).toMatchObject({ all: 2, waiting: 0 })
})

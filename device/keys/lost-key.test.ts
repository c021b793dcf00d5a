import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addGoal, goalTitles, keychainOf, lock, settled } from '../trial/locking.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import type { ScriptedDistrict } from '../trial/scripted-district.ts'
import {
  aboutNow,
  emptyPage,
  scriptedDistrict,
  scriptedTrustKey,
} from '../trial/scripted-district.ts'

const keychain = keychainOf(5)

let folder: ReturnType<typeof trialFolder>
let district: ScriptedDistrict
let open: OpenProgram
beforeEach(async () => {
  folder = trialFolder()
  district = await scriptedDistrict()
  district.script(({ path, body }) => {
    if (path === '/sync/v1/about') return aboutNow(Date.now())
    if (path !== '/sync/v1/join') return emptyPage(Date.now(), '')
    const { device } = JSON.parse(body.toString())
    const person = { person: 'p_maya', name: 'Maya Okafor', roles: ['educator'] }
    const said = { district: 'Scripted', epoch: 'e1', now: Date.now(), trustKey: scriptedTrustKey }
    return { device, ...person, ...said }
  })
  open = await openProgram(folder.path, { keychain })
})
afterEach(async () => {
  await open.close()
  await district.close()
  folder.remove()
})

async function joined(): Promise<void> {
  const given = { address: district.address, code: 'AAAAABBBBB' }
  const answer = await open.post('/api/setup', { join: given })
  if (answer.status !== 200) throw new Error(await answer.text())
  await addGoal(open, 'Mine')
}
/** Closed, something done to the folder, and opened again. */
async function after(change: () => void): Promise<void> {
  await open.close()
  change()
  open = await openProgram(folder.path, { keychain })
}
const inData = (name: string) => join(open.dataFolder, name)
const foot = async () => {
  const events = await open.knock('/api/events')
  const reader = events.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return JSON.parse(
    Buffer.from(first?.value ?? [])
      .toString()
      .split('\n')[0] ?? '',
  ).sync
}

test.each([
  ['emptied', () => writeFileSync(inData('device.key'), '')],
  ['removed', () => rmSync(inData('device.key'))],
])(
  'a device key that was %s lets the records open, and says that it must join again',
  async (_what, spoil) => {
    await joined()
    await after(spoil)
    expect(await goalTitles(open)).toEqual(['Mine'])
    expect(await addGoal(open, 'Here all the same')).toBe('applied')
    expect(await foot()).toMatchObject({ state: 'needs', away: 'key' })
    const heard = district.heard.length
    await open.post('/api/sync-now', {})
    await new Promise(resolve => setTimeout(resolve, 200))
    expect(district.heard.length).toBe(heard)
  },
)

test('a sealed device key that was damaged lets the records open, and stays where it is', async () => {
  await joined()
  await lock(open)
  await settled(open)
  const name = 'device.key.sealed'
  const bytes = () => readFileSync(inData(name))
  await after(() => writeFileSync(inData(name), bytes().fill(0x5a, 20, 24)))
  const spoilt = bytes()
  expect(await goalTitles(open)).toEqual(['Mine'])
  expect(await foot()).toMatchObject({ state: 'needs', away: 'key' })
  expect(bytes().equals(spoilt)).toBe(true)
  await open.post('/api/lock', { take: true })
  expect((await settled(open)).lock.state).toBe('none')
  await after(() => undefined)
  expect(await goalTitles(open)).toEqual(['Mine'])
  expect(readdirSync(open.dataFolder)).not.toContain('device.key')
})

test('a key that no district knows yet is made anew, and the damaged one kept', async () => {
  await open.post('/api/setup', { alone: { name: 'Maya' } })
  await after(() => writeFileSync(inData('device.key'), 'no key at all'))
  expect(readFileSync(inData('device.key.damaged'), 'utf8')).toBe('no key at all')
  await joined()
  expect((await foot()).away).toBeUndefined()
})

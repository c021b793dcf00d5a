import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PutAside } from '../../contract/device/aside.ts'
import { asidePaths } from '../../contract/device/aside.ts'
import { shownHeader } from '../../contract/device/door.ts'
import { verifyingPaths } from '../../contract/device/verifying.ts'
import { joinWith } from '../trial/joined.ts'
import {
  addFile,
  addGoal,
  found,
  goalTitles,
  keychainOf,
  lock,
  passphrase,
  sessionOf,
  settled,
} from '../trial/locking.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import { syncStateOf, untilInRecord } from '../trial/sync-state.ts'
import { trialDistrict } from '../trial/trial-district.ts'
import { beginMoving } from './moving.ts'
import { isOwnName } from './own-names.ts'
import { untilPasses } from '../../test/builders/patience.ts'

let folder: ReturnType<typeof trialFolder>
let open: OpenProgram

beforeEach(async () => {
  folder = trialFolder()
  open = await openProgram(folder.path)
})
afterEach(async () => {
  await open.close()
  folder.remove()
})

const restart = async (parts: Parameters<typeof openProgram>[1] = {}) => {
  await open.close()
  open = await openProgram(folder.path, parts)
}
const begunBy = (name: string) => open.post('/api/setup', { alone: { name } })
const putAside = async (): Promise<readonly PutAside[]> =>
  JSON.parse(await (await open.knock(asidePaths.list)).text()).places
const names = async () => (await putAside()).map(({ name }) => name)
const beginAnew = () => open.post(asidePaths.begin, {})
const openAside = async (name: string | undefined) => {
  const place = (await putAside()).find(one => one.name === name)
  return open.post(asidePaths.open, { id: place?.id ?? '' })
}
const said = async (answer: Response) => [answer.status, JSON.parse(await answer.text())]

test('who had the computer is put aside whole, somebody else begins anew, and either is opened again', async () => {
  await open.post('/api/settings', { language: 'es' })
  await begunBy('Maya')
  await addGoal(open, 'Maya’s goal')
  const sha256 = await addFile(open, 'Maya’s film')
  expect((await beginAnew()).status).toBe(200)
  expect(await sessionOf(open)).toMatchObject({ mode: 'new', language: 'es' })
  expect(await goalTitles(open)).toEqual([])
  const [place] = await putAside()
  expect(place).toMatchObject({ name: 'Maya', at: expect.any(Number) })
  expect(basename(place?.path ?? '')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  const blob = join(place?.path ?? '', 'blobs', sha256.slice(0, 2), sha256)
  expect(readFileSync(blob, 'utf8')).toBe('Maya’s film')
  const { ino } = statSync(blob)

  await begunBy('Ana')
  await addGoal(open, 'Ana’s goal')
  // A second of the same day.
  expect((await openAside('Maya')).status).toBe(200)
  expect([await names(), await goalTitles(open)]).toEqual([['Ana'], ['Maya’s goal']])
  expect(statSync(join(open.dataFolder, 'blobs', sha256.slice(0, 2), sha256)).ino).toBe(ino)
  await addGoal(open, 'Maya goes on')

  await restart()
  expect([await names(), (await sessionOf(open)).person?.name]).toEqual([['Ana'], 'Maya'])
  expect((await openAside('Ana')).status).toBe(200)
  expect([await names(), await goalTitles(open)]).toEqual([['Maya'], ['Ana’s goal']])
  expect((await openAside('Maya')).status).toBe(200)
  expect(await goalTitles(open)).toEqual(['Maya’s goal', 'Maya goes on'])
  expect(open.logged).toEqual([])
})

test('where nobody has begun there is nothing to put aside, and opening another’s leaves nothing of nobody’s in the list', async () => {
  expect((await beginAnew()).status).toBe(403)
  expect(await putAside()).toEqual([])
  await begunBy('Maya')
  await beginAnew()
  expect((await openAside('Maya')).status).toBe(200)
  expect([await putAside(), (await sessionOf(open)).person?.name]).toEqual([[], 'Maya'])
})

test('a lock whose words are lost is put aside as it is, tells no name, and opens again once they are found', async () => {
  await begunBy('Maya Okafor')
  await addGoal(open, 'Locked away')
  await lock(open)
  await settled(open)
  await restart()
  expect((await sessionOf(open)).mode).toBe('locked')
  expect((await beginAnew()).status).toBe(200)
  expect(await sessionOf(open)).toMatchObject({ mode: 'new', lock: { state: 'none' } })
  const [place] = await putAside()
  expect([place?.name, found(place?.path ?? '', 'Maya Okafor', 'Locked away')]).toEqual([
    ...[undefined, []],
  ])
  await begunBy('Ana')
  expect((await openAside(undefined)).status).toBe(200)
  expect((await sessionOf(open)).mode).toBe('locked')
  // Also behind the lock nobody but its owner sees anything.
  expect((await open.post('/api/queries/plan', { input: {} })).status).toBe(423)
  await open.post('/api/unlock', { word: passphrase })
  expect(await goalTitles(open)).toEqual(['Locked away'])
  expect(await names()).toEqual(['Ana'])
})

test('while it is locked and open, what is written beside it says no name either', async () => {
  await begunBy('Maya Okafor')
  await lock(open)
  await settled(open)
  await beginAnew()
  const [place] = await putAside()
  expect([place?.name, found(place?.path ?? '', 'Maya Okafor')]).toEqual([undefined, []])
})

test('everything that a program keeps is either the person’s, and goes, or the computer’s, and stays', async () => {
  await restart({ keychain: keychainOf(3) })
  await open.post('/api/settings', { theme: 'dark' })
  await begunBy('Maya')
  await addFile(open, 'film')
  await open.post(verifyingPaths.batches, { name: 'Badges' })
  const plain = readdirSync(open.dataFolder)
  await lock(open)
  await settled(open)
  const all = new Set([...plain, ...readdirSync(open.dataFolder)])
  const own = [...all].filter(isOwnName)
  const computers = [...all].filter(name => !isOwnName(name)).toSorted()
  expect(computers).toEqual(['secret', 'settings.json'])
  expect(own).toEqual(expect.arrayContaining(['blobs', 'lock.json', 'record.sqlite']))
  expect(own).toEqual(expect.arrayContaining(['device.key', 'device.key.sealed', 'open']))
  await beginAnew()
  const [place] = await putAside()
  expect(readdirSync(place?.path ?? '')).toEqual(expect.arrayContaining(['verifying.sqlite']))
})

test('what can’t be moved, or not be opened afterwards, leaves everything where it was', async () => {
  await begunBy('Maya')
  await addGoal(open, 'Stays')
  // In the way of the folder of what is put aside.
  writeFileSync(join(open.dataFolder, 'put-aside'), '')
  expect(await said(await beginAnew())).toEqual([409, { code: 'not_moved' }])
  expect([await goalTitles(open), await putAside()]).toEqual([['Stays'], []])
  rmSync(join(open.dataFolder, 'put-aside'))

  await beginAnew()
  await begunBy('Ana')
  await addGoal(open, 'Ana’s')
  const [place] = await putAside()
  const damaged = join(place?.path ?? '', 'lock.json')
  writeFileSync(damaged, 'no lock file')
  expect(await said(await openAside('Maya'))).toEqual([409, { code: 'not_moved' }])
  expect([await goalTitles(open), await names()]).toEqual([['Ana’s'], ['Maya']])
  rmSync(damaged)
  expect((await openAside('Maya')).status).toBe(200)
  expect([await goalTitles(open), await names()]).toEqual([['Stays'], ['Ana']])
})

test('a program that was killed in the middle finishes it before it opens anything', async () => {
  await begunBy('Maya')
  await addGoal(open, 'Maya’s')
  await beginAnew()
  await begunBy('Ana')
  await open.close()
  const [id = ''] = readdirSync(join(open.dataFolder, 'put-aside'))
  beginMoving(open.dataFolder, { to: '2026-01-01', note: { at: 1, name: 'Ana' }, from: id })
  open = await openProgram(folder.path)
  expect([await goalTitles(open), await names()]).toEqual([['Maya’s'], ['Ana']])
})

test('a window that shows somebody else by now puts nobody aside, opens nothing and sets nothing up', async () => {
  await begunBy('Maya')
  const { device: mayas = '' } = await sessionOf(open)
  await beginAnew()
  await begunBy('Ana')
  const asMaya = (path: string, value: object) =>
    open.knock(path, {
      ...{ method: 'POST', headers: { [shownHeader]: mayas }, body: JSON.stringify(value) },
    })
  const [place] = await putAside()
  const asked = [
    await asMaya(asidePaths.begin, {}),
    await asMaya(asidePaths.open, { id: place?.id ?? '' }),
    await asMaya('/api/setup', { alone: { name: 'Maya' } }),
  ]
  expect(asked.map(({ status }) => status)).toEqual([409, 409, 409])
  expect([(await sessionOf(open)).person?.name, await names()]).toEqual(['Ana', ['Maya']])
  expect((await open.post(asidePaths.open, { id: '../demo' })).status).toBe(404)
})

test('two of one district use one computer in turn: what waited of the first goes when it is theirs again', async () => {
  const trial = await trialDistrict()
  const { road } = trial
  await joinWith(open, road.address, trial.codeOf('maya'))
  await untilInRecord(open)
  await road.cut()
  await addGoal(open, 'Waits on the bus')
  await untilPasses(async () => expect((await syncStateOf(open)).away).toBe('network'))
  await beginAnew()
  expect(await syncStateOf(open)).toMatchObject({ state: 'alone', waitingCount: 0 })
  await road.mend()
  await joinWith(open, road.address, trial.codeOf('jonah'))
  await untilInRecord(open)
  expect(await goalTitles(open)).not.toContain('Waits on the bus')
  const [place] = await putAside()
  expect(place).toMatchObject({ name: 'Maya Okafor', district: expect.any(String) })
  expect((await openAside('Maya Okafor')).status).toBe(200)
  await untilInRecord(open)
  expect(await goalTitles(open)).toContain('Waits on the bus')
  await trial.close()
}, 120_000)

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Session } from '../../contract/device/session.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import type { ScriptedDistrict } from '../trial/scripted-district.ts'
import {
  aboutNow,
  emptyPage,
  scriptedDistrict,
  scriptedTrustKey,
} from '../trial/scripted-district.ts'
import type { DemoDistrict } from './district-process.ts'

const people = [
  {
    id: 'p-maya',
    name: 'Maya',
    place: 'Grade 4',
    roles: ['educator' as const],
    code: 'AAAAA-AAAAA',
  },
  { id: 'p-jonah', name: 'Jonah', place: 'Coach', roles: ['coach' as const], code: 'BBBBB-BBBBB' },
]

let folder: ReturnType<typeof trialFolder>
let district: ScriptedDistrict
let starts: string[]
let happened: string[]
/** How long the demo's district takes to end (ms). */
let ends: number
let open: OpenProgram

beforeEach(async () => {
  folder = trialFolder()
  starts = []
  happened = []
  ends = 0
  district = await scriptedDistrict()
  district.script(({ path, body }, response) => {
    const now = Date.now()
    if (path === '/sync/v1/about') return aboutNow(now)
    if (path === '/sync/v1/join') {
      const { code, device } = JSON.parse(body.toString())
      const person = people.find(one => one.code.replace('-', '') === code)
      if (person === undefined) throw new Error('unknown code')
      const { id, name, roles } = person
      const trustKey = scriptedTrustKey
      return { device, person: id, name, roles, district: 'Demo', epoch: 'e', now, trustKey }
    }
    const cursor = new URL(path, 'http://x').searchParams.get('cursor') ?? ''
    setTimeout(() => response.end(JSON.stringify(emptyPage(Date.now(), cursor))), 200)
    return undefined
  })
  open = await openDemo()
})
afterEach(async () => {
  await open.close()
  await district.close()
  folder.remove()
})

const openDemo = () =>
  openProgram(folder.path, {
    async startDemoDistrict(path): Promise<DemoDistrict> {
      starts.push(path)
      happened.push('started')
      const close = async () => {
        await new Promise(resolve => setTimeout(resolve, ends))
        happened.push('ended')
      }
      return { address: district.address, people, close }
    },
  })

const session = async (): Promise<Session> =>
  JSON.parse(await (await open.knock('/api/session')).text())

test('the demo opens as its first person, with everybody one may be', async () => {
  await open.post('/api/setup', { demo: true })
  expect(await session()).toMatchObject({
    mode: 'demo',
    person: { id: 'p-maya', name: 'Maya' },
    roles: ['educator'],
    people: [
      { id: 'p-maya', current: true },
      { id: 'p-jonah', current: false },
    ],
  })
  expect(starts).toEqual([join(open.dataFolder, 'demo', 'district')])
})

test('each person has a computer of their own: other records, another key', async () => {
  await open.post('/api/setup', { demo: true })
  await open.command('goal.add', { layer: 'personal', title: 'Hers' })
  await open.post('/api/demo-person', { person: 'p-jonah' })
  expect(await session()).toMatchObject({ person: { id: 'p-jonah' }, roles: ['coach'] })
  expect((await open.query('plan', {})).goals).toEqual([])
  const key = (person: string) => readFileSync(join(open.dataFolder, 'demo', person, 'device.key'))
  expect(key('p-maya').equals(key('p-jonah'))).toBe(false)
  await open.post('/api/demo-person', { person: 'p-maya' })
  expect((await open.query('plan', {})).goals).toHaveLength(1)
})

test('after a restart the demo goes on as the person it was left as', async () => {
  await open.post('/api/setup', { demo: true })
  await open.post('/api/demo-person', { person: 'p-jonah' })
  await open.close()
  open = await openDemo()
  expect(await session()).toMatchObject({ mode: 'demo', person: { id: 'p-jonah' } })
})

test('who leaves the demo is back at the first choice, and nothing of the demo stands there', async () => {
  await open.post('/api/setup', { demo: true })
  await open.post('/api/demo-person', { person: '' })
  expect((await session()).mode).toBe('new')
  expect(existsSync(join(open.dataFolder, 'demo', 'p-maya', 'record.sqlite'))).toBe(true)
})

test('who has records of their own is back with them, and finds the demo as they left it', async () => {
  await open.post('/api/setup', { alone: { name: 'Ana' } })
  await open.command('goal.add', { layer: 'personal', title: 'My own' })
  await open.post('/api/setup', { demo: true })
  await open.command('goal.add', { layer: 'personal', title: 'Only tried' })
  await open.post('/api/demo-person', { person: '' })
  expect(await session()).toMatchObject({ mode: 'alone', person: { name: 'Ana' } })
  const titles = async () =>
    (await open.query('plan', {})).goals.map((goal: { body: { title: string } }) => goal.body.title)
  expect(await titles()).toEqual(['My own'])
  await open.post('/api/setup', { demo: true })
  expect(await titles()).toEqual(['Only tried'])
})

test('a demo that is still ending is waited for, and two who open it open one', async () => {
  ends = 200
  await open.post('/api/setup', { demo: true })
  const left = open.post('/api/demo-person', { person: '' })
  const again = [open.post('/api/setup', { demo: true }), open.post('/api/setup', { demo: true })]
  await Promise.all([left, ...again])
  expect(happened).toEqual(['started', 'ended', 'started'])
  expect(await session()).toMatchObject({ mode: 'demo', person: { id: 'p-maya' } })
})

test('somebody who is not in the demo is nobody', async () => {
  await open.post('/api/setup', { demo: true })
  for (const person of ['p-nobody', '../district', 'district'])
    expect((await open.post('/api/demo-person', { person })).status).toBe(404)
  expect(await session()).toMatchObject({ person: { id: 'p-maya' } })
})

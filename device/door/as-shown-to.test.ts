import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { doorPaths, shownHeader } from '../../contract/device/door.ts'
import type { CommandAnswer, DoorEvent } from '../../contract/device/door.ts'
import type { Session } from '../../contract/device/session.ts'
import type { DemoDistrict } from '../demo/district-process.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import type { ScriptedDistrict } from '../trial/scripted-district.ts'
import {
  aboutNow,
  emptyPage,
  scriptedDistrict,
  scriptedTrustKey,
} from '../trial/scripted-district.ts'
import { patienceMs } from '../../test/builders/patience.ts'

const people = [
  { id: 'p-maya', name: 'Maya', place: '', roles: ['educator' as const], code: 'AAAAA-AAAAA' },
  { id: 'p-jonah', name: 'Jonah', place: '', roles: ['coach' as const], code: 'BBBBB-BBBBB' },
]

let folder: ReturnType<typeof trialFolder>
let district: ScriptedDistrict
let open: OpenProgram

beforeEach(async () => {
  folder = trialFolder()
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
    setTimeout(() => response.end(JSON.stringify(emptyPage(Date.now(), 'c'))), 200)
    return undefined
  })
  open = await openProgram(folder.path, {
    startDemoDistrict: async (): Promise<DemoDistrict> => ({
      address: district.address,
      people,
      close: async () => undefined,
    }),
  })
  await open.post('/api/setup', { demo: true })
})
afterEach(async () => {
  await open.close()
  await district.close()
  folder.remove()
})

const become = (person: string) => open.post(doorPaths.demoPerson, { person })

/** The device whose records are shown, as a window is told it. */
async function shownNow(): Promise<string> {
  const session: Session = JSON.parse(await (await open.knock(doorPaths.session)).text())
  return session.device ?? ''
}
/** A request of a window that shows the records of a device. */
const askAs = (device: string, path: string, value: unknown) =>
  open.knock(path, {
    method: 'POST',
    body: JSON.stringify(value),
    headers: { [shownHeader]: device },
  })
const addGoal = (title: string) => ({ name: 'goal.add', input: { layer: 'personal', title } })
const titles = async () => (await open.query('plan', {})).goals.map(row => row.body.title)

test('who joins a district goes on in the same records: their window asks as before', async () => {
  const alone = await openProgram(folder.path, {}, 'alone')
  await alone.post('/api/setup', { alone: { name: 'Maya' } })
  const { device }: Session = JSON.parse(await (await alone.knock(doorPaths.session)).text())
  const join = { address: district.address, code: 'AAAAA-AAAAA' }
  expect((await alone.post('/api/setup', { join })).status).toBe(200)
  const body = JSON.stringify(addGoal('Hers'))
  const headers = { [shownHeader]: device ?? '' }
  const answer = await alone.knock(doorPaths.commands, { method: 'POST', body, headers })
  expect(answer.status).toBe(200)
  await alone.close()
})

test('what a window does goes to the person whom it shows; once another is shown, it is told so and nothing is kept', async () => {
  const maya = await shownNow()
  const first = await askAs(maya, doorPaths.commands, addGoal('Hers'))
  const done: CommandAnswer = JSON.parse(await first.text())
  expect(done.status).toBe('applied')
  await become('p-jonah')
  for (const [path, value] of [
    [doorPaths.commands, addGoal('Hers too')],
    [`${doorPaths.queries}/plan`, { input: {} }],
    [doorPaths.send, { claim: 'c' }],
    [doorPaths.finish, { review: 'r' }],
    [doorPaths.undo, { key: done.status === 'refused' ? '' : done.key }],
    [doorPaths.files, 'bytes'],
  ] as const) {
    const answer = await askAs(maya, path, value)
    expect([path, answer.status, await answer.json()]).toEqual([
      path,
      409,
      { code: 'someone_else' },
    ])
  }
  expect(await titles()).toEqual([])
  expect((await askAs(await shownNow(), doorPaths.commands, addGoal('His'))).status).toBe(200)
  expect(await titles()).toEqual(['His'])
  await become('p-maya')
  expect(await titles()).toEqual(['Hers'])
})

test('a request that is on its way while someone else comes does not land with them', async () => {
  const maya = await shownNow()
  let end: () => void = () => undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      end = () => {
        controller.enqueue(new TextEncoder().encode(JSON.stringify(addGoal('Late'))))
        controller.close()
      }
    },
  })
  const headers = { [shownHeader]: maya, 'x-meritfolio': open.program.secret }
  const request = new Request(`${open.origins.screen}${doorPaths.commands}`, {
    method: 'POST',
    body,
    headers: {
      ...headers,
      host: new URL(open.origins.screen).host,
      'sec-fetch-site': 'same-origin',
    },
    duplex: 'half',
  })
  const answered = open.program.fetch(request)
  await become('p-jonah')
  end()
  expect((await answered).status).toBe(409)
  expect(await titles()).toEqual([])
})

test('whose computer is shown, how it looks and its events are for every window', async () => {
  const maya = await shownNow()
  await become('p-jonah')
  const headers = { [shownHeader]: maya }
  expect((await open.knock(doorPaths.session, { headers })).status).toBe(200)
  expect((await askAs(maya, doorPaths.settings, { theme: 'dark' })).status).toBe(200)
  expect((await askAs(maya, doorPaths.demoPerson, { person: 'p-maya' })).status).toBe(200)
})

test('every window is told who is shown from now on', async () => {
  const stop = new AbortController()
  const answer = await open.knock(doorPaths.events, { signal: stop.signal })
  const told: DoorEvent[] = []
  const read = async () => {
    let rest = ''
    for await (const part of answer.body ?? []) {
      const lines = `${rest}${Buffer.from(part).toString()}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) told.push(JSON.parse(line))
    }
  }
  const reading = read().catch(() => 'stopped')
  await become('p-jonah')
  const jonah = await shownNow()
  await become('')
  const own = await shownNow()
  await vi.waitFor(() => {
    const shown = told.flatMap(event => (event.event === 'shown' ? [event.device] : []))
    expect(shown).toEqual([jonah, own])
  }, patienceMs)
  stop.abort()
  await reading
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DoorEvent } from '../../contract/device/door.ts'
import type { Session } from '../../contract/device/session.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'

const folder = trialFolder()
let open: OpenProgram

beforeAll(async () => {
  open = await openProgram(folder.path)
})
afterAll(async () => {
  await open.close()
  folder.remove()
})

const sessionOf = async (answer: Response): Promise<Session> => {
  const session: Session = JSON.parse(await answer.text())
  return session
}

test('a new computer belongs to nobody, then to the person who works alone', async () => {
  expect((await sessionOf(await open.knock('/api/session'))).mode).toBe('new')
  const session = await sessionOf(await open.post('/api/setup', { alone: { name: 'Maya' } }))
  expect(session).toMatchObject({ mode: 'alone', person: { id: 'me', name: 'Maya' } })
})

test('who works alone goes by another name at once, in the record too; a name of nothing is none', async () => {
  const named = await open.post('/api/setup', { alone: { name: ' Maya Duarte ' } })
  expect((await sessionOf(named)).person).toMatchObject({ id: 'me', name: 'Maya Duarte' })
  expect((await open.post('/api/setup', { alone: { name: '  ' } })).status).toBe(403)
  const { people } = await open.query('people', {})
  expect(people.map(({ id, body }) => [id, body.name])).toEqual([['me', 'Maya Duarte']])
})

test('what ships with the program is there without a district', async () => {
  const { micros } = await open.query('micro-credentials', {})
  expect(micros.length).toBeGreaterThanOrEqual(3)
  const { frameworks } = await open.query('frameworks', {})
  const [framework] = frameworks
  const { competencies } = await open.query('framework', { framework: framework?.id ?? '' })
  expect(competencies.length).toBeGreaterThanOrEqual(20)
})

test('a goal that is added is in the plan, under the id that the answer gave', async () => {
  const answer = await open.command('goal.add', { layer: 'personal', title: 'Wait time' })
  if (answer.status === 'refused') throw new Error(answer.refusal.code)
  const { goals } = await open.query('plan', {})
  expect(goals.map(goal => goal.id)).toContain(answer.made['goal'])
})

test('a command that the rules refuse says why, and keeps nothing', async () => {
  const answer = await open.command('goal.add', { layer: 'personal', title: '  ' })
  expect(answer).toEqual({
    status: 'refused',
    refusal: { code: 'bad_input', facts: { where: 'title' } },
  })
})

test('sending a claim on a computer that has joined no district says that it must join', async () => {
  const { micros } = await open.query('micro-credentials', {})
  const [micro] = micros
  const started = await open.command('claim.start', {
    microCredential: micro?.id,
    code: micro?.body.code,
  })
  if (started.status === 'refused') throw new Error(started.refusal.code)
  const answer = await open.post('/api/send-claim', { claim: started.made['claim'] })
  expect(answer.status).toBe(403)
  expect(await answer.json()).toEqual({ code: 'not_allowed', facts: { needs: 'district' } })
})

test('settings are kept', async () => {
  await open.post('/api/settings', { language: 'es', theme: 'dark' })
  const session = await sessionOf(await open.knock('/api/session'))
  expect(session).toMatchObject({ language: 'es', theme: 'dark' })
})

test('the event stream says hello, then what changed', async () => {
  const stop = new AbortController()
  const answer = await open.knock('/api/events', { signal: stop.signal })
  const lines = linesOf(answer)
  expect(await lines.next()).toMatchObject({ value: { event: 'hello', sync: { state: 'alone' } } })
  const made = await open.command('goal.add', { layer: 'personal', title: 'Second' })
  const id = made.status === 'refused' ? '' : made.made['goal']
  // How sync stands may be told in between, and what an earlier test has changed.
  const told = { event: 'changed', ids: expect.arrayContaining([id]) }
  let next = await lines.next()
  while (next.done !== true && !expect.objectContaining(told).asymmetricMatch(next.value))
    next = await lines.next()
  expect(next).toMatchObject({ value: told })
  stop.abort()
})

test('every screen address answers with the page, and only the known files are files', async () => {
  for (const path of ['/', '/plan/2026', '/claims/abc/sent']) {
    const answer = await open.knock(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('text/html')
  }
  expect((await open.knock('/assets/main-0123abcd.js')).headers.get('cache-control')).toContain(
    'immutable',
  )
  expect((await open.knock('/assets/other.js')).status).toBe(404)
})

test('a query that nobody knows, and a wrong input, are told as such', async () => {
  expect((await open.post('/api/queries/nonsense', { input: {} })).status).toBe(404)
  expect((await open.post('/api/queries/toString', { input: {} })).status).toBe(404)
  expect((await open.post('/api/queries/goal', { input: { goal: 7 } })).status).toBe(400)
  expect((await open.post('/api/queries/goal', 'x')).status).toBe(400)
  expect((await open.knock('/api/queries/goal', { method: 'POST', body: '{' })).status).toBe(400)
})

async function* linesOf(answer: Response): AsyncGenerator<DoorEvent> {
  let rest = ''
  for await (const part of answer.body ?? []) {
    const lines = `${rest}${Buffer.from(part).toString()}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line)
  }
}

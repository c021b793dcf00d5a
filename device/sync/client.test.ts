import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createHash, createPublicKey, verify } from 'node:crypto'
import {
  readSignatureInput,
  readSignatureValue,
  signatureBase,
} from '../../contract/sync/signature.ts'
import type { OpenProgram } from '../trial/open-program.ts'
import { openProgram, trialFolder } from '../trial/open-program.ts'
import { syncStateOf } from '../trial/sync-state.ts'
import type { Script, ScriptedDistrict } from '../trial/scripted-district.ts'
import {
  aboutNow,
  emptyPage,
  scriptedDistrict,
  scriptedTrustKey,
} from '../trial/scripted-district.ts'
import { inputBytesMax } from './command-size.ts'
import { busyTriesMax } from './stuck.ts'
import { untilPasses } from '../../test/builders/patience.ts'

let folder: ReturnType<typeof trialFolder>
let district: ScriptedDistrict
let open: OpenProgram
let skewMs = 0

beforeEach(async () => {
  skewMs = 0
  folder = trialFolder()
  district = await scriptedDistrict()
  // Pauses between tries are short, whatever chance says.
  open = await openProgram(folder.path, { random: () => 0, clock: () => Date.now() + skewMs })
})
afterEach(async () => {
  await open.close()
  await district.close()
  folder.remove()
})

interface Sent {
  readonly device: string
  readonly mutations: readonly {
    readonly key: string
    readonly name: string
    readonly input: unknown
    readonly doneAt: number
  }[]
}

let publicKey = ''

/** Answers like a district on which all is well, without any rules. */
const wellBehaved: Script = ({ method, path, body }, response) => {
  const now = Date.now()
  if (path === '/sync/v1/about') return aboutNow(now)
  if (path === '/sync/v1/join') {
    const asked = JSON.parse(body.toString())
    publicKey = asked.publicKey
    const { device } = asked
    const person = { person: 'p_maya', name: 'Maya Okafor', roles: ['educator'] }
    return { device, ...person, district: 'Scripted', epoch: 'e1', now, trustKey: scriptedTrustKey }
  }
  if (path === '/sync/v1/push') {
    const { mutations }: Sent = JSON.parse(body.toString())
    return { now, results: mutations.map(({ key }) => [key, { status: 'applied', at: 1 }]) }
  }
  if (path.startsWith('/sync/v1/pull')) {
    const cursor = new URL(path, 'http://x').searchParams.get('cursor') ?? ''
    if (cursor === '') return { ...emptyPage(now, ''), next: 'c1' }
    setTimeout(() => response.end(JSON.stringify(emptyPage(Date.now(), cursor))), 100)
    return undefined
  }
  response.statusCode = method === 'HEAD' ? 200 : 404
  return { code: 'not_found' }
}

const join = (code = 'ABCDE-FGHJK') =>
  open.post('/api/setup', { join: { address: district.address, code } })

const syncState = () => syncStateOf(open)

async function addGoal(title: string): Promise<string> {
  const answer = await open.command('goal.add', { layer: 'personal', title })
  if (answer.status === 'refused') throw new Error(answer.refusal.code)
  return answer.made['goal'] ?? ''
}

const pushed = () =>
  district.heard
    .filter(heard => heard.path === '/sync/v1/push')
    .map((heard): Sent => JSON.parse(heard.body.toString()))

test('what was done alone goes along when a district is joined, as the person it knows', async () => {
  district.script(wellBehaved)
  await open.post('/api/setup', { alone: { name: 'Maya' } })
  const goal = await addGoal('Made alone')
  const session = JSON.parse(await (await join()).text())
  expect(session).toMatchObject({ mode: 'joined', person: { id: 'p_maya' } })
  const { goals } = await open.query('plan', {})
  expect(goals).toMatchObject([{ id: goal, body: { owner: 'p_maya', title: 'Made alone' } }])
  await untilPasses(() => expect(pushed()[0]?.mutations[0]).toMatchObject({ name: 'goal.add' }))
})

test('every request after joining is signed by the key that joined', async () => {
  district.script(wellBehaved)
  await join()
  await addGoal('Signed')
  await untilPasses(() => expect(pushed()).toHaveLength(1))
  const signed = district.heard.filter(heard => heard.headers['signature'] !== undefined)
  expect(new Set(signed.map(heard => heard.path.split('?')[0]))).toEqual(
    new Set(['/sync/v1/push', '/sync/v1/pull']),
  )
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
  for (const { method, path: target, headers, body } of signed) {
    const input = readSignatureInput(String(headers['signature-input']))
    if (input === undefined) throw new Error('no signature input')
    const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
    expect(headers['content-digest']).toBe(digest)
    const base = signatureBase({ method, target, digest, ...input })
    const value = readSignatureValue(String(headers['signature'])) ?? ''
    expect(verify(null, Buffer.from(base), key, Buffer.from(value, 'base64'))).toBe(true)
  }
  const nonces = signed.map(heard => String(heard.headers['signature-input']))
  expect(new Set(nonces).size).toBe(nonces.length)
})

test('without a network everything is saved here and goes when there is one', async () => {
  district.script(wellBehaved)
  await join()
  await untilPasses(async () => expect((await syncState()).state).toBe('record'))
  await district.down()
  await addGoal('Offline')
  await untilPasses(async () =>
    expect(await syncState()).toMatchObject({ state: 'here', away: 'network' }),
  )
  await district.up()
  await open.post('/api/sync-now', {})
  await untilPasses(() => expect(pushed().at(-1)?.mutations[0]).toMatchObject({ name: 'goal.add' }))
})

test('without a network the time of the record stands still, whatever else there is to look after', async () => {
  district.script(wellBehaved)
  await join()
  await untilPasses(async () => expect((await syncState()).state).toBe('record'))
  await district.down()
  await open.post('/api/sync-now', {})
  await untilPasses(async () => expect((await syncState()).away).toBe('network'))
  const { recordAt } = await syncState()
  for (let n = 0; n < 3; n++) {
    await open.post('/api/sync-now', {})
    await new Promise(resolve => setTimeout(resolve, 100))
    expect(await syncState()).toMatchObject({ recordAt, away: 'network' })
  }
})

test('typing on without a network is sent as few commands, each text in full', async () => {
  district.script(wellBehaved)
  await join()
  const goal = await addGoal('Typed on the train')
  await untilPasses(async () => expect((await syncState()).waitingCount).toBe(0))
  await district.down()
  let text = ''
  for (let n = 0; n < 20; n++) {
    await open.command('goal.write', { goal, field: 'why', base: text, text: `${text}${n} ` })
    text += `${n} `
    await new Promise(resolve => setTimeout(resolve, 60))
  }
  await untilPasses(async () => expect((await syncState()).away).toBe('network'))
  expect((await syncState()).waitingCount).toBeLessThanOrEqual(3)
  await district.up()
  await open.post('/api/sync-now', {})
  await untilPasses(() => expect(pushed().at(-1)?.mutations.at(-1)?.input).toMatchObject({ text }))
})

test('the turn that finds the district again wakes the others, however long their pauses have grown', async () => {
  district.script(wellBehaved)
  await join()
  await untilPasses(async () => expect((await syncState()).state).toBe('record'))
  await district.down()
  for (let n = 0; n < 12; n++) {
    await open.post('/api/sync-now', {})
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  await untilPasses(async () => expect((await syncState()).away).toBe('network'))
  const pulls = () => district.heard.filter(heard => heard.path.startsWith('/sync/v1/pull')).length
  await district.up()
  const before = pulls()
  await addGoal('It is back')
  await untilPasses(() => expect(pushed().at(-1)?.mutations[0]).toMatchObject({ name: 'goal.add' }))
  // A pause after that many failures is five seconds at least.
  await vi.waitFor(() => expect(pulls()).toBeGreaterThan(before), { timeout: 4_500, interval: 50 })
  expect((await syncState()).away).toBeUndefined()
})

test('an answer that is no district’s changes nothing, and is said', async () => {
  district.script(wellBehaved)
  await join()
  const goal = await addGoal('Before')
  district.script((_heard, response) => {
    response.setHeader('content-type', 'text/html')
    response.end('<h1>Sign in to the school network</h1>')
  })
  await untilPasses(async () => expect((await syncState()).away).toBe('nonsense'))
  const { goals } = await open.query('plan', {})
  expect(goals.map(row => row.id)).toContain(goal)
})

test('a reply that was lost is asked again under the same key', async () => {
  district.script(wellBehaved)
  await join()
  district.script((heard, response) => {
    if (heard.path === '/sync/v1/push') {
      response.destroy()
      return undefined
    }
    return wellBehaved(heard, response)
  })
  await addGoal('Once')
  await untilPasses(() => expect(pushed().length).toBeGreaterThanOrEqual(1))
  district.script(wellBehaved)
  await open.post('/api/sync-now', {})
  await untilPasses(() => expect(pushed().length).toBeGreaterThanOrEqual(2))
  const keys = pushed().flatMap(push => push.mutations.map(mutation => mutation.key))
  expect(new Set(keys).size).toBe(1)
})

test('a computer that was sent away keeps everything, says so, and can save what waits', async () => {
  district.script(wellBehaved)
  await join()
  district.script((_heard, response) => {
    response.statusCode = 403
    return { code: 'device_revoked' }
  })
  await addGoal('Unsent')
  await untilPasses(async () =>
    expect(await syncState()).toMatchObject({ state: 'needs', away: 'revoked', waitingCount: 1 }),
  )
  const saved = JSON.parse(await (await open.knock('/api/outbox')).text())
  expect(saved.commands).toMatchObject([{ name: 'goal.add', input: { title: 'Unsent' } }])
  expect((await open.query('plan', {})).goals).toHaveLength(1)
})

/** Refuses what is signed by a clock that is more than five minutes off. */
const inTime: Script = (heard, response) => {
  const input = readSignatureInput(String(heard.headers['signature-input'] ?? ''))
  if (input !== undefined && Math.abs(input.created * 1_000 - Date.now()) > 300_000) {
    response.statusCode = 401
    return { code: 'clock', facts: { now: Date.now() } }
  }
  return wellBehaved(heard, response)
}
const days = (ms: number) => Math.round(ms / 86_400_000)
const sentAs = (title: string) =>
  pushed()
    .flatMap(push => push.mutations)
    .find(({ input }) => JSON.stringify(input).includes(title))

test('a clock that is off by a year is put right by the district’s own time', async () => {
  district.script(inTime)
  await join()
  await untilPasses(async () => expect((await syncState()).state).toBe('record'))
  skewMs = 365 * 86_400_000
  await open.post('/api/sync-now', {})
  await untilPasses(async () => expect((await syncState()).skewMs).toBeDefined())
  await addGoal('Next year')
  await untilPasses(() => expect(sentAs('Next year')).toBeDefined())
  expect(days((await syncState()).skewMs ?? 0)).toBe(-365)
})

test.each([-365, 365])(
  'what is done by a clock that is %i days off when a district is joined is dated by the district’s time, here and there',
  async off => {
    skewMs = off * 86_400_000
    district.script(inTime)
    await join()
    await addGoal('Dated')
    const { goals } = await open.query('plan', {})
    const [shownAt = 0] = goals.map(({ body }) => body.addedAt)
    expect(Math.abs(shownAt - Date.now())).toBeLessThan(60_000)
    await untilPasses(() => expect(sentAs('Dated')).toMatchObject({ doneAt: shownAt }))
    expect(days((await syncState()).skewMs ?? 0)).toBe(-off)
  },
)

test.each([
  ['not an address', 'unreachable'],
  ['http://127.0.0.1:9', 'unreachable'],
])('joining at %s says that nothing answers there', async (address, code) => {
  const answer = await open.post('/api/setup', { join: { address, code: 'ABCDE-FGHJK' } })
  expect(await answer.json()).toMatchObject({ code, facts: { address } })
})

test('joining somewhere that is no district says so; a refused code says which way', async () => {
  district.script(() => ({ hello: 'world' }))
  expect(await (await join()).json()).toMatchObject({ code: 'nonsense' })
  for (const code of ['invitation_unknown', 'invitation_used', 'invitation_expired'] as const) {
    district.script((heard, response) => {
      if (heard.path === '/sync/v1/about') return aboutNow(Date.now())
      response.statusCode = 403
      return { code }
    })
    expect(await (await join()).json()).toMatchObject({ code })
  }
  const session = JSON.parse(await (await open.knock('/api/session')).text())
  expect(session.mode).toBe('new')
})

/** A text of so many bytes, more than any push takes. */
const tooMuch = 'x'.repeat(inputBytesMax)

test('what could never be sent is refused before it is stored, with its size', async () => {
  district.script(wellBehaved)
  await join()
  const input = { layer: 'personal', title: tooMuch }
  expect(await open.command('goal.add', input)).toMatchObject({
    status: 'refused',
    refusal: { code: 'too_large', facts: { bytesMax: inputBytesMax } },
  })
  expect((await open.query('refused', {})).refused).toEqual([])
})

test('a district that takes less at once gets less at once, and what it never takes is refused here', async () => {
  const heavy = 'heavy '.repeat(200)
  district.script((heard, response) => {
    if (heard.path === '/sync/v1/push' && heard.body.includes(heavy)) {
      response.statusCode = 413
      return { code: 'too_large', facts: { bytesMax: 1_000 } }
    }
    return wellBehaved(heard, response)
  })
  await open.post('/api/setup', { alone: { name: 'Maya' } })
  for (const title of ['One', 'Two', heavy, 'Three', 'Four']) await addGoal(title)
  await join()
  const refused = await untilPasses(async () => {
    const rows = (await open.query('refused', {})).refused
    expect(rows).toHaveLength(1)
    return rows
  })
  expect(refused).toMatchObject([
    { command: 'goal.add', input: { title: heavy }, refusal: { code: 'too_large' } },
  ])
  const taken = () => pushed().flatMap(push => push.mutations.map(({ input }) => input))
  for (const title of ['One', 'Two', 'Three', 'Four'])
    await untilPasses(() => expect(taken()).toContainEqual(expect.objectContaining({ title })))
  await untilPasses(async () => expect(await syncState()).toMatchObject({ refusedCount: 1 }))
})

test('a district that breaks on one command each time is asked less, and the person is told', async () => {
  let asked = 0
  district.script((heard, response) => {
    if (heard.path !== '/sync/v1/push') return wellBehaved(heard, response)
    const { mutations }: Sent = JSON.parse(heard.body.toString())
    const breaks = (input: unknown) => JSON.stringify(input).includes('It breaks')
    asked += mutations.filter(({ input }) => breaks(input)).length
    const results = mutations.map(({ key, input }) => [
      key,
      breaks(input) ? { status: 'wait', on: 'busy' } : { status: 'applied', at: 1 },
    ])
    return { now: Date.now(), results }
  })
  await join()
  await addGoal('It breaks')
  for (let n = 1; n <= busyTriesMax; n++) {
    await untilPasses(() => expect(asked).toBeGreaterThanOrEqual(n))
    if (n < busyTriesMax) await open.post('/api/sync-now', {})
  }
  await untilPasses(async () =>
    expect(await syncState()).toMatchObject({ state: 'here', stuckCount: 1 }),
  )
  const before = asked
  await addGoal('It goes on')
  const taken = () => pushed().flatMap(push => push.mutations.map(({ input }) => input))
  await untilPasses(() =>
    expect(taken()).toContainEqual(expect.objectContaining({ title: 'It goes on' })),
  )
  expect(asked).toBe(before)
})

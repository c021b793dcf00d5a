import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ZodType } from 'zod'
import { MicroCredentialRecord } from '../../core/micro-credential/record.ts'
import { pushRequest } from '../../contract/sync/push.ts'
import { wireLimits } from '../../contract/sync/version.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import type { Standing } from '../../db/device-store/standing.ts'
import { openRecords } from '../place/records.ts'
import { shippedRecords } from '../place/shipped.ts'
import { Away } from './away.ts'
import { jsonBytes } from './command-size.ts'
import { Stayed } from './exchange.ts'
import type { Line } from './line.ts'
import { pushAll } from './push.ts'
import { sentMark } from './sent-mark.ts'
import { nothingStuck } from './stuck.ts'

let folder: string
let store: DeviceStore
let now = Date.parse('2026-11-24T12:00:00Z')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meritfolio-push-'))
  const records = openRecords(folder, {
    clock: Date.now,
    holdMs: command => (command === 'plan.check-in' ? 10_000 : undefined),
    onDefect: error => {
      throw error
    },
  })
  if ('failed' in records) throw new Error(records.failed)
  store = records.store
  store.seed(shippedRecords(undefined))
  const { actor } = store.standing()
  store.join({ ...actor, person: 'maya', roles: ['educator'] })
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

function done(name: string, input: unknown): string {
  const performed = store.perform(name, input, ++now)
  if (performed.did === 'refused') throw new Error(JSON.stringify(performed.refusal))
  return performed.wrote[0]?.split('/')[1] ?? ''
}

type Asked = Pick<Parameters<Line['ask']>[0], 'value' | 'leaves'>

/** A district that takes all that comes, and the names of what came with each push. */
function takesAll(): { readonly line: Line; readonly came: string[][] } {
  const came: string[][] = []
  const line: Line = {
    address: 'http://district.example',
    async ask<T>({ value, leaves }: Asked, reply: ZodType<T>): Promise<T> {
      if (leaves?.() === false) throw new Stayed()
      expect(jsonBytes(value)).toBeLessThanOrEqual(wireLimits.pushBytesMax)
      const { mutations } = pushRequest.parse(value)
      came.push(mutations.map(({ name }) => name))
      const results = mutations.map(({ key }) => [key, { status: 'applied', at: 1 }])
      return reply.parse({ now, results })
    },
    send: () => Promise.reject(new Error('nothing else is sent')),
    begin: () => {
      throw new Error('nothing else is begun')
    },
  }
  return { line, came }
}

async function pushing(line: Line): Promise<string[]> {
  const changed: string[] = []
  const parts = {
    store,
    stuck: nothingStuck(),
    clock: () => now,
    onChanged: (keys: Iterable<string>) => void changed.push(...keys),
  }
  await pushAll(parts, line, new AbortController().signal, false, () => undefined)
  return changed
}

test('a command too large for any push, at the head of the outbox, is refused here and the others go', async () => {
  const [micro] = await store.seen.list(MicroCredentialRecord, { limit: 1 })
  const { id, body } = micro?.rec ?? { id: '', body: undefined }
  const claim = done('claim.start', { microCredential: id, code: body?.code })
  const prompt = body?.parts[0]?.prompts[0]?.id
  await pushing(takesAll().line)
  // As an older program kept it: the door of this one takes no such input in.
  const base = 'x'.repeat(wireLimits.pushBytesMax)
  done('claim.write', { claim, prompt, on: '2026-11-24', base, text: 'The words of it.' })
  done('goal.add', { layer: 'personal', title: 'One' })
  done('goal.add', { layer: 'personal', title: 'Two' })

  const { line, came } = takesAll()
  const changed = await pushing(line)
  expect(came).toEqual([['goal.add', 'goal.add']])
  expect(changed).toContain(`draft/${claim}`)
  const refused = store.outbox().filter(row => row.state === 'refused')
  expect(refused).toMatchObject([
    {
      name: 'claim.write',
      input: { text: 'The words of it.' },
      refusal: { code: 'too_large', facts: { sizeBytes: expect.any(Number) } },
    },
  ])
  expect(await pushing(line)).toEqual([])
})

test('refusing here moves neither the cursor nor the clock', async () => {
  const before = store.standing()
  const [micro] = await store.seen.list(MicroCredentialRecord, { limit: 1 })
  const { id, body } = micro?.rec ?? { id: '', body: undefined }
  const claim = done('claim.start', { microCredential: id, code: body?.code })
  const base = 'x'.repeat(wireLimits.pushBytesMax)
  done('claim.write', { claim, prompt: 'q', on: '2026-11-24', base, text: 'Words' })
  await pushing(takesAll().line)
  const place = ({ cursor, midPull, resyncing, generation, skewMs }: Standing) => ({
    ...{ cursor, midPull, resyncing, generation, skewMs },
  })
  expect(store.outboxStates()).toContain('refused')
  expect(place(store.standing())).toEqual(place(before))
})

test('what is held, and what waits in the district beside it, does not make sending spin', async () => {
  const goal = done('goal.add', { layer: 'personal', title: 'One' })
  let asked = 0
  const { line } = takesAll()
  const waits: Line = {
    ...line,
    async ask<T>({ value, leaves }: Asked, reply: ZodType<T>): Promise<T> {
      if (leaves?.() === false) throw new Stayed()
      asked++
      const { mutations } = pushRequest.parse(value)
      return reply.parse({
        now,
        results: mutations.map(({ key }) => [key, { status: 'wait', on: 'busy' }]),
      })
    },
  }
  done('plan.check-in', { goal, on: '2026-11-24', tried: 'Waiting', saw: '', next: '' })
  await pushing(waits)
  expect(asked).toBe(1)
  expect(store.outboxStates()).toEqual(['waiting', 'queued'])
  now += 10_000
  await pushing(waits)
  expect(store.outboxStates()).toEqual(['waiting', 'waiting'])
})

test('what is taken back while the way is being opened stays, and the rest goes at once', async () => {
  const { line, came } = takesAll()
  const goal = done('goal.add', { layer: 'personal', title: 'Goes' })
  await pushing(line)
  const checkIn = { goal, on: '2026-11-24', tried: 'Regretted', saw: '', next: '' }
  const held = store.perform('plan.check-in', checkIn, ++now)
  if (held.did === 'refused') throw new Error(held.refusal.code)
  done('goal.add', { layer: 'personal', title: 'Goes too' })
  now += 10_000
  let isOpen = false
  const opening: Line = {
    ...line,
    ask(asked, reply) {
      if (!isOpen) expect(store.takeBack(held.key).took).toBe('back')
      isOpen = true
      return line.ask(asked, reply)
    },
  }
  await pushing(opening)
  expect(came).toEqual([['goal.add'], ['goal.add']])
  expect(store.outboxStates()).toEqual(['applied', 'applied'])
})

test('where nobody answers, what was held has not gone', async () => {
  const { line } = takesAll()
  const goal = done('goal.add', { layer: 'personal', title: 'Goes' })
  await pushing(line)
  const checkIn = { goal, on: '2026-11-24', tried: 'Regretted', saw: '', next: '' }
  const held = store.perform('plan.check-in', checkIn, ++now)
  if (held.did === 'refused') throw new Error(held.refusal.code)
  now += 60_000
  const closed: Line = { ...line, ask: () => Promise.reject(new Away('network')) }
  await expect(pushing(closed)).rejects.toThrow(Away)
  expect(store.going(now)).toMatchObject([{ key: held.key }])
  expect(store.takeBack(held.key).took).toBe('back')
})

test('of a district that has begun another life nothing more is asked, all goes again in its order, and files count as not sent', async () => {
  done('goal.add', { layer: 'personal', title: 'Decided before' })
  const { line } = takesAll()
  await pushing(line)
  const [before] = store.outbox()
  const page = { from: '', next: 'c', more: false, drop: [], ops: [], now }
  const results = [[before?.key ?? '', { status: 'applied', at: 1 }]] as const
  store.takePage({ ...page, results, life: { epoch: 1, told: 1 } }, now)
  expect(store.outbox()).toEqual([])
  const mark = sentMark(store)
  done('goal.add', { layer: 'personal', title: 'Done since' })

  const asked: unknown[] = []
  const restored: Line = {
    ...line,
    async ask({ value }, reply) {
      asked.push(pushRequest.parse(value).life)
      return reply.parse({ now, results: [], resync: 'epoch', epoch: 7 })
    },
  }
  await pushing(restored)
  expect(asked).toEqual([{ epoch: 1, told: 1 }])
  expect(store.standing()).toMatchObject({ cursor: '', life: { epoch: 7, told: 0 } })
  expect(store.outbox().map(({ input }) => input)).toMatchObject([
    { title: 'Decided before' },
    { title: 'Done since' },
  ])
  expect(sentMark(store)).not.toBe(mark)
})

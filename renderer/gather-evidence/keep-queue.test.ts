import { expect, test } from 'vitest'
import type { Outcome } from './arrival.ts'
import { keepQueue, type Keeping, type KeepQueue } from './keep-queue.ts'

const to = { calendar: { timeZone: 'UTC', holidays: [] }, slot: undefined }
const files = (...names: string[]) => names.map(name => new File(['x'], name))
const kept = (name: string): Outcome => ({ at: 'kept', evidence: `evidence of ${name}` })
const refused: Outcome = { at: 'refused', why: { by: 'door', error: { code: 'file_empty' } } }
const states = (queue: KeepQueue) => queue.arrivals().map(one => one.state.at)

/** A queue whose files end when the test says so. */
function held() {
  const open = new Map<string, { keeping: Keeping; end(outcome: Outcome): void }>()
  const queue = keepQueue(
    (file, _to, keeping) => new Promise(resolve => open.set(file.name, { keeping, end: resolve })),
  )
  const end = async (name: string, outcome: Outcome) => {
    open.get(name)?.end(outcome)
    await new Promise(resolve => setImmediate(resolve))
  }
  return { queue, open, end }
}

test('files come in one after the other', async () => {
  const { queue, end } = held()
  queue.add(files('a', 'b'), to)
  expect(states(queue)).toEqual(['keeping', 'waiting'])
  await end('a', kept('a'))
  expect(states(queue)).toEqual(['kept', 'keeping'])
  queue.add(files('c'), to)
  expect(queue.arrivals().map(one => one.name)).toEqual(['c', 'a', 'b'])
  expect(states(queue)).toEqual(['waiting', 'kept', 'keeping'])
  await end('b', kept('b'))
  await end('c', kept('c'))
  expect(states(queue)).toEqual(['kept', 'kept', 'kept'])
})

test('a file that is refused does not keep the others out, and can be tried again', async () => {
  const { queue, end } = held()
  queue.add(files('a', 'b'), to)
  await end('a', refused)
  await end('b', kept('b'))
  expect(states(queue)).toEqual(['refused', 'kept'])
  queue.again(queue.arrivals()[0]?.key ?? '')
  expect(states(queue)).toEqual(['keeping', 'kept'])
  await end('a', kept('a'))
  expect(states(queue)).toEqual(['kept', 'kept'])
})

test('stopping stops what is under way and what waits; a file added later is not stopped', async () => {
  const { queue, open, end } = held()
  queue.add(files('a', 'b', 'c'), to)
  await end('a', kept('a'))
  queue.stop()
  expect(open.get('b')?.keeping.signal.aborted).toBe(true)
  queue.add(files('d'), to)
  await end('b', refused)
  await end('d', kept('d'))
  expect(states(queue)).toEqual(['kept', 'kept', 'stopped', 'stopped'])
})

test('a file that was kept in the moment of stopping is kept', async () => {
  const { queue, end } = held()
  queue.add(files('a'), to)
  queue.stop()
  await end('a', kept('a'))
  expect(states(queue)).toEqual(['kept'])
})

test('clearing forgets what is done and nothing that is under way', async () => {
  const { queue, end } = held()
  queue.add(files('a', 'b'), to)
  await end('a', kept('a'))
  queue.clear()
  expect(states(queue)).toEqual(['keeping'])
  await end('b', refused)
  expect(states(queue)).toEqual(['refused'])
})

test('progress is told to everybody who listens', async () => {
  const { queue, open } = held()
  let told = 0
  const leave = queue.subscribe(() => {
    told += 1
  })
  queue.add(files('a'), to)
  const before = told
  open.get('a')?.keeping.onProgress(1)
  expect(told).toBe(before + 1)
  expect(queue.arrivals()[0]?.state).toEqual({ at: 'keeping', sentBytes: 1 })
  leave()
})

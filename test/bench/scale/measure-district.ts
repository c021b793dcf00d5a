import { setTimeout as after } from 'node:timers/promises'
import { wireLimits } from '../../../contract/sync/version.ts'
import type { DistrictReady, Program } from '../../walk/programs.ts'
import { percentile } from '../percentile.ts'
import { documentAt } from '../sync/documents.ts'
import type { Filled } from './filled-district.ts'
import type { Asking, SignedDevice } from './signed-device.ts'

/** What is asked of a district at every size, and how often. */
export const asks = [
  'idle pull',
  'one command',
  'push of 50 commands',
  'pull of 50 changes',
] as const
export type Ask = (typeof asks)[number]
const rounds = 15
const warmUps = 5

/** The middle time of each (ms): two computers of one person, one writes and the other reads. */
export async function askedOf(
  address: string,
  who: Filled,
  [writer, reader]: readonly [SignedDevice, SignedDevice],
): Promise<Readonly<Record<Ask, number>>> {
  const writing = writer.at(address)
  const reading = reader.at(address)
  await writing.pull()
  await reading.pull()
  const edit = editsOf(who)
  const times: Record<Ask, number[]> = {
    'idle pull': [],
    'one command': [],
    'push of 50 commands': [],
    'pull of 50 changes': [],
  }
  for (let round = 0; round < rounds + warmUps; round++) {
    const timed = async (ask: Ask, work: () => Promise<unknown>) => {
      const startedAt = performance.now()
      await work()
      if (round >= warmUps) times[ask].push(performance.now() - startedAt)
    }
    await timed('one command', () => writing.push(edit(1)))
    await timed('push of 50 commands', () => writing.push(edit(who.goals.length)))
    await timed('pull of 50 changes', async () => {
      const count = await reading.pull()
      if (count !== who.goals.length) throw new Error(`${count} changes came`)
    })
    await timed('idle pull', () => reading.pull())
  }
  const middle = (ask: Ask) => percentile(times[ask], 0.5)
  return {
    'idle pull': middle('idle pull'),
    'one command': middle('one command'),
    'push of 50 commands': middle('push of 50 commands'),
    'pull of 50 changes': middle('pull of 50 changes'),
  }
}

const pushesEach = 40
const commandsEach = 25

/** Durable commands a second that some computers get through together, each of another person. */
export async function commandsASecond(
  address: string,
  people: readonly Filled[],
  devices: readonly SignedDevice[],
): Promise<number> {
  const ready = devices.map((device, at) => {
    const who = people[at]
    if (who === undefined) throw new Error('a computer is somebody’s')
    return { asking: device.at(address), edit: editsOf(who) }
  })
  const pushing = async ({ asking, edit }: (typeof ready)[number], pushes: number) => {
    for (let n = 0; n < pushes; n++) await asking.push(edit(commandsEach))
  }
  await Promise.all(ready.map(one => pushing(one, 4)))
  const startedAt = performance.now()
  await Promise.all(ready.map(one => pushing(one, pushesEach)))
  return (devices.length * pushesEach * commandsEach) / ((performance.now() - startedAt) / 1_000)
}

/** What each computer that waits for news costs the district (kB). */
export interface MemoryEach {
  /** What its program holds, once what nobody uses is given back. */
  readonly usedKb: number
  /** What the system counts for its process, which gives little back. */
  readonly residentKb: number
}

/**
 * Weighs a district (`weighed-program.ts`) while some wait and while all do: between the two lies nothing but those who came
 * to it, and not what a first one makes it take.
 */
export async function memoryEach(
  address: string,
  district: Program<DistrictReady>,
  devices: readonly SignedDevice[],
): Promise<MemoryEach> {
  const all: Asking[] = devices.map(device => device.at(address))
  for (const one of all) await one.pull()
  const left = new AbortController()
  let ended = 0
  const hold = (some: readonly Asking[]) =>
    some.map(one =>
      one.held(holdMs, left.signal).then(
        () => ended++,
        () => ended++,
      ),
    )
  const third = Math.floor(all.length / 3)
  const held = hold(all.slice(0, third))
  await after(settleMs)
  const some = await weightOf(district)
  held.push(...hold(all.slice(third)))
  await after(settleMs)
  const most = await weightOf(district)
  if (ended > 0) throw new Error(`${ended} of the computers that wait were answered`)
  left.abort()
  await Promise.all(held)
  const eachKb = (bytes: number) => bytes / 1_024 / (all.length - third)
  return { usedKb: eachKb(most.used - some.used), residentKb: eachKb(most.rss - some.rss) }
}

const settleMs = 3_000
/** The longest that a district holds an answer. */
const holdMs = wireLimits.pullWaitMs

async function weightOf(
  district: Program<DistrictReady>,
): Promise<{ readonly rss: number; readonly used: number }> {
  const said = () => district.logged().filter(line => line.startsWith('weighs '))
  const before = said().length
  if (district.pid === undefined) throw new Error('a running process has no number')
  process.kill(district.pid, 'SIGUSR2')
  while (said().length === before) await after(50)
  const weight: { rss: number; used: number } = JSON.parse(said().at(-1)?.slice(7) ?? '')
  return weight
}

/** Edits of a person's goals, each going on from the one before. */
function editsOf(who: Filled) {
  const edited = new Map<string, number>()
  let at = 0
  return (count: number) =>
    Array.from({ length: count }, () => {
      const goal = who.goals[at++ % who.goals.length]
      if (goal === undefined) throw new Error('a person has goals')
      const before = edited.get(goal.id) ?? 0
      edited.set(goal.id, before + 1)
      const said = (edits: number) => documentAt(goal.n, who.person, edits).why
      // Texts that grew with each round would measure themselves.
      const [base, text] = before % 2 === 0 ? [said(0), said(1)] : [said(1), said(0)]
      return { name: 'goal.write', input: { goal: goal.id, field: 'why', base, text } }
    })
}

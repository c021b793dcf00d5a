import { execFileSync } from 'node:child_process'
import { setTimeout as after } from 'node:timers/promises'
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

/** What a computer that waits for news costs the district (kB): the process before and while many do. */
export async function memoryEach(
  address: string,
  pid: number,
  devices: readonly SignedDevice[],
): Promise<number> {
  const all: Asking[] = devices.map(device => device.at(address))
  for (const one of all) await one.pull()
  await after(settleMs)
  const before = residentKb(pid)
  const left = new AbortController()
  let ended = 0
  const held = all.map(one =>
    one.held(25_000, left.signal).then(
      () => ended++,
      () => ended++,
    ),
  )
  await after(settleMs)
  if (ended > 0) throw new Error(`${ended} of the computers that wait were answered`)
  const kb = (residentKb(pid) - before) / devices.length
  left.abort()
  await Promise.all(held)
  return kb
}

const settleMs = 3_000

/** Memory of a process that is in use (kB), as the system has it. */
const residentKb = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }))

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

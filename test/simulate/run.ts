import { holds, holdsEverywhere } from '../../core/access/reach.ts'
import { read } from './coach.ts'
import { comeBack, mayComeBack } from './come-back.ts'
import type { SimDevice } from './device.ts'
import { teach } from './educator.ts'
import { directed } from './directed.ts'
import { copyBefore, fault } from './faults.ts'
import { idle } from './idle.ts'
import type { Mistake } from './mistake.ts'
import { bendOf } from './mistake.ts'
import { decide } from './officer.ts'
import type { Beginning, Prepared } from './prepare.ts'
import { endWorld, worldFrom } from './prepare.ts'
import { checkAtRest } from './check-at-rest.ts'
import { comeToRest } from './rest.ts'
import { look, moveOn } from './steps.ts'
import { takeSomethingBack } from './take-back.ts'
import type { World } from './world.ts'

/** What a run came to. */
export interface Ran {
  readonly seed: number
  readonly counts: ReadonlyMap<string, number>
  readonly hash: string
  readonly steps: number
  /** What did not hold, and the last lines of the trace. */
  readonly broken:
    | {
        readonly step: number
        readonly invariant: string
        readonly said: string
        readonly trace: readonly string[]
      }
    | undefined
}

/** What is asked of a run. */
export interface Asked extends Beginning {
  /** After so many things that people did, it comes to rest. */
  readonly operations: number
  /** In place of what people do by chance: what has to happen for this mistake to be seen (`directed.ts`). */
  readonly directed?: Mistake | undefined
}

/** Steps after which a run that does too little comes to rest all the same. */
const stepsMost = (operations: number): number => operations * 30

/** How often one of the computers that were sent away is let in again in the end. */
const comesBackOften = 0.7

/** One run of a seed: people work, everything fails, then it comes to rest; every invariant all the way. */
export async function run(prepared: Prepared, asked: Asked): Promise<Ran> {
  const { seed, operations } = asked
  const scene = asked.directed && directed[asked.directed]
  const world = await worldFrom(prepared, asked, { all: scene !== undefined })
  let step = 0
  try {
    await idle()
    copyBefore(world)
    world.isCalm = scene !== undefined
    if (scene !== undefined) await scene(world)
    while (
      scene === undefined &&
      (world.counts.get('operations') ?? 0) < operations &&
      step < stepsMost(operations)
    ) {
      step++
      await oneStep(world)
    }
    await comeToRest(world)
    if (mayComeBack(world) && world.chance.is(comesBackOften)) {
      await comeBack(world)
      await comeToRest(world)
    }
    await checkAtRest(world)
    return { seed, counts: world.counts, hash: world.trace.hash(), steps: step, broken: undefined }
  } catch (error) {
    const invariant =
      error instanceof Error && 'invariant' in error ? String(error.invariant) : 'SIMULATOR'
    const said =
      error instanceof Error
        ? invariant === 'SIMULATOR'
          ? (error.stack ?? error.message)
          : error.message
        : String(error)
    const broken = { step, invariant, said, trace: [...world.trace.last()] }
    return { seed, counts: world.counts, hash: world.trace.hash(), steps: step, broken }
  } finally {
    await endWorld(world)
  }
}

async function oneStep(world: World): Promise<void> {
  const { chance, gate } = world
  const draw = chance.next()
  if (draw < 0.16) {
    await work(world)
    await idle()
    look(world)
  } else if (draw < 0.2) {
    await fault(world)
    look(world)
  } else if (draw < 0.225) {
    gate.isHeld = !gate.isHeld && chance.is(0.6)
    if (!gate.isHeld) gate.letAll()
    await idle()
    look(world)
  } else await moveOn(world)
}

/** Of those who are more than teachers, how often one works on a claim of their own. */
const ownWork = 0.25
/** How many things somebody does in a row before anything else happens. */
const inARowMax = 4

/** Somebody does something, and mostly a few things in a row. */
async function work(world: World): Promise<void> {
  const { chance } = world
  const room = chance.next()
  const wanted = room < 0.42 ? 'teacher' : room < 0.78 ? 'coach' : 'officer'
  const there = world.devices.filter(({ person }) => !world.ledger.erased.has(person))
  const device = chance.one(there.filter(one => roomOf(one) === wanted))
  if (device === undefined) return
  const takes = bendOf(world.mistake).favours === 'take back' ? 0.4 : 0.06
  if (chance.is(takes)) return takeSomethingBack(world, device)
  const refused = device.place.store.outbox().filter(({ state }) => state === 'refused')
  const read_ = chance.one(refused)
  if (read_ !== undefined && chance.is(0.1)) {
    world.ledger.gone.add(read_.key)
    device.place.store.dismiss(read_.key)
    return
  }
  const isOwn = wanted !== 'teacher' && chance.is(ownWork)
  if (wanted === 'officer' && !isOwn) return decide(world, device)
  const times = 1 + chance.below(inARowMax)
  for (let n = 0; n < times; n++)
    await (wanted === 'coach' && !isOwn ? read(world, device) : teach(world, device))
}

/** What somebody at a computer mostly does, by the roles that it knows of. */
function roomOf({ place }: SimDevice): 'officer' | 'coach' | 'teacher' {
  const { actor } = place.store.standing()
  // An office within a school alone leaves a coach what they mostly do.
  if (holdsEverywhere(actor, 'officer')) return 'officer'
  return holds(actor, 'coach') ? 'coach' : 'teacher'
}

import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import type { Role } from '../../core/kit/command.ts'
import type { Chance } from '../../db/trial/simulator/chance.ts'
import type { SimDevice } from './device.ts'
import type { DistrictDbs, SimDistrict } from './district.ts'
import type { Gate } from './gate.ts'
import type { Ledger } from './ledger.ts'
import type { Mistake } from './mistake.ts'
import type { Net } from './net.ts'
import type { Storage } from './storage.ts'
import type { Time } from './time.ts'

/** What does not hold, in the words of `broken.ts`. */
export class Broken extends Error {
  readonly invariant: string
  constructor(invariant: string, sentence: string, facts: unknown = {}) {
    super(`${sentence} ${JSON.stringify(facts)?.slice(0, 2_000) ?? ''}`)
    this.name = 'Broken'
    this.invariant = invariant
  }
}

/** Everything of one run but the district's program, which stands in it. */
export interface Grounds {
  readonly seed: number
  readonly mistake: Mistake | undefined
  readonly chance: Chance
  readonly time: Time
  readonly gate: Gate
  readonly net: Net
  /** The folder of this run alone. */
  readonly folder: string
  readonly storage: Storage
  readonly dbs: DistrictDbs
  readonly devices: SimDevice[]
  /** What is known of what was done, beside the programs. */
  readonly ledger: Ledger
  /** Everything that happened, in order. */
  readonly trace: Trace
  readonly counts: Map<string, number>
  /** The first thing that was found not to hold where it could not be thrown. */
  broken: Broken | undefined
  /** Whether faults happen: not while a world is prepared, nor when it comes to rest. */
  isCalm: boolean
  /** Whether the district's program is not running just now. */
  isDown: boolean
  /** Openings of folders so far. */
  openings: number
  /** Copies of computers' records, by the computer's id, and of the district's. */
  readonly copies: Map<string, Buffer>
}

/** Everything of one run. */
export interface World extends Grounds {
  district: SimDistrict
}

/** What happened, as lines that are the same in each run of a seed. */
export interface Trace {
  add(line: string): void
  /** The last lines, oldest first. */
  last(): readonly string[]
  /** SHA-256 of all of it. */
  hash(): string
}

const linesKept = 40

/** An empty trace. */
export function traceOf(): Trace {
  const hash: Hash = createHash('sha256')
  const kept: string[] = []
  return {
    add(line) {
      hash.update(`${line}\n`)
      kept.push(line)
      if (kept.length > linesKept) kept.shift()
    },
    last: () => kept,
    hash: () => hash.copy().digest('hex'),
  }
}

/** Counts that something happened or was reached. */
export function count(world: Pick<Grounds, 'counts'>, what: string): void {
  world.counts.set(what, (world.counts.get(what) ?? 0) + 1)
}

/** Who works in the district of a run, in the roles that they begin with. */
export const people = {
  ana: ['educator'],
  ben: ['educator'],
  cyd: ['educator', 'coach'],
  dov: ['educator', 'coach'],
  oona: ['educator', 'officer'],
  ada: ['educator', 'officer', 'administrator'],
} as const satisfies Record<string, readonly Exclude<Role, 'system'>[]>

/** Whose each computer is. */
export const owners = ['ana', 'ana', 'ben', 'ben', 'cyd', 'dov', 'oona', 'ada'] as const

/** Notes what does not hold, where throwing would be taken for a defect of the program. */
export function note(world: Grounds, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    world.broken ??= error
  }
}

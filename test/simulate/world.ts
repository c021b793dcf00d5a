import { createHash } from 'node:crypto'
import type { Hash } from 'node:crypto'
import type { Person } from '../../core/person/record.ts'
import type { Unit } from '../../core/person/unit.ts'
import type { Chance } from '../../db/trial/simulator/chance.ts'
import type { SimDevice } from './device.ts'
import type { DistrictDbs, SimDistrict } from './district.ts'
import type { Gate } from './gate.ts'
import type { Ledger } from './ledger.ts'
import type { Mistake } from './mistake.ts'
import type { Net } from './net.ts'
import type { Storage } from './storage.ts'
import type { Time } from './time.ts'

/** What the directory says of somebody, as far as it decides who is told what. */
export type Placed = {
  readonly [F in keyof Pick<Person, 'roles' | 'units' | 'grants'>]: Readonly<Person[F]>
}

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

/** The schools of a run's district, and a team in one of them. */
export const units = {
  north: { kind: 'school', name: 'North' },
  south: { kind: 'school', name: 'South' },
  team: { kind: 'team', name: 'Readers', school: 'north' },
} as const satisfies Record<string, Unit>

/** Who works in the district of a run, where, and in the roles that they begin with. */
export const people = {
  ana: { roles: ['educator'], units: ['team'] },
  ben: { roles: ['educator'], units: ['north', 'south'] },
  cyd: { roles: ['educator', 'coach'], units: ['south'] },
  dov: {
    roles: ['educator'],
    units: ['north'],
    grants: [
      { role: 'coach', within: 'north' },
      { role: 'administrator', within: 'north' },
    ],
  },
  oona: { roles: ['educator', 'officer'], units: ['north'] },
  ada: { roles: ['educator', 'officer', 'administrator'] },
  // Somebody has asked for their record to be erased; their computer is mostly shut.
  eve: { roles: ['educator'], units: ['south'] },
} as const satisfies Record<string, Placed>

/** Whose record may be erased in a run. */
export const erasable = 'eve'

/** The same by what they mostly do. */
export const rooms: readonly ReadonlySet<string>[] = [
  new Set(['ana', 'ben']),
  new Set(['cyd', 'dov']),
  new Set(['oona', 'ada']),
]

/** Whose each computer is. */
export const owners = ['ana', 'ana', 'ben', 'ben', 'cyd', 'dov', 'oona', 'ada', 'eve'] as const

/** Notes what does not hold, where throwing would be taken for a defect of the program. */
export function note(world: Grounds, work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    world.broken ??= error
  }
}

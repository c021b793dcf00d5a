import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { invitationReply } from '../../../contract/sync/join.ts'
import { districtPaths } from '../../../contract/sync/version.ts'
import type { Chance } from '../../../db/trial/simulator/chance.ts'
import { chanceOf } from '../../../db/trial/simulator/chance.ts'
import { jsonIn } from '../device.ts'
import type { DistrictReady, Program, Starting } from '../../../test/walk/programs.ts'
import { beginDistrict } from '../../../test/walk/programs.ts'
import { Laptop } from './laptop.ts'
import { StubbornDevice } from './stubborn-device.ts'

/** What a run is about. */
export interface Wanted {
  readonly folder: string
  readonly seed: number
  /** A PostgreSQL database for the district; SQLite in its folder where it is `undefined`. */
  readonly databaseUrl: string | undefined
}

/** The district's process, on the same port whenever it is started again. */
export class DistrictProcess {
  readonly folder: string
  readonly databaseUrl: string | undefined
  program: Program<DistrictReady> | undefined
  private starting: Starting<DistrictReady> | undefined
  private port = 0

  constructor(folder: string, databaseUrl: string | undefined) {
    this.folder = folder
    this.databaseUrl = databaseUrl
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`
  }

  begin(): Starting<DistrictReady> {
    this.program = undefined
    this.starting = beginDistrict(this.folder, this.port, this.databaseUrl)
    return this.starting
  }

  async up(): Promise<void> {
    this.program = await (this.starting ?? this.begin()).program
    this.port = Number(new URL(this.program.ready.address).port)
  }

  async kill(): Promise<void> {
    const { starting } = this
    this.program = undefined
    await starting?.kill()
  }
}

/** A district and a teacher's computer as processes, and people whose computers only speak over the wire. */
export interface World {
  readonly wanted: Wanted
  /** When something was last killed or started (ms, as `performance.now()`). */
  disturbedAt: number
  readonly chance: Chance
  readonly district: DistrictProcess
  readonly laptop: Laptop
  readonly administrator: StubbornDevice
  readonly coach: StubbornDevice
  readonly officer: StubbornDevice
  /** Another computer of the teacher on the laptop, that looks at what the district gives out. */
  readonly reader: StubbornDevice
  /** A code for one more computer of the teacher's. */
  invite(): Promise<string>
  /** Somebody new, at a computer of their own. */
  newcomer(id: string, roles: readonly string[]): Promise<StubbornDevice>
}

/** The teacher on the laptop. */
const teacher = 'maya'

/** Sets them all up. */
export async function worldOf(wanted: Wanted): Promise<World> {
  const { folder, databaseUrl } = wanted
  const chance = chanceOf(wanted.seed)
  const district = new DistrictProcess(join(folder, 'district'), databaseUrl)
  // A district that dies while it is made is made again.
  const first = district.begin()
  first.program.catch(() => undefined)
  await new Promise(resolve => setTimeout(resolve, 300 + chance.below(500)))
  await first.kill()
  district.begin()
  await district.up()
  const place = {
    get address() {
      return district.address
    },
    now: Date.now,
  }
  const administrator = new StubbornDevice(place)
  await administrator.join(district.program?.ready.invitation ?? '')
  const invitedBy = async (device: StubbornDevice, person: string) => {
    const answer = await device.askJson('POST', districtPaths.invitations, { person })
    return invitationReply.parse(jsonIn(answer)).code
  }
  const another = async (id: string) => {
    const device = new StubbornDevice(place)
    const answer = await device.join(await invitedBy(administrator, id))
    if (answer.status !== 200) throw new Error(`join ${answer.body.toString()}`)
    await device.pull()
    return device
  }
  const newcomer = async (id: string, roles: readonly string[]) => {
    const person = { name: `Teacher ${id}`, place: 'Linden Elementary', roles }
    await administrator.act('person.add', { id, person })
    return another(id)
  }
  const reader = await newcomer(teacher, ['educator'])
  const laptop = new Laptop(join(folder, 'laptop'))
  laptop.begin()
  await laptop.up()
  // A further computer waits for a yes, unless one that is in has asked for it.
  const invite = () => invitedBy(reader, teacher)
  const code = await invite()
  z.string().parse(await laptop.post('/api/setup', { join: { address: district.address, code } }))
  return {
    ...{ wanted, chance, district, laptop, administrator, reader, invite, newcomer },
    disturbedAt: performance.now(),
    coach: await newcomer('jonah', ['educator', 'coach']),
    officer: await newcomer('ruth', ['educator', 'officer']),
  }
}

/** Bytes that nobody has seen before. */
export const someBytes = (sizeBytes: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(randomBytes(sizeBytes))

import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  freshDatabase,
  postgresBin,
  startPostgresServer,
} from '../../../db/trial/postgres-server.ts'
import type { PostgresServer } from '../../../db/trial/postgres-server.ts'
import { startDistrict } from '../../walk/programs.ts'
import type { Measured } from '../measured.ts'
import { fillDistrict, goalsEach } from './filled-district.ts'
import type { Filled } from './filled-district.ts'
import type { Ask } from './measure-district.ts'
import { askedOf, asks, commandsASecond, memoryEach } from './measure-district.ts'
import type { SignedDevice } from './signed-device.ts'
import { signedDevice } from './signed-device.ts'
import { toPostgres } from './to-postgres.ts'

/** People of a small district; each with fifty goals. */
const peopleOnce = 100
/** Ten times as many records may make nothing slower by more than this: what it costs hangs on what changed. */
const growthMax = 1.5
const writersCount = 8
/** Many, so that what the process has in reserve hides little. */
const waitingCount = 1_500

/** Costs of a district at 1, 10 and (asked for) 100 times the records, on both engines. */
export async function scaleTrip(
  folder: string,
  scaleMax: number,
  tell: (measured: readonly Measured[]) => void,
): Promise<void> {
  const bin = postgresBin()
  const server = bin === undefined ? undefined : startPostgresServer(bin, { isFlushed: true })
  try {
    const once = new Map<string, Readonly<Record<Ask, number>>>()
    for (const scale of [1, 10, 100].filter(each => each <= scaleMax))
      await atScale({ folder, scale, server, once, tell })
  } finally {
    server?.stop()
  }
}

interface At {
  readonly folder: string
  readonly scale: number
  readonly server: PostgresServer | undefined
  /** What was measured at scale 1, by engine. */
  readonly once: Map<string, Readonly<Record<Ask, number>>>
  tell(measured: readonly Measured[]): void
}

async function atScale({ folder, scale, server, once, tell }: At): Promise<void> {
  const data = join(folder, `scale-${scale}`)
  await (await startDistrict(data)).stop()
  let pair: readonly [SignedDevice, SignedDevice] | undefined
  let writers: readonly SignedDevice[] = []
  let waiting: readonly SignedDevice[] = []
  const people = await fillDistrict(data, peopleOnce * scale, filled => {
    const last = filled.at(-1)?.person ?? ''
    pair = [signedDevice(last), signedDevice(last)]
    writers = filled.slice(0, writersCount).map(one => signedDevice(one.person))
    waiting = Array.from({ length: waitingCount }, (_, n) =>
      signedDevice(filled[n % filled.length]?.person ?? ''),
    )
    return [...pair, ...writers, ...waiting]
  })
  if (pair === undefined) throw new Error('nobody was entered')
  const measured = { people, pair, writers, waiting, scale, once, tell }
  if (server !== undefined) {
    const url = await freshDatabase(server.adminUrl)
    const copy = join(folder, `scale-${scale}-postgres`)
    cpSync(data, copy, { recursive: true })
    await (await startDistrict(copy, 0, url)).stop()
    await toPostgres(data, url)
    await measure({ ...measured, engine: 'PostgreSQL', data: copy, url })
  }
  await measure({ ...measured, engine: 'SQLite', data, url: undefined })
}

interface Measuring extends Pick<At, 'scale' | 'once' | 'tell'> {
  readonly engine: string
  readonly data: string
  readonly url: string | undefined
  readonly people: readonly Filled[]
  readonly pair: readonly [SignedDevice, SignedDevice]
  readonly writers: readonly SignedDevice[]
  readonly waiting: readonly SignedDevice[]
}

async function measure({
  engine,
  data,
  url,
  people,
  pair,
  writers,
  waiting,
  scale,
  once,
  tell,
}: Measuring) {
  const district = await startWeighed(data, url)
  const { address } = district.ready
  const who = people.at(-1)
  if (who === undefined) throw new Error('nobody is there')
  const times = await askedOf(address, who, pair)
  const first = once.get(engine)
  if (first === undefined) once.set(engine, times)
  const records = people.length * goalsEach
  for (const ask of asks) {
    const note = `${times[ask].toFixed(1)} ms at ${records} records`
    const name = `${engine}, ${ask}`
    if (first === undefined)
      tell([{ name, value: times[ask], unit: 'ms', note: `${records} records` }])
    else
      tell([
        {
          ...{ name: `${name}: at ${scale} times the records`, unit: 'times' as const, note },
          ...{ value: times[ask] / first[ask], budget: growthMax },
        },
      ])
  }
  if (scale === 1) {
    const note = 'pushes of 25, each answered once it is flushed'
    for (const some of [writers.slice(0, 1), writers]) {
      const value = await commandsASecond(address, people, some)
      const name = `${engine}, durable commands by ${some.length} computer${some.length > 1 ? 's' : ''}`
      tell([{ name, value, unit: '/s', note }])
    }
    if (engine === 'SQLite' && process.platform !== 'win32') {
      const each = await memoryEach(address, district, waiting)
      const name = 'memory of the district for each computer that waits for news'
      const resident = `${each.residentKb.toFixed(1)} kB of the process`
      const held = `between ${waiting.length / 3} and ${waiting.length} held pulls, after collecting`
      tell([{ name, value: each.usedKb, unit: 'kB', note: `${resident}; ${held}` }])
    }
  }
  await district.stop()
}

/** A district that can be weighed. */
async function startWeighed(data: string, url: string | undefined) {
  const options = process.env['NODE_OPTIONS']
  const weighed = pathToFileURL(join(import.meta.dirname, 'weighed-program.ts')).href
  process.env['NODE_OPTIONS'] = `${options ?? ''} --import ${weighed}`
  try {
    return await startDistrict(data, 0, url)
  } finally {
    if (options === undefined) delete process.env['NODE_OPTIONS']
    else process.env['NODE_OPTIONS'] = options
  }
}

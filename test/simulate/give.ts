import type { CommandName } from '../../core/commands.ts'
import type { CommandAnswer } from '../../contract/device/door.ts'
import { recordTypes } from '../../core/records.ts'
import { asKey, partsOf } from '../../db/records/kinds.ts'
import { DoorRefusal } from '../../device/door/refused.ts'
import { act } from '../../device/place/act.ts'
import { wordsIn } from './check-erased.ts'
import type { SimDevice } from './device.ts'
import type { Expected } from './ledger.ts'
import type { World } from './world.ts'
import { count, erasable } from './world.ts'
import { short } from './steps.ts'
import type { Row } from './rows.ts'
import { rowIn, rowsOf } from './rows.ts'

type Input = Readonly<Record<string, unknown>>

/** Does a command at a computer, as the program's door would; `undefined` where the computer would not have it. */
export function give(
  world: World,
  device: SimDevice,
  name: CommandName,
  input: Input,
): Promise<Done | undefined> {
  return doing(world, device, name, input, () => Promise.resolve(act(device.place, name, input)))
}

export type Done = Extract<CommandAnswer, { readonly status: 'applied' | 'queued' }>

/** Does something at a computer that gives a command, and notes it. */
export async function doing(
  world: World,
  device: SimDevice,
  name: CommandName,
  input: Input,
  work: () => Promise<CommandAnswer>,
): Promise<Done | undefined> {
  const { ledger } = world
  const { store } = device.place
  const isAlone = store.outboxStates().length === 0 && !store.standing().midPull
  const answer = await refusedWhere(world, work)
  const how = answer === undefined ? 'not kept' : answer.status
  world.trace.add(`${short(device.name)} ${name} ${how}`)
  count(world, 'operations')
  count(world, `${name} ${how}`)
  if (answer === undefined || answer.status === 'refused') return undefined
  if (device.person === erasable)
    for (const word of wordsIn(JSON.stringify(input))) ledger.words.add(word)
  const row = store.outbox().find(({ key }) => key === answer.key)
  // What changed nothing is kept nowhere.
  if (row === undefined) return answer
  const expects =
    isAlone && answer.status === 'applied' ? await expectedOn(world, device, row.n) : []
  const known = ledger.given.get(answer.key)
  const { doneAt } = row
  const n = known?.n ?? ++ledger.n
  const { person, id: computer } = device
  const { key } = answer
  const by = { device: device.name, computer, person }
  ledger.given.set(key, { key, ...by, name, input, n, expects, doneAt })
  return answer
}

/** A full disk is the door's to tell; anything else that is thrown is a defect. */
async function refusedWhere(
  world: World,
  work: () => Promise<CommandAnswer>,
): Promise<CommandAnswer | undefined> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DoorRefusal)) throw error
    count(world, `door ${error.error.code}`)
    return undefined
  }
}

const types = new Map(recordTypes.map(type => [type.kind, type]))

async function expectedOn(world: World, device: SimDevice, n: number): Promise<Expected[]> {
  const expects: Expected[] = []
  const rows = rowsOf<{ key: string }>(
    device.db,
    'select key from touch where n = ? and wrote = 1',
    n,
  )
  for (const row of rows) {
    const { kind, id } = partsOf(asKey(row.key))
    const type = types.get(kind)
    const seen = type && (await device.place.store.seen.get(type, id))
    // Decided on what the district has now, and not on what another life of it had under the same number.
    const mirrored = rowsOf<Row>(device.db, 'select * from mirror where key = ?', row.key)
    const there = rowIn(world.dbs.record, row.key)
    const onRev = there?.rev ?? 0
    const isSame =
      there === undefined
        ? mirrored.length === 0
        : mirrored.some(({ rev, body }) => rev === there.rev && body === there.body)
    // What is written of one record follows from the others that are written with it.
    if (!isSame) return []
    if (seen !== undefined) expects.push({ key: row.key, onRev, body: seen.rec.body })
  }
  return expects
}

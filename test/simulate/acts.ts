import type { Entry } from './entry.ts'
import type { Grounds } from './world.ts'
import { Broken, count } from './world.ts'

/** Something that takes two, as the audit has it that it came about. */
export interface Act {
  readonly askedBy: string
  /** When another agreed (epoch ms). */
  readonly agreedAt?: number
  /** An erasing that an older copy of the record had brought back is nobody's to agree to again. */
  readonly isReplayed?: boolean
}

/** Between the second yes and the erasing of a record (security.md, row 59), in ms. */
export const erasedAfterMs = 7 * 86_400_000

/**
 * TWO: what takes two is agreed to by another than who asked, while it is asked for, and done only after that; a record is
 * erased seven days later, and not once that was called off. Followed by who did which command, and not by what the
 * records of it say. `isKnown`: it was looked at before.
 */
export function followAct(
  world: Pick<Grounds, 'ledger' | 'counts'>,
  entry: Entry,
  { isKnown = false } = {},
): void {
  if (!/^(person|role|erasure|key-change)\./.test(entry.command)) return
  if (!isKnown) count(world, `${entry.command}: ${entry.outcome}`)
  if (entry.outcome !== 'applied') return
  const { acts } = world.ledger
  const { command, person, at } = entry
  const records: readonly string[] = JSON.parse(entry.records)
  const [key = ''] = records.filter(one => /^(erasure|role-request|key-change)\//.test(one))
  switch (command) {
    case 'erasure.ask':
    case 'key-change.ask':
      acts.set(key, { askedBy: person })
      break
    case 'person.add':
      for (const request of records.filter(one => one.startsWith('role-request/')))
        // Who asks for something else takes back what they asked for before.
        if (!acts.delete(request)) acts.set(request, { askedBy: person })
      break
    case 'erasure.agree':
    case 'key-change.agree':
    case 'role.agree':
      agreed(world, key, entry)
      acts.set(key, { askedBy: acts.get(key)?.askedBy ?? '', agreedAt: at })
      break
    case 'erasure.begin':
    case 'erasure.call-off':
    case 'key-change.decline':
    case 'role.decline':
      if (acts.get(key)?.agreedAt !== undefined) count(world, 'act called off')
      acts.delete(key)
      break
    case 'erasure.part':
    case 'erasure.finish':
    case 'erasure.replay':
      carriedOut(world, entry)
      break
    default:
  }
}

function agreed(world: Pick<Grounds, 'ledger' | 'counts'>, key: string, entry: Entry): void {
  const { command, person } = entry
  const asked = world.ledger.acts.get(key)
  if (asked?.askedBy === undefined || asked.agreedAt !== undefined)
    throw new Broken('TWO', 'Somebody agreed to what nobody asks for.', { key, person })
  if (asked.askedBy === person || key === `erasure/${person}`)
    throw new Broken('TWO', 'Somebody agreed to what is not theirs to agree to.', { key, person })
  count(world, `act ${command}`)
}

function carriedOut(world: Pick<Grounds, 'ledger' | 'counts'>, entry: Entry): void {
  const { acts, erasing, erased } = world.ledger
  const { command, at, command_key: key } = entry
  const [, , person = ''] = key.split(':')
  const act = acts.get(`erasure/${person}`)
  if (command === 'erasure.replay') {
    if (!erasing.has(person))
      throw new Broken('TWO', 'Somebody was erased again who never was.', { person })
    count(world, 'erasing replayed')
    acts.set(`erasure/${person}`, { askedBy: '', isReplayed: true })
    return
  }
  const isDue = act?.agreedAt !== undefined && act.agreedAt + erasedAfterMs <= at
  if (!isDue && act?.isReplayed !== true)
    throw new Broken('TWO', 'A record was erased without two, or before its time.', { act, at })
  erasing.add(person)
  if (command !== 'erasure.finish') return
  erased.add(person)
  count(world, 'record erased')
}

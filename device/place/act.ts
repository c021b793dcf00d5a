import type { CommandAnswer } from '../../contract/device/door.ts'
import type { Together } from '../../db/device-store/perform.ts'
import { madeId } from '../../db/engine/made-id.ts'
import { codeOf } from '../../db/open/failure.ts'
import { DoorRefusal } from '../door/refused.ts'
import { tooLargeToSend } from '../sync/command-size.ts'
import type { Place } from './place.ts'

/**
 * Does a command on this computer. When it returns, it is on disk. Throws the door's refusal where the computer
 * itself can't keep it: a full disk, a read-only folder, a backup that is only shown.
 */
export function act(
  place: Place,
  name: string,
  input: unknown,
  together: Together = {},
): CommandAnswer {
  if (place.readOnly !== undefined) throw new DoorRefusal('read_only')
  // Nobody would ever get it: refused before it is stored, while the words are still on the screen.
  const refusal = tooLargeToSend(input)
  if (refusal !== undefined) return { status: 'refused', refusal }
  const now = place.parts.clock()
  const performed = keeping(() => place.store.perform(name, input, now, together))
  if (performed.did === 'refused') return { status: 'refused', refusal: performed.refusal }
  const { key, wrote, goesAt, back } = performed
  place.parts.onChanged(wrote)
  // On a computer of its own nobody else has to agree; elsewhere the file goes once the district has.
  if (name === 'evidence.delete') void place.sync.letGo()
  place.sync.nudge({ files: /^(evidence|claim)\./.test(name) && name !== 'claim.write' })
  return {
    status: performed.did,
    key,
    made: madeBy(key, name, wrote),
    keptAt: now,
    ...(goesAt === undefined ? {} : { goesAt }),
    ...(back === undefined ? {} : { back }),
  }
}

/** Runs what writes to the records; a state of the disk becomes the door's refusal. */
export function keeping<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = codeOf(error)
    if (code === 'disk_full') throw new DoorRefusal('disk_full')
    if (code === 'folder_read_only') throw new DoorRefusal('folder_read_only')
    throw error
  }
}

/** The ids that a command gave, by the name it gave them under: the kind of the record. */
function madeBy(key: string, name: string, wrote: readonly string[]): Record<string, string> {
  const kinds = new Set([name.slice(0, name.indexOf('.')), ...wrote.map(kindOf)])
  const written = new Set(wrote)
  const made = [...kinds].map(kind => [kind, madeId(key, kind)] as const)
  return Object.fromEntries(
    made.filter(([kind, id]) => written.size === 0 || written.has(`${kind}/${id}`)),
  )
}

const kindOf = (key: string): string => key.slice(0, key.indexOf('/'))

import { bodyOf } from '../../db/records/kinds.ts'
import type { House } from '../house.ts'
import type { KeyRegister } from './register.ts'

/**
 * Brings into the record what was done to the keys while the district was stopped: who agreed to it sees that it is done,
 * and everybody who should have been asked is told of what one did alone. Each is told once, after a restore again.
 */
export async function noteKeyChanges(
  { perform }: Pick<House, 'perform'>,
  { changes = [] }: Pick<KeyRegister, 'changes'>,
): Promise<void> {
  for (const note of changes) {
    const key = `district:key-change:${note.at}:${note.what}:${note.key ?? ''}`
    const result = await perform('key-change.note', bodyOf(note), { key, doneAt: note.at })
    if (result.status !== 'applied') throw new Error(`key change not noted: ${result.status}`)
  }
}

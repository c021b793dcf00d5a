import { contentOf } from '../../core/evidence/content.ts'
import { door, DoorRefused } from '../door/door.ts'
import { keepFile } from '../door/keep-file.ts'
import { forgetAll } from '../app/rows.ts'
import { undos } from '../app/undo.ts'
import type { Outcome } from './arrival.ts'
import { dayOfFile, titleFromName } from './file-facts.ts'
import { keepQueue, type KeepOne } from './keep-queue.ts'
import { keptBefore } from './kept-before.ts'
import { putInSlot } from './put-in-slot.ts'

const keepOne: KeepOne = async (file, to, keeping) => {
  try {
    const taken = await keepFile(file, keeping)
    if ('refused' in taken) return { at: 'refused', why: { by: 'door', error: taken.refused } }
    // Also where its bytes were not here any more: then the piece has them back.
    const before = await keptBefore(taken.kept.sha256)
    if (before !== undefined) {
      const inTrash = before.body.trashedAt !== undefined
      const filled = inTrash ? {} : await putInSlot(before.id, to.slot)
      const { addedAt } = before.body
      const content = contentOf(before.body)
      return { at: 'again', evidence: before.id, addedAt, inTrash, content, ...filled }
    }
    const answer = await door.command('evidence.keep', {
      kind: 'file',
      title: titleFromName(file.name),
      note: '',
      file: taken.kept,
      happenedOn: dayOfFile(file.lastModified, Date.now(), to.calendar),
      shown: 'unsure',
      goals: [],
    })
    if (answer.status === 'refused')
      return { at: 'refused', why: { by: 'rules', refusal: answer.refusal } }
    undos.done(answer)
    const evidence = answer.made['evidence'] ?? ''
    return { at: 'kept', evidence, ...(await putInSlot(evidence, to.slot)) }
  } catch (error) {
    return refusedBy(error)
  } finally {
    void forgetAll()
  }
}

/** What the door threw, as an outcome; anything else is a defect of ours and said as one. */
function refusedBy(error: unknown): Outcome {
  const code = { code: 'internal' as const }
  return {
    at: 'refused',
    why: { by: 'door', error: error instanceof DoorRefused ? error.error : code },
  }
}

/** The window's one queue: it goes on while people look at other screens. */
export const queue = keepQueue(keepOne)

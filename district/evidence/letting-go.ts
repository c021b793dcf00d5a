import { EvidenceRecord } from '../../core/evidence/record.ts'
import type { House } from '../house.ts'
import type { Reaction } from '../reaction/reaction.ts'
import { letGoDeleted } from './let-go-deleted.ts'

/** Lets the file of a piece go that was deleted for good, where nothing else of its person names it. */
export function lettingGoOfDeleted(house: House): Reaction {
  return {
    name: 'delete-evidence',
    kind: EvidenceRecord.kind,
    async react(id) {
      const piece = (await house.store.seen().get(EvidenceRecord, id))?.rec.body
      // Also where it was brought back meanwhile by a computer that had not heard of it: its file is named again.
      if (piece === undefined) return
      const { files, bytes } = await letGoDeleted(house, piece.owner)
      if (files > 0) house.tell.worked('swept', { files, bytes })
    },
  }
}

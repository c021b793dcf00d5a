import { z } from 'zod'
import { merge, patchPaths } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput, webAddress } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import type { Rec } from '../kit/record-type.ts'
import { deviceOf } from '../merge/clock.ts'
import type { Evidence } from './record.ts'
import { contentSchema, EvidenceRecord } from './record.ts'
import { mayChangeEvidence } from './rights.ts'
import { whereDeleted } from './where-deleted.ts'

/** As a computer brings it back: a link only as one that could have been kept. */
const broughtSchema = contentSchema.extend({ link: webAddress.optional() })

/**
 * Puts evidence in the trash, or takes it out again. Claims keep their frozen copies. Where it was deleted for good meanwhile,
 * on another computer and without anybody here having heard of it, it is whole again with what it held here (`content`); a
 * district that withheld what it held goes by that.
 */
export const trashEvidence = command({
  name: 'evidence.trash',
  where: 'both',
  input: z.object({ evidence: idInput, on: z.boolean(), content: broughtSchema.optional() }),
  needs: q => q.first(i => ({ evidence: must(EvidenceRecord, i.evidence) })),
  right: (actor, s) => mayChangeEvidence(actor, s.evidence),
  // By undo, or on a screen of before: its file has gone from here, and may be nowhere.
  refusedSeeing: ({ evidence }, { on }) => (on ? undefined : whereDeleted(evidence)?.refusal),
  decide({ evidence }, { on, content }, context) {
    const { deletedAt, withheld } = evidence.body
    const trashedAt = on ? context.doneAt : undefined
    const moved = merge(evidence, { trashedAt }, context.stamp)
    if (deletedAt === undefined) return { changes: moved }
    if (on) return { changes: [] }
    const isOver = moved.length === 0 || isDeletedBy(evidence, context.actor.device)
    if (content === undefined || isOver) return refuse('evidence_deleted', { atMs: deletedAt })
    const whole = { ...(withheld ?? content), deletedAt: undefined }
    const shown = withheld === undefined ? whole : { ...whole, withheld: undefined }
    return { changes: [...moved, ...patchPaths(evidence, shown)] }
  },
})

/** Whether its person has deleted it for good at this very computer: whoever did that knew, and there is no way back. */
const isDeletedBy = ({ clocks }: Rec<Evidence>, device: string): boolean =>
  clocks['deletedAt'] !== undefined &&
  clocks['deletedAt'] === clocks['trashedAt'] &&
  deviceOf(clocks['deletedAt']) === device

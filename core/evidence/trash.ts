import { z } from 'zod'
import { merge, patchPaths } from '../kit/change.ts'
import { command, refuse } from '../kit/command.ts'
import { idInput } from '../kit/input.ts'
import { must } from '../kit/loads.ts'
import type { Rec } from '../kit/record-type.ts'
import { deviceOf } from '../merge/clock.ts'
import type { Evidence } from './record.ts'
import { EvidenceRecord, evidenceSchema } from './record.ts'
import { mayChangeEvidence } from './rights.ts'

const contentSchema = evidenceSchema.pick({
  ...({ title: true, note: true, file: true, text: true, link: true } as const),
  ...({ shown: true, released: true, goals: true, competencies: true } as const),
})

/**
 * Puts evidence in the trash, or takes it out again. Claims keep their frozen copies. Where it was deleted for good meanwhile,
 * on another computer and before it was taken out here, it is whole again with what it held here (`content`).
 */
export const trashEvidence = command({
  name: 'evidence.trash',
  where: 'both',
  input: z.object({ evidence: idInput, on: z.boolean(), content: contentSchema.optional() }),
  needs: q => q.first(i => ({ evidence: must(EvidenceRecord, i.evidence) })),
  right: (actor, s) => mayChangeEvidence(actor, s.evidence),
  decide({ evidence }, { on, content }, context) {
    const { deletedAt } = evidence.body
    const trashedAt = on ? context.doneAt : undefined
    const moved = merge(evidence, { trashedAt }, context.stamp)
    if (deletedAt === undefined) return { changes: moved }
    if (on) return { changes: [] }
    const isOver = moved.length === 0 || isDeletedBy(evidence, context.actor.device)
    if (content === undefined || isOver) return refuse('evidence_deleted', { atMs: deletedAt })
    return { changes: [...moved, ...patchPaths(evidence, { ...content, deletedAt: undefined })] }
  },
})

/** Whether its person has deleted it for good at this very computer: whoever did that knew, and there is no way back. */
const isDeletedBy = ({ clocks }: Rec<Evidence>, device: string): boolean =>
  clocks['deletedAt'] !== undefined &&
  clocks['deletedAt'] === clocks['trashedAt'] &&
  deviceOf(clocks['deletedAt']) === device

import { EvidenceRecord, evidenceSchema } from '../../core/evidence/record.ts'
import { GoalRecord, goalSchema } from '../../core/plan/record.ts'

interface Words {
  readonly title: string
  readonly text: string
}

/** What a search finds of a record; `undefined` for kinds that nobody searches. */
export function searchTextOf(rec: {
  readonly kind: string
  readonly body: object
}): Words | undefined {
  if (rec.kind === EvidenceRecord.kind) {
    const read = evidenceSchema.safeParse(rec.body)
    if (!read.success) return undefined
    const { title, note, text, link, file } = read.data
    return { title, text: [note, text, link, file?.name].filter(Boolean).join('\n') }
  }
  if (rec.kind === GoalRecord.kind) {
    const read = goalSchema.safeParse(rec.body)
    return read.success ? { title: read.data.title, text: read.data.why } : undefined
  }
  return undefined
}

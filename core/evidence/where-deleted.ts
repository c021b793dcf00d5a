import { refuse } from '../kit/command.ts'
import type { Rec } from '../kit/record-type.ts'
import type { Evidence } from './record.ts'

/** The refusal to change a piece that was deleted for good: nothing is written into it again. */
export const whereDeleted = ({ body: { deletedAt } }: Rec<Evidence>) =>
  deletedAt === undefined ? undefined : refuse('evidence_deleted', { atMs: deletedAt })

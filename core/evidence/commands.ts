import { describeEvidence } from './describe.ts'
import { keepEvidence } from './keep.ts'
import { linkEvidence } from './link.ts'
import { settleEvidence } from './settle.ts'
import { trashEvidence } from './trash.ts'
import { writeEvidence } from './write.ts'

export const evidenceCommands = {
  'evidence.keep': keepEvidence,
  'evidence.write': writeEvidence,
  'evidence.settle': settleEvidence,
  'evidence.describe': describeEvidence,
  'evidence.link': linkEvidence,
  'evidence.trash': trashEvidence,
}

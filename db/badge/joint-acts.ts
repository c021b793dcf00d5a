import type { JointAct } from '../../core/joint-act/record.ts'
import { mayAct } from '../../core/joint-act/rights.ts'
import { JointActRecord } from '../../core/joint-act/record.ts'
import type { Asker, RecordRow } from '../query.ts'
import { all } from '../query.ts'

/** What other officers proposed and nobody has decided: for officers, the oldest first. Some may have ended by now. */
export async function actsOfOthers(asker: Asker): Promise<readonly RecordRow<JointAct>[]> {
  if (!mayAct(asker)) return []
  const order = { by: 'proposed' }
  const acts = await all(asker, JointActRecord, { where: { state: 'proposed' }, order })
  return acts.filter(({ body }) => body.proposedBy !== asker.person)
}

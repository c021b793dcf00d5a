import type { Endorsement } from '../../core/endorsement/record.ts'
import { EndorsementRecord } from '../../core/endorsement/record.ts'
import type { Asker, RecordRow } from '../query.ts'
import { all } from '../query.ts'

/** What others say of these badges and micro-credentials, as far as the asker may know, the latest first. */
export async function endorsementsOf(
  asker: Asker,
  subjects: readonly string[],
): Promise<readonly RecordRow<Endorsement>[]> {
  const found: RecordRow<Endorsement>[] = []
  for (const subject of subjects)
    found.push(
      ...(await all(asker, EndorsementRecord, {
        where: { subject },
        order: { by: 'offered', desc: true },
      })),
    )
  return found
}

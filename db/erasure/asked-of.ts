import type { Erasure } from '../../core/erasure/record.ts'
import { ErasureRecord } from '../../core/erasure/record.ts'
import { mayErase } from '../../core/erasure/rights.ts'
import type { Asker, RecordRow } from '../query.ts'
import { all } from '../query.ts'

/** Records that somebody else asked to be erased, and that wait for a second yes, which the asker may give. */
export async function erasuresAskedOf(asker: Asker): Promise<RecordRow<Erasure>[]> {
  if (!mayErase(asker)) return []
  const asked = await all(asker, ErasureRecord, { where: { state: 'asked' } })
  return asked.filter(({ id, body }) => ![id, body.askedBy].includes(asker.person))
}

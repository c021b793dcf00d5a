import { EndorsementRecord } from '../../core/endorsement/record.ts'
import { all } from '../../db/query.ts'
import type { Seen } from '../../db/seen.ts'

/** So many files at most are looked at beside a badge. */
const besideMax = 50

/** The files of what others say of badges and micro-credentials, as this computer was told, the latest first. */
export async function saidBeside(seen: Seen): Promise<readonly Uint8Array[]> {
  const where = { state: 'accepted' }
  const order = { by: 'offered', desc: true }
  const accepted = await all({ seen }, EndorsementRecord, { where, order }, besideMax)
  return accepted.map(({ body }) => new TextEncoder().encode(body.text))
}

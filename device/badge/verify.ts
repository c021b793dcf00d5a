import { createHash } from 'node:crypto'
import { newestListsOf, verifyBadge } from 'open-badges-validator-core/verify'
import type { Verified } from '../../contract/device/door.ts'
import type { Asker } from '../../db/query.ts'
import type { NewestLists } from './newest-lists.ts'
import { trustBundle } from './trust.ts'
import { verifiedOf } from './verified.ts'

/** Verifies a badge with what is on this computer. Nothing is fetched; hostile bytes get an answer like any others. */
export async function verify(
  asker: Asker,
  newest: NewestLists,
  bytes: Uint8Array,
  at: number,
): Promise<Verified> {
  const report = await verifyBadge(bytes, { at, bundle: await trustBundle(asker, newest.read()) })
  newest.note(newestListsOf([report]))
  return verifiedOf(report, createHash('sha256').update(bytes).digest('hex'))
}

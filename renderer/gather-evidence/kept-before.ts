import type { EvidenceLine } from '../../contract/device/queries.ts'
import { door } from '../door/door.ts'

/** The piece of this person that holds the same bytes, in the timeline or, where none is there, in the trash. */
export async function keptBefore(sha256: string): Promise<EvidenceLine['row'] | undefined> {
  const { rows } = await door.query('evidence.of-file', { sha256 })
  return rows.find(row => row.body.trashedAt === undefined) ?? rows[0]
}

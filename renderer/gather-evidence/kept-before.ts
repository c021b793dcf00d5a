import type { EvidenceLine } from '../../contract/device/queries.ts'
import { door } from '../door/door.ts'

const pageRows = 500
/** Pages that are looked through; a library has 100,000 pieces at most. */
const pagesMax = 200

/** The piece of this person that holds the same bytes, in the timeline or in the trash. */
export async function keptBefore(sha256: string): Promise<EvidenceLine['row'] | undefined> {
  return (await holding(sha256, false)) ?? (await holding(sha256, true))
}

async function holding(sha256: string, trashed: boolean): Promise<EvidenceLine['row'] | undefined> {
  let after: string | undefined
  for (let page = 0; page < pagesMax; page += 1) {
    const rows = await door.query('evidence.list', {
      trashed,
      limit: pageRows,
      ...(after === undefined ? {} : { after }),
    })
    const found = rows.lines.find(line => line.row.body.file?.sha256 === sha256)
    if (found !== undefined) return found.row
    if (rows.next === undefined) return undefined
    after = rows.next
  }
  return undefined
}

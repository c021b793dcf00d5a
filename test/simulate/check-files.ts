import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rowsOf } from './rows.ts'
import type { World } from './world.ts'
import { Broken } from './world.ts'

/** FILES: what lies under a hash has that hash, but where the run damaged it itself. */
export function checkFiles({ ledger, dbs, folder }: World): void {
  const rows = rowsOf<{ sha: string }>(dbs.record, 'select distinct sha from blob')
  for (const { sha } of rows) {
    const path = join(folder, 'district', 'blobs', sha.slice(0, 2), sha)
    if (ledger.damaged.has(path)) continue
    const is = existsSync(path)
      ? createHash('sha256').update(readFileSync(path)).digest('hex')
      : 'nothing'
    if (is !== sha)
      throw new Broken('FILES', 'What lies under a hash is something else.', { sha, is })
  }
}

import type { KeyChange } from '../../core/joint-act/key-change.ts'
import { KeyChangeRecord } from '../../core/joint-act/key-change.ts'
import { mayChangeKeys } from '../../core/joint-act/rights.ts'
import type { Asker, RecordRow } from '../query.ts'
import { all } from '../query.ts'

/** Every change of keys that was asked for or done, the newest first: for officers and administrators. */
export async function keyChangesFor(asker: Asker): Promise<readonly RecordRow<KeyChange>[]> {
  if (!mayChangeKeys(asker)) return []
  return all(asker, KeyChangeRecord, { order: { by: 'proposed', desc: true } })
}

/** Those that need the asker: asked for by others and not decided, or done by one alone. Some may have ended by now. */
export async function keyChangesOfOthers(asker: Asker): Promise<readonly RecordRow<KeyChange>[]> {
  const changes = await keyChangesFor(asker)
  return changes.filter(
    ({ body }) =>
      body.isAlone === true || (body.state === 'proposed' && body.proposedBy !== asker.person),
  )
}

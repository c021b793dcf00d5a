import { checkedAt } from '../../core/claim/checked-at.ts'
import { ClaimRecord } from '../../core/claim/record.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import type { House } from '../house.ts'
import type { Reaction } from '../reaction/reaction.ts'

/**
 * Checks what was submitted: reads every file through from the disk, and decides by the same rules as the person's
 * own computer did. Complete goes to the readers, incomplete comes back with what was found.
 */
export function prechecking(house: House): Reaction {
  return {
    name: 'precheck',
    kind: ClaimRecord.kind,
    async react(id) {
      const claim = (await house.store.seen().get(ClaimRecord, id))?.rec.body
      const attempt = claim?.attempts.at(-1)
      if (claim?.state !== 'submitted' || attempt === undefined) return
      const files = new Set(attempt.items.flatMap(item => item.file?.sha256 ?? []))
      const unreadable: string[] = []
      for (const sha256 of files)
        if ((await house.blobs.checked(sha256, true)) === undefined) unreadable.push(sha256)
      const input = bodyOf({ claim: id, attempt: attempt.n, unreadable })
      const key = `district:precheck:${id}:${attempt.n}`
      const now = house.clock()
      const doneAt = checkedAt(attempt, await house.store.cameBack(now), now)
      const result = await house.perform('claim.precheck', input, { key, doneAt })
      if (result.status === 'wait') throw new Error('precheck waits')
      house.tell.worked('precheck', { files: files.size, unreadable: unreadable.length })
    },
  }
}

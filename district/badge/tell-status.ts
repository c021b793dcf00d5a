import { BadgeRecord } from '../../core/badge/record.ts'
import type { House } from '../house.ts'
import type { Reaction } from '../reaction/reaction.ts'
import { publishStatus } from './status-lists.ts'

/** Publishes the status lists of a badge that was revoked, replaced, suspended, or holds again. */
export function tellingStatus(house: House): Reaction {
  return {
    // As it was called when revoking was all there was: its place in the log goes by the name.
    name: 'revoke',
    kind: BadgeRecord.kind,
    async react(id) {
      const badge = (await house.store.seen().get(BadgeRecord, id))?.rec.body
      if (badge === undefined) return
      if (await publishStatus(house, badge)) house.tell.worked('status list published', {})
    },
  }
}

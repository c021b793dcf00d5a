import { BadgeRecord } from '../../core/badge/record.ts'
import type { House } from '../house.ts'
import type { Reaction } from '../reaction/reaction.ts'
import { isPublishedRevoked, publishListOf } from './status-lists.ts'

/** Publishes the status list of a badge that was revoked. One that was never signed is in no list. */
export function revoking(house: House): Reaction {
  return {
    name: 'revoke',
    kind: BadgeRecord.kind,
    async react(id) {
      const badge = (await house.store.seen().get(BadgeRecord, id))?.rec.body
      if (badge?.state !== 'revoked' || badge.statusIndex === undefined) return
      if (await isPublishedRevoked(house, badge.statusIndex)) return
      await publishListOf(house, badge.statusIndex)
      house.tell.worked('status list published', {})
    },
  }
}

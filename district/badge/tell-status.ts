import { BadgeRecord } from '../../core/badge/record.ts'
import { GivenEndorsementRecord } from '../../core/endorsement/given.ts'
import type { RecordType } from '../../core/kit/record-type.ts'
import type { House } from '../house.ts'
import type { Reaction } from '../reaction/reaction.ts'
import { publishStatus } from './status-lists.ts'

/** Publishes the status lists of a badge that was revoked, replaced, suspended, or holds again. */
export const tellingStatus = (house: House): Reaction =>
  // As it was called when revoking was all there was: its place in the log goes by the name.
  telling(house, 'revoke', BadgeRecord)

/** The same of the district's own word about others, once it was taken back. */
export const tellingTakenBack = (house: House): Reaction =>
  telling(house, 'take-back', GivenEndorsementRecord)

function telling(
  house: House,
  name: Reaction['name'],
  type: RecordType<{ state: string; statusIndex?: number | undefined }>,
): Reaction {
  return {
    name,
    kind: type.kind,
    async react(id) {
      const there = (await house.store.seen().get(type, id))?.rec
      if (there === undefined) return
      if (await publishStatus(house, there)) house.tell.worked('status list published', {})
    },
  }
}

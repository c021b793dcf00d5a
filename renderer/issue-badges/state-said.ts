import type { Badge } from '../../core/badge/record.ts'
import type { Words } from '../../words/words.ts'

/** What has become of a badge, in one line: since when, why, and what it corrects. */
export function stateSaid(words: Words, badge: Badge): string {
  const said = words.issue.state
  const { correction, replacedBy, state } = badge
  return [
    plainState(words, badge),
    ...(replacedBy === undefined || state === 'superseded' ? [] : [said.beingReplaced]),
    ...(correction === undefined ? [] : [said.corrects(correction)]),
  ].join(' · ')
}

function plainState(words: Words, badge: Badge): string {
  const said = words.issue.state
  const { approvedAt, signedAt = approvedAt } = badge
  switch (badge.state) {
    case 'approved':
      return said.approved({ at: approvedAt })
    case 'signed':
      return said.signed({ at: signedAt })
    case 'suspended':
      return said.suspended(badge.suspension ?? { at: signedAt, reason: '' })
    case 'revoked':
      return said.revoked({
        at: badge.revokedAt ?? approvedAt,
        reason: badge.revokedReason ?? '',
      })
    case 'superseded':
      return said.superseded({ at: badge.supersededAt ?? signedAt })
  }
}

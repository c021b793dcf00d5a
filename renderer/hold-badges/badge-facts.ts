import type { Badge } from '../../core/badge/record.ts'
import type { Words } from '../../words/words.ts'

/** The short lines at a badge's foot: who issued it, when, and how long it holds. `nowMs` is the only clock. */
export function badgeFacts(
  words: Words,
  badge: Badge,
  issuer: string | undefined,
  nowMs: number,
): readonly string[] {
  const said = words.badges
  const { signedAt, validUntil } = badge
  const by = issuer === undefined || issuer === '' ? [] : [said.issuer({ name: issuer })]
  if (badge.state === 'revoked')
    return [...by, said.state.revoked({ at: badge.revokedAt ?? badge.approvedAt })]
  if (badge.state === 'superseded')
    return [...by, said.state.superseded({ at: badge.supersededAt ?? badge.approvedAt })]
  if (badge.state === 'suspended')
    return [...by, said.state.suspended({ at: badge.suspension?.at ?? badge.approvedAt })]
  if (signedAt === undefined) return [...by, said.state.approved({ at: badge.approvedAt })]
  const end =
    validUntil === undefined
      ? said.noEnd
      : validUntil < nowMs
        ? said.ended({ at: validUntil })
        : said.validUntil({ at: validUntil })
  return [...by, said.signed({ at: signedAt }), end]
}

import type { Badge } from '../../core/badge/record.ts'
import type { Row } from '../../contract/device/row.ts'

/** Badges as they were, each that was replaced right under the one that took its place. */
export function shelfOrder(badges: readonly Row<Badge>[]): readonly Row<Badge>[] {
  const byId = new Map(badges.map(badge => [badge.id, badge]))
  const older = (newer: Row<Badge>): readonly Row<Badge>[] => {
    const before = byId.get(newer.body.replaces ?? '')
    return before === undefined || !isUnder(before, newer) ? [] : [before, ...older(before)]
  }
  return badges
    .filter(({ body }) => {
      const newer = byId.get(body.replacedBy ?? '')
      return newer === undefined || !isUnder({ body }, newer)
    })
    .flatMap(badge => [badge, ...older(badge)])
}

/** While the newer one is not signed, the older one is what there is to show. */
const isUnder = (older: { readonly body: Badge }, newer: Row<Badge>): boolean =>
  older.body.replacedBy === newer.id && newer.body.signedAt !== undefined

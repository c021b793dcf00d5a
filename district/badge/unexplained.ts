import type { Badge } from '../../core/badge/record.ts'
import type { GivenEndorsement } from '../../core/endorsement/given.ts'
import type { Rec } from '../../core/kit/record-type.ts'
import type { Placing } from './placed.ts'
import { badgeHolding, givenHolding, toBeSet } from './placed.ts'
import { lastPublished } from './published.ts'
import type { ListsKnown } from './status-lists.ts'
import { bitsOf, listName, madeAtOf, rangeOf, setIn, statusLists } from './status-lists.ts'

/** What the world was last told is revoked, of which the record does not know that: an older copy of it came back. */
export interface Unexplained {
  readonly badges: readonly Rec<Badge>[]
  /** Each with when the list was made that says so (epoch ms). */
  readonly given: readonly { readonly rec: Rec<GivenEndorsement>; readonly madeAt: number }[]
}

/**
 * Compares the lists as they were last published (`published`: their folder) with the record. What the record does not
 * know at all, nothing can be said of: the list says it for good.
 */
export async function unexplained(
  known: { readonly store: ListsKnown & Placing },
  published: string,
): Promise<Unexplained> {
  const badges: Rec<Badge>[] = []
  const given: { rec: Rec<GivenEndorsement>; madeAt: number }[] = []
  for (const list of await statusLists(known)) {
    const text = lastPublished(published, listName(list, 'revocation'))
    if (text === undefined) continue
    const range = rangeOf(list)
    const explained = new Set(await toBeSet(known, range, 'revocation'))
    for (const index of setIn(bitsOf(text))) {
      const place = range.from + index
      if (explained.has(place)) continue
      const badge = await badgeHolding(known, place)
      if (badge !== undefined) badges.push(badge)
      const rec = await givenHolding(known, place)
      if (rec !== undefined) given.push({ rec, madeAt: madeAtOf(text) })
    }
  }
  return { badges, given }
}

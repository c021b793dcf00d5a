import { BadgeRecord } from '../../core/badge/record.ts'
import { StatusListRecord } from '../../core/badge/trust.ts'
import { bodyOf } from '../../db/records/kinds.ts'
import { inBothLanguages } from '../../words/shell-words.ts'
import type { House } from '../house.ts'
import { lastPublished } from './published.ts'
import { badgeAt, bitsOf, listName, madeAtOf, setIn, statusLists, urlOf } from './status-lists.ts'
import { idOfUrl } from './uuid.ts'

/**
 * After an older copy of the record was brought back: suspends again what the world last saw as suspended and the copy
 * does not know of. Only that way round: what was lifted since has to be lifted again by a person, since a mistake here
 * would let a badge hold that should not.
 */
export async function suspendAgain(house: House): Promise<void> {
  const reason = inBothLanguages(words => words.district.suspendedAgain)
  for (const list of await statusLists(house)) {
    const published = lastPublished(house.published, listName(list, 'suspension'))
    const there = await house.store.seen().get(StatusListRecord, idOfUrl(urlOf(list, 'suspension')))
    if (published === undefined) continue
    const madeAt = madeAtOf(published)
    // The record knows this very list: nothing of it was forgotten.
    if (there !== undefined && madeAtOf(there.rec.body.credential) >= madeAt) continue
    for (const index of setIn(bitsOf(published))) {
      const badge = await badgeAt(house, list.n, index)
      const { state, resumption } = badge?.body ?? {}
      if (badge === undefined || state !== 'signed' || (resumption?.at ?? 0) > madeAt) continue
      const key = `district:suspend-again:${badge.id}:${madeAt}`
      const result = await house.perform('badge.suspend', bodyOf({ badge: badge.id, reason }), {
        key,
      })
      house.tell.worked('suspended again', { status: result.status, kind: BadgeRecord.kind })
    }
  }
}

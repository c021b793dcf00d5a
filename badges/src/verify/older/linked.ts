import { idOf, isObject, listOf, type JsonObject, type JsonValue } from '../../json/value.ts'
import type { Case } from '../case.ts'
import { documentAt, type DocumentAt } from './document-at.ts'
import { webAddress } from './web-address.ts'

/** Something an older badge points to: its badge class, its issuer. */
export interface Linked {
  /** Its id as written: an address, a `urn:`, nothing. */
  readonly id: string | null
  /** Its id where that is an address of the web. */
  readonly url: string | null
  /** What counts: the document at its own address, else what the badge holds of it. */
  readonly document: JsonObject | null
  /** What the badge holds of it. */
  readonly embedded: JsonObject | null
  /** What is at its own address, as far as somebody has retrieved that. */
  readonly found: DocumentAt | null
}

/** Follows one link, and no further: a document that points back to itself is read once. */
export function linked(the: Case, stated: JsonValue | undefined): Linked {
  const [first] = listOf(stated)
  const embedded = isObject(first) ? first : null
  const id = idOf(first)
  const url = webAddress(id) === null ? null : id
  const found = url === null ? null : documentAt(the, url)
  return { id, url, document: found?.document ?? embedded, embedded, found }
}

/** What is linked where there is nothing to link to. */
export const nothingLinked: Linked = {
  id: null,
  url: null,
  document: null,
  embedded: null,
  found: null,
}

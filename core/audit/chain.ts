import type { AuditEntry } from './entry.ts'
import { linkHash } from './entry.ts'

/** A place in the chain. */
export interface Place {
  readonly link: number
  /** SHA-256 (hex) over everything up to it. */
  readonly hash: string
}

/** A place as it is kept, with the entry that stands there. */
export interface Linked extends Place {
  readonly entry: AuditEntry | undefined
}

/** What is wrong at a place: the first place is named where something was done to the entries. */
export interface ChainFault {
  /**
   * `missing`: the entry is gone · `gap`: places are gone · `changed`: the entry, or one before it, is not what it was,
   * or stands elsewhere.
   */
  readonly code: 'missing' | 'gap' | 'changed'
  readonly link: number
}

/** What is wrong with a place, given the one before it; `undefined` where it follows from it. */
export function chainFault(before: Place, { link, hash, entry }: Linked): ChainFault | undefined {
  if (link !== before.link + 1) return { code: 'gap', link: before.link + 1 }
  if (entry === undefined) return { code: 'missing', link }
  return linkHash(before.hash, link, entry) === hash ? undefined : { code: 'changed', link }
}

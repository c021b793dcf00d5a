import type { Key } from '../../core/kit/record-type.ts'
import type { Refusal } from '../../core/kit/refusal.ts'
import type { Write } from '../records/apply.ts'
import type { Kinds } from '../records/kinds.ts'
import type { Steps } from '../sql/steps.ts'
import type { Result } from '../wire.ts'
import type { Ask, Told } from './load.ts'

/** Everything that one command makes durable, as data: all of it or nothing. */
export interface Batch {
  /** The revision of every record looked at; 0: was absent. */
  readonly reads: ReadonlyMap<Key, number>
  /** Names that nobody held when it was decided. */
  readonly freeNames: ReadonlySet<string>
  readonly writes: readonly Write[]
  readonly side: Side
}

/** What is noted beside the records. */
export interface Side {
  readonly key: string
  readonly command: string
  readonly person: string
  /** Whose stream gets the result; `undefined` for the district's own reactions. */
  readonly device: string | undefined
  readonly now: number
  readonly sent?: Sent
  readonly refusal?: Refusal
}

/** What a device sent under a key. */
export interface Sent {
  /** SHA-256 (hex) of all that makes it this command. */
  readonly digest: string
  readonly stamp: string
}

/** What is stored under a key. The district's own commands are not sent. */
export interface Decided {
  readonly result: Result
  readonly sent: Sent | undefined
}

export type Committed =
  | { readonly did: 'done'; readonly result: Result }
  /** A record changed, or a name went, since it was read. */
  | { readonly did: 'stale'; readonly key: string }
  | { readonly did: 'taken'; readonly name: string }
  /** The same command was decided before. */
  | { readonly did: 'before'; readonly decided: Decided }

/** A district's database within one transaction. */
export interface Within {
  readonly kinds: Kinds
  /** Reads what commands will ask for, all at once: each by itself would cost a statement. */
  foresee(asked: {
    readonly results: readonly string[]
    readonly records: readonly Key[]
  }): Steps<void>
  read(ask: Ask & { readonly owner: string | undefined }): Steps<Told>
  results(keys: readonly string[]): Steps<ReadonlyMap<string, Decided>>
  /** What it comes to is written at the end of the transaction, and read by those that follow; what isn't `done` must not be kept. */
  commit(batch: Batch): Steps<Committed>
}

/** What the engine needs of a district's database. */
export interface Store {
  readonly kinds: Kinds
  /** `owner`: whose files count; `undefined`: anyone's. */
  read(ask: Ask & { readonly owner: string | undefined }): Promise<Told>
  /** The stored results of those of the keys that have one. */
  results(keys: readonly string[]): Promise<ReadonlyMap<string, Decided>>
  commit(batch: Batch): Promise<Committed>
  /**
   * Does several pieces of work in their order in one transaction: durable when it answers, all of them or none. Others'
   * may go with them. Throws what one of them threw.
   */
  together<T>(works: readonly ((within: Within) => Steps<T>)[]): Promise<readonly T[]>
}

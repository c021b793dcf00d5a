import type { ZodType } from 'zod'
import type { Refusal } from './refusal.ts'

/** Plain data as JSON carries it. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Names one record: `claim/clm_1`. Kind never holds a slash. */
export type Key = `${string}/${string}`

/** One stored document. `rev` counts accepted changes in its store; `clocks` holds a stamp per merged field. */
export interface Rec<B> {
  readonly kind: string
  readonly id: string
  /** Version of the schema that the body was written with. */
  readonly v: number
  readonly rev: number
  readonly body: B
  readonly clocks: Readonly<Record<string, string>>
}

/** A place from which a record is read: the stream (who gets it) and the view (which fields). */
export interface Seat {
  readonly stream: string
  readonly view: string
}

/** A value in an index table. */
export type Cell = string | number | null

/** One row of the index table `by_<kind>`; its columns are `RecordType.columns`. */
export type Row = Readonly<Record<string, Cell>>

/** Files that a record names, kept by its owner. */
export interface FilesKept {
  readonly owner: string
  readonly shas: readonly string[]
}

/**
 * What is known about one kind of record: one sync class, one set of readers.
 * All functions answer from the body alone, so that kept and rebuilt never differ.
 */
export interface RecordType<B> {
  readonly kind: string
  readonly schema: ZodType<B>
  readonly version: number
  /** `migrations[n]` turns a body of version n into one of version n + 1. */
  readonly migrations: Readonly<Record<number, (old: Json) => Json>>
  seats(id: string, body: B): readonly Seat[]
  /** Fields a view leaves out. Only optional ones, so that `decide` copes with a partial body. */
  hidden(view: string): readonly string[]
  readonly columns: Readonly<Record<string, 'text' | 'int'>>
  rows(id: string, body: B): readonly Row[]
  /** Names of which at most one record in a store may hold each. */
  unique(id: string, body: B): readonly string[]
  /** Whose files a body names (SHA-256, hex); `undefined`: what it named was deleted for good, and its files with it. */
  files(body: B): FilesKept | undefined
  /** The noun's own refusal where `holder` (an id of this kind) has a unique name already; without one it is `taken`. */
  heldBy(holder: string): Refusal | undefined
  /**
   * What a computer goes by when it is told of a record again, from what it first saw and what it hears now. Where a
   * kind has it, the first sight is kept for good, also when the record goes; else the newest word counts.
   */
  held?(first: B, now: B): B
}

export type AnyRecordType = RecordType<unknown>

type OptionalKeysOf<B> = {
  [K in keyof B]-?: undefined extends B[K] ? K : never
}[keyof B] &
  string

interface Definition<B> {
  kind: string
  schema: ZodType<B>
  version: number
  migrations?: Record<number, (old: Json) => Json>
  seats(id: string, body: B): readonly Seat[]
  hides?: Record<string, readonly OptionalKeysOf<B>[]>
  columns?: Record<string, 'text' | 'int'>
  rows?(id: string, body: B): readonly Row[]
  unique?(id: string, body: B): readonly string[]
  files?(body: B): FilesKept | undefined
  /** Only where whoever is refused may know of the holder. */
  heldBy?(holder: string): Refusal
  held?(first: B, now: B): B
}

const noFiles: FilesKept = { owner: '', shas: [] }

/** Completes a record's definition; `hides` accepts optional fields only. */
export function recordType<B>(definition: Definition<B>): RecordType<B> {
  const hides: Record<string, readonly string[]> = definition.hides ?? {}
  return {
    kind: definition.kind,
    schema: definition.schema,
    version: definition.version,
    migrations: definition.migrations ?? {},
    seats: (id, body) => definition.seats(id, body),
    hidden: view => hides[view] ?? [],
    columns: definition.columns ?? {},
    rows: (id, body) => definition.rows?.(id, body) ?? [],
    unique: (id, body) => definition.unique?.(id, body) ?? [],
    files: body => (definition.files === undefined ? noFiles : definition.files(body)),
    heldBy: holder => definition.heldBy?.(holder),
    ...(definition.held && { held: (first, now) => definition.held?.(first, now) ?? first }),
  }
}

/** The key under which a record is stored. */
export const keyOf = (kind: string, id: string): Key => `${kind}/${id}`

import type { ZodType } from 'zod'
import type { OwnSigning } from '../core/claim/since-sent.ts'
import type { Holding } from '../core/kit/command.ts'
import type { Refusal } from '../core/kit/refusal.ts'
import type { AnyRecordType, RecordType } from '../core/kit/record-type.ts'
import type { ListAsk, ListPlace } from './index-table/list.ts'
import { listRowsMax } from './index-table/list.ts'
import type { WalkAsk } from './index-table/walk.ts'
import type { Seen, SeenRec, Sight } from './seen.ts'

/** A record as a screen gets it. */
export interface RecordRow<B> {
  readonly id: string
  readonly body: B
  readonly sight: Sight
}

/** A command of this person that the district would not take. */
export interface RefusedCommand {
  readonly key: string
  readonly command: string
  readonly input: unknown
  readonly refusal: Refusal
  readonly doneAt: number
  /** The claim that a refused start would have made. */
  readonly lostClaim?: string
}

export interface Hit {
  readonly id: string
  /** A few words round the hit, which stands between U+0002 and U+0003. */
  readonly snippet: string
}

/** A computer as it knows itself, whatever the district says of it. */
export interface OwnComputer extends Pick<OwnSigning, 'device' | 'publicKey'> {
  /** What this person's computers are called, by their ids, as far as it was told. */
  readonly names: ReadonlyMap<string, string>
  /** SHA-256 (hex) of the manifests that it sent for a claim and that the district took. */
  sent(claim: string): readonly string[]
}

/** For whom a query is answered, and what it may look at. A device and the district each have their own. */
export interface Asker extends Holding {
  readonly person: string
  readonly seen: Seen
  search(question: string, kind: string, limit: number): Promise<readonly Hit[]>
  /** Where all records of a walk stand that hold the words, in its order. */
  searchAlong(
    question: string,
    type: AnyRecordType,
    ask: Pick<WalkAsk, 'along' | 'prefix'>,
  ): Promise<readonly ListPlace[]>
  /** A few words round the hit (`Hit.snippet`) in some records, by their ids. */
  snippets(
    question: string,
    kind: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>>
  /** Those of the SHA-256 sums (hex) whose bytes are here. */
  here(shas: readonly string[]): Promise<ReadonlySet<string>>
  /** Those of them that are here and, read through now, are what their sums say. Takes as long as reading them. */
  intact(shas: readonly string[]): Promise<ReadonlySet<string>>
  /** The computer that asks, as it knows itself. */
  readonly own: OwnComputer
  /** Since when this computer empties its trash by itself (epoch ms); absent: it does not. */
  readonly trashEmptiedSince?: number | undefined
  refused(): Promise<readonly RefusedCommand[]>
}

/** One question of a screen: decides nothing, writes nothing. */
export interface Query<I, R> {
  readonly input: ZodType<I>
  /** The kinds of record that the answer may hold. */
  readonly kinds: readonly string[]
  rows(asker: Asker, input: I): Promise<R>
}

/** Types a query by its parts. */
export function query<I, R>(definition: Query<I, R>): Query<I, R> {
  return definition
}

/** The most rows of one kind that an answer holds. */
export const answerRowsMax = 10_000

/** A seen record as a row. */
export const rowOf = <B>(seen: SeenRec<B>): RecordRow<B> => ({
  id: seen.rec.id,
  body: seen.rec.body,
  sight: seen.sight,
})

/** One record, or `undefined` where it isn't there or isn't this person's to see. */
export async function one<B>(
  asker: Pick<Asker, 'seen'>,
  type: RecordType<B>,
  id: string | undefined,
): Promise<RecordRow<B> | undefined> {
  if (id === undefined) return undefined
  const found = await asker.seen.get(type, id)
  return found === undefined ? undefined : rowOf(found)
}

/** Those of the records that are there, each once. */
export async function some<B>(
  asker: Pick<Asker, 'seen'>,
  type: RecordType<B>,
  ids: Iterable<string | undefined>,
): Promise<RecordRow<B>[]> {
  const rows: RecordRow<B>[] = []
  for (const id of new Set(ids)) {
    const row = await one(asker, type, id)
    if (row !== undefined) rows.push(row)
  }
  return rows
}

/** A list, page by page up to `most` rows. */
export async function all<B>(
  asker: Pick<Asker, 'seen'>,
  type: RecordType<B>,
  ask: Omit<ListAsk, 'after' | 'limit'>,
  most: number = answerRowsMax,
): Promise<RecordRow<B>[]> {
  const rows: RecordRow<B>[] = []
  let after: ListAsk['after']
  while (rows.length < most) {
    const limit = Math.min(listRowsMax, most - rows.length)
    const page = await asker.seen.list(type, {
      ...ask,
      limit,
      ...(after === undefined ? {} : { after }),
    })
    rows.push(...page.map(rowOf))
    after = page.at(-1)?.place
    if (page.length < limit || after === undefined) break
  }
  return rows
}

import type { AnyRecordType } from '../../core/kit/record-type.ts'
import type { Store } from '../engine/store.ts'
import { indexRecord } from '../index-table/index-table.ts'
import { rebuildIndexes } from '../index-table/rebuild.ts'
import { metaOf, setMeta } from '../meta/meta.ts'
import type { Kinds } from '../records/kinds.ts'
import { kindsOf } from '../records/kinds.ts'
import type { Seen } from '../seen.ts'
import type { Dialect, Sql, Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { PullReply } from '../wire.ts'
import type { Audit } from './audit-on.ts'
import { auditOn } from './audit-on.ts'
import type { Blob } from './blobs.ts'
import { blobsWith, noteBlob } from './blobs.ts'
import { commit } from './commit.ts'
import type { Compacted } from './compact.ts'
import { compact } from './compact.ts'
import { changesAfter, page } from './page.ts'
import type { PageAsk } from './page.ts'
import { resultsOf, told } from './read.ts'
import { beginCounted, isCounted, recount } from './recount.ts'
import { recOf } from './rec-row.ts'
import { districtSeen } from './seen.ts'
import { tellAgain } from './tell-again.ts'
import { turnsOn } from './turns.ts'
import { keptBy, ownerAfter, sweepUnused } from './unused-blobs.ts'

export interface DistrictOptions {
  readonly types: readonly AnyRecordType[]
  /** Names this program's build: another one makes the index tables anew. */
  readonly build: string
  /** Key of the cursors' HMAC, 32 bytes. */
  readonly cursorSecret: Uint8Array
  /** Keys that sealed cursors before that one, and still open them. */
  readonly cursorSecretsBefore?: readonly Uint8Array[]
  /** A new random text (hex, 128 bits) at each call: keeps what the audit holds of a record from being guessed. */
  salt(): string
}

/** A district's record: the engine's store, and what its other rooms need of it. */
export interface DistrictStore extends Store {
  /** The next page of a person's streams for one device. */
  page(ask: PageAsk): Promise<PullReply>
  /** The records in these streams, projected; without streams all, for the district's own work. */
  seen(streams?: readonly string[]): Seen
  /** What changed in a stream after a number: for reactions that follow by a cursor of their own. */
  follow(
    stream: string,
    after: number,
    limitRows: number,
  ): Promise<readonly { readonly seq: number; readonly key: string }[]>
  /** Tells a device what these commands came to, where its stream does not: another one brought them, or it was forgotten. Whether that is news to it. */
  tellAgain(device: string, keys: readonly string[], nowMs: number): Promise<boolean>
  /** Counts what streams show some records on (`recount`); whether more follow. To be called until it says no. */
  recount(nowMs: number): Promise<boolean>
  /** Forgets some of what left its streams, and of what commands came to, before `beforeMs` (`compact`). */
  compact(beforeMs: number): Promise<Compacted>
  noteBlob(blob: Blob): Promise<void>
  blobsWith(sha: string): Promise<readonly Blob[]>
  /** How much an owner keeps. */
  keptBy(owner: string): Promise<{ readonly bytes: number; readonly files: number }>
  /** Whose files come after somebody's, by name. */
  ownerAfter(owner: string): Promise<string | undefined>
  /** Marks and forgets an owner's files that nothing names (`sweepUnused`). */
  sweepUnused(
    owner: string,
    named: ReadonlySet<string>,
    nowMs: number,
    unusedMs: number,
  ): Promise<readonly Blob[]>
  /** A value of the district's own, such as a reaction's cursor. */
  meta(name: string): Promise<string | undefined>
  setMeta(name: string, value: string): Promise<void>
  /** Which life of the district: 1 at first, a number that never was before after each restore. */
  epoch(): number
  /** To be called after a restore from a backup: every device then starts again and sends again what was lost. */
  raiseEpoch(): Promise<number>
  readonly audit: Audit
  close(): Promise<void>
}

/** A district's store on an open, migrated database. */
export async function openDistrict(sql: Sql, options: DistrictOptions): Promise<DistrictStore> {
  const kinds = kindsOf(options.types)
  const { dialect } = sql
  const always = (): boolean => true
  const write = <T>(steps: () => Steps<T>): Promise<T> => sql.write(steps, always)
  await write(() =>
    rebuildIndexes(kinds, options.build, dialect, type => indexKind(type, kinds, dialect)),
  )
  await write(() => beginCounted(options.build))
  let epoch = await write(epochOf)
  let counted = await sql.snapshot(() => isCounted(options.build))
  const turns = turnsOn(sql)
  const hasOneWriter = dialect.name === 'sqlite'
  const contextOf = (isRead: boolean) => ({ kinds, dialect, salt: options.salt(), isRead })
  return {
    kinds,
    read: ask => sql.snapshot(() => told(ask, kinds, dialect)),
    results: keys => sql.snapshot(() => resultsOf(keys, dialect)),
    commit: batch => turns.alone(() => commit(batch, contextOf(false))),
    together: works =>
      turns.together(
        works.map(
          work => () =>
            work({
              kinds,
              read: ask => told(ask, kinds, dialect),
              results: keys => resultsOf(keys, dialect),
              commit: batch => commit(batch, contextOf(hasOneWriter)),
            }),
        ),
      ),
    page: ask =>
      sql.snapshot(() =>
        page(ask, {
          kinds,
          dialect,
          secret: options.cursorSecret,
          before: options.cursorSecretsBefore ?? [],
          epoch,
          isCounted: counted,
        }),
      ),
    recount: async nowMs => {
      if (counted) return false
      const isMore = await write(() => recount(options.build, nowMs, kinds, dialect))
      counted = !isMore
      return isMore
    },
    compact: beforeMs => compact(sql, beforeMs),
    seen: streams => districtSeen(sql, kinds, streams),
    follow: (stream, after, limitRows) =>
      sql.snapshot(() => changesAfter(stream, after, limitRows)),
    tellAgain: (device, keys, nowMs) => write(() => tellAgain(device, keys, nowMs, dialect)),
    noteBlob: blob => write(() => noteBlob(blob)),
    blobsWith: sha => sql.snapshot(() => blobsWith(sha)),
    keptBy: owner => sql.snapshot(() => keptBy(owner)),
    ownerAfter: owner => sql.snapshot(() => ownerAfter(owner)),
    sweepUnused: (owner, named, nowMs, unusedMs) =>
      write(() => sweepUnused(owner, named, nowMs, unusedMs)),
    meta: name => sql.snapshot(() => metaOf(`own:${name}`)),
    setMeta: (name, value) => write(() => setMeta(`own:${name}`, value)),
    epoch: () => epoch,
    raiseEpoch: async () => {
      epoch = await write(function* () {
        // One more would come twice where one backup is brought back twice: computers would take the second life for the first.
        const raised = (yield* epochOf()) + 1 + Number.parseInt(options.salt().slice(0, 12), 16)
        yield* setMeta('epoch', String(raised))
        return raised
      })
      return epoch
    },
    audit: auditOn(sql),
    close: () => sql.close(),
  }
}

function* epochOf(): Steps<number> {
  const stored = yield* metaOf('epoch')
  if (stored === undefined) yield* setMeta('epoch', '1')
  return Number(stored ?? '1')
}

function* indexKind(type: AnyRecordType, kinds: Kinds, dialect: Dialect): Steps<void> {
  const sql = 'select key, v, rev, body, clocks from record where kind = ? order by key'
  for (const row of yield* query(sql, type.kind)) {
    const { rec } = recOf(row, kinds)
    yield* indexRecord(type, rec.id, rec, dialect)
  }
}

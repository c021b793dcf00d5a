import type { AnyRecordType } from '../../core/kit/record-type.ts'
import { Overtaken } from '../engine/execute.ts'
import type { Store } from '../engine/store.ts'
import { rebuildIndexes } from '../index-table/rebuild.ts'
import { metaOf, setMeta } from '../meta/meta.ts'
import { kindsOf } from '../records/kinds.ts'
import type { Seen } from '../seen.ts'
import type { Sql, Steps } from '../sql/steps.ts'
import type { PullReply } from '../wire.ts'
import type { Audit } from './audit-on.ts'
import { auditOn } from './audit-on.ts'
import type { Blob } from './blobs.ts'
import { blobsOf, blobsWith, forgetBlob, noteBlob } from './blobs.ts'
import { followCameBack, noteCameBack } from './came-back.ts'
import { commit } from './commit.ts'
import type { Compacted } from './compact.ts'
import { compact } from './compact.ts'
import { gather } from './gathered.ts'
import { leftOutOf } from './left-out.ts'
import { indexAnew } from './index-anew.ts'
import type { Lives } from './life.ts'
import { firstEpoch, isAheadOfStream, nextEpoch } from './life.ts'
import { eraseTraces } from './erase-traces.ts'
import { stillComesMs } from './still-to-come.ts'
import { changesAfter, isPutBack, page } from './page.ts'
import type { PageAsk } from './page.ts'
import type { PutBack } from './put-back.ts'
import { notePutBack, putBackOf, settlePutBack } from './put-back.ts'
import { resultsOf, told } from './read.ts'
import { forgetReaders, keepReader, readersOf } from './readers.ts'
import { beginCounted, isCounted, recount } from './recount.ts'
import { districtSeen } from './seen.ts'
import { tellAgain } from './tell-again.ts'
import { turnsOn } from './turns.ts'
import {
  dropBlob,
  keptBy,
  letGoOf,
  markLetGo,
  ownerAfter,
  sweepUnused,
  unmark,
} from './unused-blobs.ts'

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
  /** How long after a restore other computers may still bring what it lacked (ms); a week where it is not said. */
  readonly stillComesMs?: number
  /** Computers have been told more than the record holds: an older copy stands in its place, and nobody had said so. */
  onPutBack?(): void
  /** Something was made durable: the streams that moved by it, with their new last numbers. */
  onKept?(moved: ReadonlyMap<string, number>): void
}

/** A district's record: the engine's store, and what its other rooms need of it. */
export interface DistrictStore extends Store, Lives {
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
  /** Tells a device what these commands came to, where its stream does not: another one brought them, or it was forgotten. */
  tellAgain(device: string, keys: readonly string[], nowMs: number): Promise<void>
  /** Counts what streams show some records on (`recount`); whether more follow. To be called until it says no. */
  recount(nowMs: number): Promise<boolean>
  /** Forgets some of what left its streams, and of what commands came to, before `beforeMs` (`compact`). */
  compact(beforeMs: number): Promise<Compacted>
  noteBlob(blob: Blob): Promise<void>
  /** Several, with one flush, which others that write at that moment may share. */
  noteBlobs(blobs: readonly Blob[]): Promise<void>
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
  /** To be called after a restore from a backup: every device then starts again and sends again what was lost. */
  raiseEpoch(nowMs: number): Promise<number>
  /** When a restore that nobody told was noticed; `undefined`: never. */
  putBack(): Promise<PutBack | undefined>
  /** What a start does after a restore was done after that one. */
  settlePutBack(): Promise<void>
  readonly audit: Audit
  /** What of a person is still told by what their commands, and those about them, came to (`erase-traces.ts`). */
  eraseTraces(person: string, nowMs: number): Promise<void>
  /** The files that an owner keeps. */
  blobsOf(owner: string): Promise<readonly Blob[]>
  /** Files that an owner is to let go of, since the pieces that named them were deleted: SHA-256, until they are unmarked. */
  letGoOf(owner: string): Promise<readonly string[]>
  /** Forgets that an owner keeps a file, but not that it is to go. */
  dropBlob(sha: string, owner: string): Promise<void>
  markBlob(sha: string, owner: string): Promise<void>
  unmarkBlob(sha: string, owner: string): Promise<void>
  /** Forgets that an owner keeps a file. */
  forgetBlob(sha: string, owner: string): Promise<void>
  /** `Sql.rewrite`. */
  rewrite(): Promise<void>
  close(): Promise<void>
}

/** A district's store on an open, migrated database. */
export async function openDistrict(sql: Sql, options: DistrictOptions): Promise<DistrictStore> {
  const kinds = kindsOf(options.types)
  const { dialect } = sql
  const always = (): boolean => true
  const write = <T>(steps: () => Steps<T>): Promise<T> => sql.write(steps, always)
  await write(() =>
    rebuildIndexes(kinds, options.build, dialect, type => indexAnew(type, kinds, dialect)),
  )
  await write(() => beginCounted(options.build))
  let epoch = await write(epochOf)
  const comesMs = options.stillComesMs ?? stillComesMs
  const cameBack = await followCameBack(sql, comesMs)
  const readers = await sql.snapshot(readersOf)
  let counted = await sql.snapshot(() => isCounted(options.build))
  const leftOut = await sql.snapshot(() => leftOutOf(kinds, dialect))
  const context = { kinds, dialect, salt: () => options.salt() }
  const raise = async (nowMs: number, isSaid: boolean): Promise<number> => {
    const raised = await write(function* () {
      const next = nextEpoch(yield* epochOf(), options.salt())
      yield* setMeta('epoch', String(next))
      yield* forgetReaders()
      if (!isSaid) yield* notePutBack(nowMs)
      return { next, noted: yield* noteCameBack(nowMs, comesMs) }
    })
    epoch = raised.next
    cameBack.begin(raised.noted)
    readers.clear()
    return epoch
  }
  let raising: Promise<number> | undefined
  /** Begins another life once, however many computers show at the same moment that the last one is over. */
  const noticePutBack = async (of: number, nowMs: number): Promise<void> => {
    if (epoch !== of) return
    const isFirst = raising === undefined
    raising ??= raise(nowMs, false).finally(() => void (raising = undefined))
    await raising
    if (isFirst) options.onPutBack?.()
  }
  const turns = turnsOn(sql, () => {
    const within = gather(context)
    return {
      within,
      *finish() {
        const overtaken = yield* within.putDown()
        if (overtaken !== undefined) throw new Overtaken(overtaken)
      },
      kept: () => options.onKept?.(within.moved()),
    }
  })
  return {
    kinds,
    read: ask => sql.snapshot(() => told(ask, kinds, dialect)),
    results: keys => sql.snapshot(() => resultsOf(keys, dialect)),
    commit: batch => turns.alone(within => commit(batch, within)),
    together: works => turns.together(works),
    page: async ask => {
      const of = epoch
      const read = await sql.snapshot(() =>
        page(ask, {
          kinds,
          dialect,
          secret: options.cursorSecret,
          before: options.cursorSecretsBefore ?? [],
          epoch: of,
          isCounted: counted,
          leftOut,
        }),
      )
      if (read === isPutBack) await noticePutBack(of, ask.now)
      const reply: PullReply =
        read === isPutBack ? { from: ask.cursor, resync: 'epoch', now: ask.now, epoch } : read
      if ('resync' in reply || of !== epoch || !readers.note(ask, !reply.more)) return reply
      // A disk without room keeps nobody from reading.
      if ((await cameBack.look(ask.now)) !== undefined)
        await write(() => keepReader(ask.device, ask.now)).catch(() => undefined)
      return reply
    },
    recount: async nowMs => {
      if (counted) return false
      const { isMore, moved } = await write(() => recount(options.build, nowMs, kinds, dialect))
      options.onKept?.(moved)
      counted = !isMore
      return isMore
    },
    compact: beforeMs => compact(sql, beforeMs),
    seen: streams => districtSeen(sql, kinds, streams),
    follow: (stream, after, limitRows) =>
      sql.snapshot(() => changesAfter(stream, after, limitRows)),
    async tellAgain(device, keys, nowMs) {
      const moved = await write(() => tellAgain(device, keys, nowMs, dialect))
      options.onKept?.(moved)
    },
    noteBlob: blob => write(() => noteBlob(blob)),
    noteBlobs: async blobs => void (await turns.together(blobs.map(blob => () => noteBlob(blob)))),
    blobsWith: sha => sql.snapshot(() => blobsWith(sha)),
    keptBy: owner => sql.snapshot(() => keptBy(owner)),
    ownerAfter: owner => sql.snapshot(() => ownerAfter(owner)),
    sweepUnused: (owner, named, nowMs, unusedMs) =>
      write(() => sweepUnused(owner, named, nowMs, unusedMs)),
    meta: name => sql.snapshot(() => metaOf(`own:${name}`)),
    setMeta: (name, value) => write(() => setMeta(`own:${name}`, value)),
    epoch: () => epoch,
    knows: async (device, life) => {
      // Who was never restored has nothing to be told twice.
      if (life === undefined)
        return epoch === firstEpoch || readers.has(device) ? 'yes' : 'its pull tells'
      if (life.epoch !== epoch) return 'no'
      return (await sql.snapshot(() => isAheadOfStream(device, life))) ? 'its pull tells' : 'yes'
    },
    cameBack: nowMs => cameBack.look(nowMs),
    upToDateSince: device => readers.upToDateSince(device),
    raiseEpoch: nowMs => raise(nowMs, true),
    putBack: () => sql.snapshot(putBackOf),
    settlePutBack: () => write(settlePutBack),
    audit: auditOn(sql),
    eraseTraces: (person, nowMs) =>
      eraseTraces(person, {
        sql,
        kinds,
        nowMs,
        commit: batch => turns.alone(within => commit(batch, within)),
      }),
    blobsOf: owner => sql.snapshot(() => blobsOf(owner)),
    letGoOf: owner => sql.snapshot(() => letGoOf(owner)),
    dropBlob: (sha, owner) => write(() => dropBlob(sha, owner)),
    markBlob: (sha, owner) => write(() => markLetGo(sha, owner)),
    unmarkBlob: (sha, owner) => write(() => unmark(sha, owner)),
    forgetBlob: (sha, owner) => write(() => forgetBlob(sha, owner)),
    rewrite: () => sql.rewrite(),
    close: () => sql.close(),
  }
}

function* epochOf(): Steps<number> {
  const stored = yield* metaOf('epoch')
  if (stored === undefined) yield* setMeta('epoch', String(firstEpoch))
  return Number(stored ?? firstEpoch)
}

import type Database from 'better-sqlite3'
import type { Actor, AnyCommand } from '../../core/kit/command.ts'
import type { AnyRecordType, Json, Key, Rec } from '../../core/kit/record-type.ts'
import type { Blob } from '../district-store/blobs.ts'
import { noteBlob } from '../district-store/blobs.ts'
import { commandsOf } from '../engine/commands.ts'
import { metaOf, setMeta } from '../meta/meta.ts'
import { codeOf } from '../open/failure.ts'
import { kindsOf } from '../records/kinds.ts'
import type { Seen } from '../seen.ts'
import { runner, transaction } from '../sql/sqlite.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { PullReply, Push, PushReply } from '../wire.ts'
import { acknowledged } from './acknowledged.ts'
import type { Base } from './base.ts'
import type { CopyChecked } from './differing.ts'
import { arrivingRecords, copyChecked } from './differing.ts'
import { join } from './join.ts'
import type { Going, TakenBack } from './going.ts'
import { filesOfErased, forgetErased, noteFetched } from './forget-erased.ts'
import { goingAt, takeBack } from './going.ts'
import type { Pending, PendingState } from './outbox.ts'
import { outboxRowOf, outboxRows, outboxStates, waitingFor } from './outbox.ts'
import type { Performed, Together } from './perform.ts'
import { perform } from './perform.ts'
import type { Asked, PerformedAll } from './perform-all.ts'
import { performAll } from './perform-all.ts'
import type { PushLimits } from './push.ts'
import { leave } from './leave.ts'
import type { NamedFiles } from './named-files.ts'
import { namedFiles } from './named-files.ts'
import { nextPush, notePushReply, setClock } from './push.ts'
import { rebuildView } from './rebuild.ts'
import type { Rejoined } from './rejoin.ts'
import { rejoin } from './rejoin.ts'
import type { ReadBack, WaitingCommand } from './read-back.ts'
import { keysHere, readBack } from './read-back.ts'
import { confirmResync } from './resync.ts'
import type { ListPlace } from '../index-table/list.ts'
import type { WalkAsk } from '../index-table/walk.ts'
import type { Found } from './search.ts'
import { found, foundAlong, snippetsIn } from './search.ts'
import { letLogGrow } from './log-grows.ts'
import { learnWords } from './learn-words.ts'
import { isSearchDue } from './search-due.ts'
import type { Unsent, UnsentAsk } from './unsent.ts'
import { unsentIn } from './unsent.ts'
import { scrub } from './scrub.ts'
import { seed } from './seed.ts'
import { deviceSeen } from './seen.ts'
import type { Standing } from './standing.ts'
import { firstStanding, stand, standingOf } from './standing.ts'
import type { Taken } from './take-page.ts'
import { takePage } from './take-page.ts'

export interface DeviceOptions
  extends
    Pick<Base, 'opening' | 'searchText' | 'onDefect'>,
    Partial<Pick<Base, 'holdMs' | 'backFrom'>> {
  readonly types: readonly AnyRecordType[]
  readonly commands: readonly AnyCommand[]
  /** Names this program's build: another one makes index tables and search anew. */
  readonly build: string
  /** Who works here before a district is joined; used at the first start only. The device's name is random and for good. */
  readonly first: Actor
}

/** How many records' words are learnt in one transaction: a few milliseconds. */
const wordsRowsMax = 250

/** The record on one person's computer. Each call is one transaction and is finished when it returns. */
export interface DeviceStore {
  standing(): Standing
  /** Does what the person asked. `doneAtMs` by this computer's clock. */
  perform(name: string, input: unknown, doneAtMs: number, together?: Together): Performed
  /** Does several things as one: all of them, or, where one is refused or fails, none. */
  performAll(asked: readonly Asked[], doneAtMs: number): PerformedAll
  /** What has not left and may be taken back, oldest first. */
  going(nowMs: number): readonly Going[]
  /** Takes back what has not been sent, with all that was done as one with it. */
  takeBack(key: string): TakenBack
  readonly seen: Seen
  search(question: string, kinds: readonly string[], limit: number): readonly Found[]
  /** Where all hits of a walk stand, in its order. */
  searchAlong(
    question: string,
    type: AnyRecordType,
    ask: Pick<WalkAsk, 'along' | 'prefix'>,
  ): readonly ListPlace[]
  /** The words round the hits, by record. */
  snippets(question: string, kind: string, ids: readonly string[]): ReadonlyMap<string, string>
  /**
   * Makes some of what pulls have brought findable; whether there is more. A search does so by itself: to be called when
   * nobody waits, so that none has to.
   */
  learnWords(): boolean
  /** Files that are here, belong to records that fit, and are not marked as sent. */
  unsent(type: AnyRecordType, ask: UnsentAsk): readonly Unsent[]
  /** Roles as the district last told them. */
  setActor(actor: Actor): void
  join(actor: Actor): readonly Key[]
  /** Goes on under a new name, with all that waits. */
  rejoin(rejoined: Rejoined): void
  /** Takes in what waited on another computer of the same person, each command once. */
  readBack(commands: readonly WaitingCommand[]): ReadBack
  /** Those of these commands' keys that this computer knows already. */
  keysHere(keys: readonly string[]): ReadonlySet<string>
  /** Learns the district's time; `nowMs` is this computer's at the same moment. */
  noteTime(districtMs: number, nowMs: number): void
  seed(records: readonly Rec<object>[]): readonly Key[]
  /** `nowMs` by this computer's clock: what is held until later is left out. */
  nextPush(limits: PushLimits, nowMs: number): Push | undefined
  /**
   * To be called when the way to the district is open and before anything of a push is written to it: from now on it
   * can't be taken back. False: something in it was taken back meanwhile, and the push must not leave.
   */
  leave(push: Push): boolean
  /** `isTimely`: its time is that of now (absent: it is); one that was long on its way puts no clock right. */
  notePushReply(reply: PushReply, nowMs: number, isTimely?: boolean): void
  /** `asked`: the streams that the question of this reply wanted anew; absent: all that were wanted. `isTimely`: as above. */
  takePage(reply: PullReply, nowMs: number, asked?: readonly string[], isTimely?: boolean): Taken
  confirmResync(): void
  /** Reads a part of the copy through; `nowMs` by this computer's clock. Whether more of it follows today (`scrub`). */
  scrub(nowMs: number): boolean
  /** How many of the district's records are here, while the first of its pulls is on its way (`arrivingRecords`). */
  arriving(): number | undefined
  /** What was noticed of the copy of the district's records. */
  copyChecked(): CopyChecked
  /** Everything that the district has not settled, and what it refused. */
  outbox(): readonly Pending[]
  /** The states of the same, in order: cheap enough to be asked at each stroke. */
  outboxStates(): readonly PendingState[]
  /** How many commands wait in the district for the same. */
  waitingFor(on: string): number
  /** What went into the commands of a name that the district did for this computer (`acknowledged`). */
  acknowledged(name: string): readonly Json[]
  /** Takes a refused command away, once the person has read why. */
  dismiss(key: string): void
  noteBlob(blob: Blob): void
  /** What the files here are named by. */
  readonly files: NamedFiles
  /** A file was fetched to be looked at. */
  noteFetched(sha: string): void
  /** SHA-256 of the files that go with people who were erased (`filesOfErased`). */
  filesOfErased(people: ReadonlySet<string>): readonly string[]
  /** Lets go of what is left here of people who were erased. */
  forgetErased(people: ReadonlySet<string>, isErasable: (kind: string) => boolean): void
  /** Writes the file anew, so that nothing of what was taken away is left between what there is. */
  rewrite(): void
  /** A value of the device's own. */
  meta(name: string): string | undefined
  setMeta(name: string, value: string): void
  /** Several, with one flush. */
  setMetas(values: readonly (readonly [name: string, value: string])[]): void
  close(): void
}

/** A device's store on an open, migrated database. */
export function openDevice(db: Database.Database, options: DeviceOptions): DeviceStore {
  const run = runner(db)
  const base: Base = {
    db,
    run,
    kinds: kindsOf(options.types),
    commands: commandsOf(options.commands),
    opening: options.opening,
    searchText: options.searchText,
    holdMs: command => options.holdMs?.(command),
    backFrom: (...asked) => options.backFrom?.(...asked),
    onDefect: options.onDefect,
  }
  const write = <T>(steps: () => Steps<T>): T => transaction(db, () => run(steps()))
  const learn = () => run(isSearchDue()) && write(() => learnWords(wordsRowsMax, base))
  /** A search finds all that is here, whatever has come a moment ago. */
  const searched = <T>(steps: Steps<T>): T => {
    try {
      while (learn()) continue
    } catch (error) {
      // A full disk: what came last is found once there is room, everything else now.
      if (codeOf(error) === undefined) throw error
    }
    return run(steps)
  }
  write(() => firstStanding(options.first))
  write(() => rebuildView(base, options.build))
  return {
    standing: () => run(standingOf()),
    perform: (name, input, doneAtMs, together) =>
      write(() => perform(name, input, { doneAt: doneAtMs, ...together }, base)),
    performAll: (asked, doneAtMs) =>
      transaction(
        db,
        () => run(performAll(asked, doneAtMs, base)),
        ({ did }) => did === 'all',
      ),
    going: nowMs => run(goingAt(nowMs)),
    takeBack: key =>
      transaction(
        db,
        () => run(takeBack(key, base)),
        taken => taken.took === 'back',
      ),
    // One connection and steps that never pause: what is read together belongs together.
    seen: deviceSeen(base, steps => run(steps())),
    search: (question, kinds, limit) => searched(found(question, kinds, limit)),
    searchAlong: (question, type, ask) => searched(foundAlong(question, type, ask)),
    snippets: (question, kind, ids) => searched(snippetsIn(question, kind, ids)),
    learnWords: learn,
    unsent: (type, ask) => run(unsentIn(type, ask)),
    setActor: actor => void write(() => stand({ actor })),
    join: actor => [...write(() => join(actor, base))],
    rejoin: rejoined => write(() => rejoin(rejoined)),
    readBack: commands => write(() => readBack(commands, base)),
    keysHere: keys => run(keysHere(keys)),
    noteTime: (districtMs, nowMs) => write(() => setClock(districtMs, nowMs)),
    seed: records => [...write(() => seed(records, base))],
    nextPush: (limits, nowMs) => write(() => nextPush(limits, nowMs)),
    leave: push => write(() => leave(push)),
    notePushReply: (reply, nowMs, isTimely) =>
      write(() => notePushReply(reply, nowMs, base, isTimely)),
    takePage(reply, nowMs, asked, isTimely) {
      // Before the last page is kept: its log is moved once there is time for it.
      letLogGrow(db, true)
      try {
        return write(() => takePage(reply, nowMs, base, asked, isTimely))
      } finally {
        if (!('more' in reply) || !reply.more) letLogGrow(db, false)
      }
    },
    confirmResync: () => write(confirmResync),
    scrub: nowMs =>
      write(function* () {
        const { skewMs } = yield* standingOf()
        return yield* scrub(nowMs + skewMs, base.kinds)
      }),
    arriving: () => run(arrivingRecords()),
    copyChecked: () => run(copyChecked()),
    outbox: () => run(outboxRows()),
    outboxStates: () => run(outboxStates()),
    waitingFor: on => run(waitingFor(on)),
    acknowledged: name => run(acknowledged(name)),
    dismiss: key => write(() => dismiss(key)),
    noteBlob: blob => write(() => noteBlob(blob)),
    files: namedFiles(steps => write(() => steps)),
    noteFetched: sha => write(() => noteFetched(sha)),
    filesOfErased: people => run(filesOfErased(people)),
    forgetErased: (people, isErasable) => write(() => forgetErased(people, base, isErasable)),
    rewrite() {
      while (learn()) continue
      // What is found no more still stands in the search's own pages until they are merged.
      db.exec("insert into search (search) values ('optimize')")
      db.exec('vacuum')
      db.pragma('wal_checkpoint(truncate)')
    },
    meta: name => run(metaOf(`own:${name}`)),
    setMeta: (name, value) => write(() => setMeta(`own:${name}`, value)),
    setMetas: values =>
      write(function* () {
        for (const [name, value] of values) yield* setMeta(`own:${name}`, value)
      }),
    close: () => {
      db.close()
    },
  }
}

function* dismiss(key: string): Steps<void> {
  const row = yield* outboxRowOf(key)
  if (row?.state === 'refused') yield* query('delete from outbox where n = ?', row.n)
}

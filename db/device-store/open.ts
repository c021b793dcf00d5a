import type Database from 'better-sqlite3'
import type { Actor, AnyCommand } from '../../core/kit/command.ts'
import type { AnyRecordType, Key, Rec } from '../../core/kit/record-type.ts'
import type { Blob } from '../district-store/blobs.ts'
import { noteBlob } from '../district-store/blobs.ts'
import { commandsOf } from '../engine/commands.ts'
import { metaOf, setMeta } from '../meta/meta.ts'
import { kindsOf } from '../records/kinds.ts'
import type { Seen } from '../seen.ts'
import { runner, transaction } from '../sql/sqlite.ts'
import type { Steps } from '../sql/steps.ts'
import { query } from '../sql/steps.ts'
import type { PullReply, Push, PushReply } from '../wire.ts'
import type { Base } from './base.ts'
import { join } from './join.ts'
import type { Pending, PendingState } from './outbox.ts'
import { outboxRowOf, outboxRows, outboxStates } from './outbox.ts'
import type { Performed } from './perform.ts'
import { perform } from './perform.ts'
import type { PushLimits } from './push.ts'
import { nextPush, notePushReply } from './push.ts'
import { rebuildView } from './rebuild.ts'
import { confirmResync } from './resync.ts'
import type { Found } from './search.ts'
import { found } from './search.ts'
import { seed } from './seed.ts'
import { deviceSeen } from './seen.ts'
import type { Standing } from './standing.ts'
import { firstStanding, stand, standingOf } from './standing.ts'
import type { Taken } from './take-page.ts'
import { takePage } from './take-page.ts'

export interface DeviceOptions extends Pick<Base, 'searchText' | 'onDefect'> {
  readonly types: readonly AnyRecordType[]
  readonly commands: readonly AnyCommand[]
  /** Names this program's build: another one makes index tables and search anew. */
  readonly build: string
  /** Who works here before a district is joined; used at the first start only. The device's name is random and for good. */
  readonly first: Actor
}

/** The record on one person's computer. Each call is one transaction and is finished when it returns. */
export interface DeviceStore {
  standing(): Standing
  /** Does what the person asked. `doneAtMs` by this computer's clock. */
  perform(name: string, input: unknown, doneAtMs: number): Performed
  readonly seen: Seen
  search(question: string, kinds: readonly string[], limit: number): readonly Found[]
  /** Roles as the district last told them. */
  setActor(actor: Actor): void
  join(actor: Actor): readonly Key[]
  seed(records: readonly Rec<object>[]): readonly Key[]
  nextPush(limits: PushLimits): Push | undefined
  notePushReply(reply: PushReply, nowMs: number): void
  takePage(reply: PullReply, nowMs: number): Taken
  confirmResync(): void
  /** Everything that the district has not settled, and what it refused. */
  outbox(): readonly Pending[]
  /** The states of the same, in order: cheap enough to be asked at each stroke. */
  outboxStates(): readonly PendingState[]
  /** Takes a refused command away, once the person has read why. */
  dismiss(key: string): void
  noteBlob(blob: Blob): void
  /** A value of the device's own. */
  meta(name: string): string | undefined
  setMeta(name: string, value: string): void
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
    searchText: options.searchText,
    onDefect: options.onDefect,
  }
  const write = <T>(steps: () => Steps<T>): T => transaction(db, () => run(steps()))
  write(() => firstStanding(options.first))
  write(() => rebuildView(base, options.build))
  return {
    standing: () => run(standingOf()),
    perform: (name, input, doneAtMs) => write(() => perform(name, input, doneAtMs, base)),
    // One connection and steps that never pause: what is read together belongs together.
    seen: deviceSeen(base, steps => run(steps())),
    search: (question, kinds, limit) => run(found(question, kinds, limit)),
    setActor: actor => void write(() => stand({ actor })),
    join: actor => [...write(() => join(actor, base))],
    seed: records => [...write(() => seed(records, base))],
    nextPush: limits => write(() => nextPush(limits)),
    notePushReply: (reply, nowMs) => write(() => notePushReply(reply, nowMs)),
    takePage: (reply, nowMs) => write(() => takePage(reply, nowMs, base)),
    confirmResync: () => write(confirmResync),
    outbox: () => run(outboxRows()),
    outboxStates: () => run(outboxStates()),
    dismiss: key => write(() => dismiss(key)),
    noteBlob: blob => write(() => noteBlob(blob)),
    meta: name => run(metaOf(`own:${name}`)),
    setMeta: (name, value) => write(() => setMeta(`own:${name}`, value)),
    close: () => {
      db.close()
    },
  }
}

function* dismiss(key: string): Steps<void> {
  const row = yield* outboxRowOf(key)
  if (row?.state === 'refused') yield* query('delete from outbox where n = ?', row.n)
}

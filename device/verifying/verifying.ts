import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../db/open/failure.ts'
import type { Batches } from '../../db/verifying-store/batches.ts'
import { batchesIn } from '../../db/verifying-store/batches.ts'
import { comingIn } from '../../db/verifying-store/coming.ts'
import type { AgainWhich, Inputs } from '../../db/verifying-store/inputs.ts'
import { inputsIn } from '../../db/verifying-store/inputs.ts'
import type { VerifyingFile } from '../../db/verifying-store/open.ts'
import { openVerifyingFile } from '../../db/verifying-store/open.ts'
import type { Snapshot } from '../../db/verifying-store/snapshot.ts'
import { openSnapshot } from '../../db/verifying-store/snapshot.ts'
import type { TrustBundle } from 'open-badges-validator-core/verify'
import { verifyingLimits } from '../../contract/device/verifying.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { Stopped } from './checker.ts'
import { startChecker } from './checker.ts'
import { knowledgeOf } from './knowledge.ts'
import type { Coming } from './coming.ts'
import { startComing } from './coming.ts'
import { forgotten } from './forgotten.ts'
import type { Room } from './room.ts'
import { roomIn } from './room.ts'

/** So many things that were left out are kept and told by name; of all it is told how many. */
export const leftOutKeptMax = 200
/** Progress is told so often at most (ms). */
const tellEveryMs = 250

export interface VerifyingParts {
  /** The person's folder. */
  readonly folder: string
  /** The key of its lock, where what is written is sealed. */
  readonly key: Uint8Array | undefined
  clock(): number
  /** What is known, with the newest status lists that were ever gone by. */
  bundle(): Promise<TrustBundle>
  /** When status lists were made that were gone by just now. */
  onLists(lists: Iterable<readonly [url: string, madeAt: number]>): void
  onDefect(error: unknown, where: string): void
  /** Other programs and times, for trials. */
  readonly program?: URL
  readonly silentMsMax?: number
  readonly heapMbMax?: number
  freeBytes?(): Promise<number>
}

/** Checking can't go on: what waits stays waiting, until something is added or asked again. */
export interface Failed {
  readonly failed: 'disk_full' | 'folder_read_only' | 'internal'
}

/** What happened to a batch. `closed`: the records are. */
export type Happened = 'checked' | 'rest' | 'closed' | Failed

/** Verify on this computer: batches, their inputs, and the checking of them. */
export interface Verifying {
  readonly batches: Pick<Batches, 'get' | 'all' | 'rename' | 'leftOut' | 'leaveOut' | 'coming'>
  readonly inputs: Omit<Inputs, 'answer' | 'stop' | 'again' | 'bytes' | 'waiting'>
  readonly coming: Pick<Coming, 'begin' | 'get' | 'touch'>
  readonly room: Room
  /** Why what was checked before this run could not be read and is gone. */
  readonly begunAnew: VerifyingFile['begunAnew']
  /** Where a zip is kept while it is read, and the key it is sealed with. */
  readonly spool: { path(): string; readonly key: Uint8Array | undefined }
  /** Throws `lists_full`. What it forgets for another: lists of one badge alone. */
  begin(name: string): string
  remove(batch: string): void
  /** Somebody looks at Verify: what takes time to start is started. */
  warm(): void
  /** Something was added. */
  nudge(): void
  stop(batch: string): void
  again(batch: string, which: AgainWhich): void
  /** Whether anything of a batch waits, or is on its way. */
  waits(batch: string): boolean
  /** Why what waits of a batch is not being checked; `undefined` where it is. */
  standsStill(batch: string): Failed | undefined
  /** All of it as it stands now, for a report. Whoever asks closes it; closing Verify does too. */
  snapshot(): Snapshot
  /** Told a few times a second while a batch is checked. Returns how to listen no more. */
  listen(batch: string, told: (happened: Happened) => void): () => void
  close(): Promise<void>
}

export const verifyingFileIn = (folder: string): string => join(folder, 'verifying.sqlite')

/** Takes away zips that an earlier run was still reading. */
export const clearSpool = (folder: string): void =>
  rmSync(join(folder, 'verifying'), { recursive: true, force: true })

/** Opens what Verify keeps in a folder; what still waits from an earlier run is checked. */
export function openVerifying(parts: VerifyingParts): Verifying {
  const { folder, key, clock } = parts
  const { db, begunAnew } = openVerifyingFile(verifyingFileIn(folder), key)
  if (begunAnew !== undefined)
    parts.onDefect(new Error(`the file of Verify was ${begunAnew}; begun anew`), 'verifying')
  const batches = batchesIn(db)
  const inputs = inputsIn(db)
  const listeners = new Map<string, Set<(happened: Happened) => void>>()
  const due = new Map<string, NodeJS.Timeout>()
  const snapshots = new Set<Snapshot>()

  const tell = (batch: string, happened: Happened) => {
    for (const told of listeners.get(batch) ?? []) told(happened)
  }
  const tellSoon = (batch: string) => {
    if (due.has(batch) || !listeners.has(batch)) return
    const timer = setTimeout(() => {
      due.delete(batch)
      tell(batch, 'checked')
    }, tellEveryMs)
    due.set(batch, timer)
  }
  let failed: Failed | undefined
  const coming = startComing({
    rows: comingIn(db),
    onBroken(batch, name) {
      const left = { name, code: 'broken_off', facts: '{}' }
      batches.leaveOut(batch, left, 1, leftOutKeptMax)
    },
    // A batch that has nothing else to check is then at rest.
    onEnd: () => checker.nudge(),
    onDefect: parts.onDefect,
  })
  const hasWaiting = (batch: string) =>
    inputs.counts(batch).some(({ state }) => state === 'waiting')
  const waits = (batch: string) => hasWaiting(batch) || coming.isComing(batch)
  const tellRest = (stopped: Stopped | undefined) => {
    failed = stopped === undefined ? undefined : failedBy(stopped.error)
    for (const batch of listeners.keys())
      if (!waits(batch)) tell(batch, 'rest')
      else if (failed !== undefined) tell(batch, failed)
  }
  const checker = startChecker({
    inputs,
    async known() {
      const { name, documents, issuers, ...more } = await parts.bundle()
      const { keys = [], registries = [], newestLists = new Map() } = more
      const bundle = { name, documents, issuers, keys, registries, newestLists }
      return { at: clock(), knowledge: knowledgeOf(bundle), bundle }
    },
    onLists: lists => parts.onLists(lists),
    onAnswered(batch, addedMs) {
      batches.noteChecked(batch, clock(), addedMs)
      tellSoon(batch)
    },
    onRest: tellRest,
    onDefect: parts.onDefect,
    ...(parts.program === undefined ? {} : { program: parts.program }),
    ...(parts.heapMbMax === undefined ? {} : { heapMbMax: parts.heapMbMax }),
    ...(parts.silentMsMax === undefined ? {} : { silentMsMax: parts.silentMsMax }),
  })
  checker.nudge()
  const nudge = () => {
    failed = undefined
    checker.nudge()
  }
  const remove = (batch: string) => {
    inputs.stop(batch)
    coming.stop(batch)
    checker.drop(batch)
    batches.remove(batch)
    tell(batch, 'rest')
  }

  return {
    batches,
    inputs,
    coming,
    begunAnew,
    room: roomIn(folder, batches.keptBytes, parts.freeBytes?.bind(parts)),
    spool: {
      key,
      path() {
        const spool = join(folder, 'verifying')
        mkdirSync(spool, { recursive: true, mode: 0o700 })
        return join(spool, randomUUID())
      },
    },
    begin(name) {
      const id = randomUUID()
      const gone = forgotten(batches.all(), waits)
      if (gone === undefined)
        throw new DoorRefusal('lists_full', { max: verifyingLimits.batchesMax })
      for (const old of gone) remove(old)
      batches.begin({ id, name, begunAt: clock() })
      checker.warm()
      return id
    },
    remove,
    warm: () => checker.warm(),
    nudge,
    stop(batch) {
      inputs.stop(batch)
      coming.stop(batch)
      checker.drop(batch)
      if (!waits(batch)) tell(batch, 'rest')
    },
    again(batch, which) {
      failed = undefined
      inputs.again(batch, which)
      checker.renew()
    },
    standsStill: batch => (hasWaiting(batch) ? failed : undefined),
    waits,
    snapshot() {
      const snapshot = openSnapshot(verifyingFileIn(folder), key)
      snapshots.add(snapshot)
      return {
        ...snapshot,
        close() {
          snapshots.delete(snapshot)
          snapshot.close()
        },
      }
    },
    listen(batch, told) {
      const those = listeners.get(batch) ?? new Set()
      listeners.set(batch, those.add(told))
      return () => {
        those.delete(told)
        if (those.size === 0) listeners.delete(batch)
      }
    },
    async close() {
      for (const timer of due.values()) clearTimeout(timer)
      for (const batch of [...listeners.keys()]) tell(batch, 'closed')
      // What is on its way stays written down: the next start tells that it broke off.
      coming.close()
      await checker.close()
      for (const snapshot of snapshots) snapshot.close()
      db.close()
      clearSpool(folder)
    },
  }
}

function failedBy(error: unknown): Failed {
  const code = codeOf(error)
  return { failed: code === 'disk_full' || code === 'folder_read_only' ? code : 'internal' }
}

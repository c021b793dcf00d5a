import type Database from 'better-sqlite3'
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Batches } from '../../db/verifying-store/batches.ts'
import { batchesIn } from '../../db/verifying-store/batches.ts'
import type { AgainWhich, Inputs } from '../../db/verifying-store/inputs.ts'
import { inputsIn } from '../../db/verifying-store/inputs.ts'
import { openVerifyingFile } from '../../db/verifying-store/open.ts'
import type { TrustBundle } from 'open-badges-validator-core/verify'
import { verifyingLimits } from '../../contract/device/verifying.ts'
import { startChecker } from './checker.ts'

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
}

/** What happened to a batch. `failed`: checking can't go on; `closed`: the records are. */
export type Happened = 'checked' | 'rest' | 'failed' | 'closed'

/** Verify on this computer: batches, their inputs, and the checking of them. */
export interface Verifying {
  readonly batches: Pick<Batches, 'get' | 'all' | 'rename' | 'leftOut' | 'leaveOut'>
  readonly inputs: Omit<Inputs, 'answer' | 'stop' | 'again' | 'bytes' | 'waiting'>
  /** Where a zip is kept while it is read, and the key it is sealed with. */
  readonly spool: { path(): string; readonly key: Uint8Array | undefined }
  begin(name: string): string
  remove(batch: string): void
  /** Something was added. */
  nudge(): void
  stop(batch: string): void
  again(batch: string, which: AgainWhich): void
  /** Whether anything of a batch waits. */
  waits(batch: string): boolean
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
  const db: Database.Database = openVerifyingFile(verifyingFileIn(folder), key)
  const batches = batchesIn(db)
  const inputs = inputsIn(db)
  const listeners = new Map<string, Set<(happened: Happened) => void>>()
  const due = new Map<string, NodeJS.Timeout>()

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
  const waits = (batch: string) => inputs.counts(batch).some(({ state }) => state === 'waiting')
  const tellRest = (failed: boolean) => {
    for (const batch of listeners.keys())
      if (!waits(batch)) tell(batch, 'rest')
      else if (failed) tell(batch, 'failed')
  }
  const checker = startChecker({
    inputs,
    async known() {
      const { name, documents, issuers, keys = [], newestLists = new Map() } = await parts.bundle()
      return { at: clock(), bundle: { name, documents, issuers, keys, newestLists } }
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

  return {
    batches,
    inputs,
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
      for (const { id: old } of batches.all().slice(verifyingLimits.batchesMax - 1))
        batches.remove(old)
      batches.begin({ id, name, begunAt: clock() })
      return id
    },
    remove(batch) {
      inputs.stop(batch)
      checker.drop(batch)
      batches.remove(batch)
      tell(batch, 'rest')
    },
    nudge: () => checker.nudge(),
    stop(batch) {
      inputs.stop(batch)
      checker.drop(batch)
      tell(batch, 'rest')
    },
    again(batch, which) {
      inputs.again(batch, which)
      checker.renew()
    },
    waits,
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
      await checker.close()
      db.close()
      clearSpool(folder)
    },
  }
}

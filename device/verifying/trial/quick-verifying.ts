import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { emptyBundle } from 'open-badges-validator-core/verify'
import type { Verifying, VerifyingParts } from '../verifying.ts'
import { openVerifying } from '../verifying.ts'
import { answeringWorker } from './answering-worker.ts'

/** Verify over a folder of its own, with a worker that answers at once and checks nothing. */
export interface QuickVerifying {
  readonly folder: string
  readonly defects: readonly unknown[]
  /** How often a run was begun. */
  begins(): number
  open(parts?: Partial<VerifyingParts>, eachMs?: number): Verifying
  close(): Promise<void>
}

/** Nothing is open yet. */
export function quickVerifying(): QuickVerifying {
  const folder = mkdtempSync(join(tmpdir(), 'meritfolio-verifying-'))
  const opened: Verifying[] = []
  const defects: unknown[] = []
  let begins = 0
  return {
    folder,
    defects,
    begins: () => begins,
    open(parts = {}, eachMs = 0) {
      const made = openVerifying({
        folder,
        key: undefined,
        clock: () => 1,
        bundle: async () => emptyBundle,
        // So the worker tells that a run was begun.
        onLists: () => void (begins += 1),
        onDefect: error => void defects.push(error),
        program: answeringWorker(folder, eachMs),
        ...parts,
      })
      opened.push(made)
      return made
    },
    async close() {
      for (const one of opened) await one.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A badge's bytes, as far as anybody looks here. */
export const small = Buffer.from('{"a": 1}')

/** Puts so many inputs into a batch. */
export function fill(of: Verifying, batch: string, count: number): void {
  of.inputs.together(() => {
    for (let at = 0; at < count; at += 1)
      of.inputs.add(batch, { name: `${at}`, bytes: small }, 10_000)
  })
  of.nudge()
}

/** Until nothing of a batch waits or comes. */
export async function rest(of: Verifying, batch: string): Promise<void> {
  while (of.waits(batch)) await wait(5)
}

import { existsSync, renameSync, rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { isPlain } from '../../db/open/connect.ts'
import { codeOf, isDamage } from '../../db/open/failure.ts'
import type { OpenFailure } from '../../db/open/failure.ts'
import { reEncrypt } from '../../db/open/re-encrypt.ts'
import { removeVerifyingFile } from '../../db/verifying-store/open.ts'
import { BlobDamaged } from '../evidence/blob-reader.ts'
import type { BlobStore, Sealing } from '../evidence/blob-store.ts'
import { sealKeyFile, unsealKeyFile } from '../keys/sealed-key-file.ts'
import { keyFileIn } from '../place/key-file-in.ts'
import { databaseIn } from '../place/records.ts'
import { clearSpool, verifyingFileIn } from '../verifying/verifying.ts'
import { copiesIn, keptOtherwise } from './kept-files.ts'

type OnDefect = (error: unknown, where: string) => void

/**
 * Brings a closed folder's records, their copies and the device's key into the form that the lock says, each by itself:
 * what one of them meets stops none of the others. Goes on where a stop has left it. Never throws.
 *
 * @returns why something is still kept otherwise; `undefined` when nothing is.
 */
export function convertRecords(
  folder: string,
  sealing: Sealing,
  onDefect: OnDefect,
): OpenFailure | undefined {
  let problem: OpenFailure | undefined
  const each = (work: () => void) => {
    try {
      work()
    } catch (error) {
      const code = codeOf(error)
      if (code === undefined) onDefect(error, 'lock')
      problem ??= code ?? 'cannot_open'
    }
  }
  const { key, writes } = sealing
  const converted = (path: string) =>
    writes ? reEncrypt(path, undefined, key) : reEncrypt(path, key, undefined)
  each(() => converted(databaseIn(folder)))
  // What is damaged may only be put aside by somebody whose key has just opened the records themselves.
  const isProven = problem === undefined
  for (const path of copiesIn(folder)) each(() => convertCopy(path, isProven, converted))
  each(() => {
    clearSpool(folder)
    convertVerifying(verifyingFileIn(folder), isProven, converted)
  })
  each(() => {
    if (writes) sealKeyFile(keyFileIn(folder), key)
    else if (isProven) unsealKeyFile(keyFileIn(folder), key)
  })
  if (keptOtherwise(folder, sealing).length > 0) problem ??= 'cannot_open'
  return problem
}

/**
 * A damaged copy is nothing to go back to. In the clear it goes, as it would be read by a thief; one that was sealed is
 * put aside under another name.
 */
function convertCopy(path: string, isProven: boolean, converted: (path: string) => void): void {
  try {
    converted(path)
  } catch (error) {
    if (!isDamage(error) || !isProven) throw error
    if (isPlain(path)) rmSync(path, { force: true })
    else renameSync(path, `${path}.damaged`)
  }
}

/** What Verify keeps can be handed in again: damaged, it goes. */
function convertVerifying(
  path: string,
  isProven: boolean,
  converted: (path: string) => void,
): void {
  try {
    converted(path)
  } catch (error) {
    if (!isDamage(error) || !isProven) throw error
    removeVerifyingFile(path)
  }
}

/** How many files still wait for their turn, and how many could not be read or written. */
interface Left {
  readonly left: number
  readonly stuck: number
}

/** After so long what could not be read or written is tried again (ms). */
const againMs = 60_000

/**
 * Brings the evidence into the same form, file by file, beside the person's work. One that can't be read or written now
 * holds up none of the others; it is tried again, for as long as the place is open. Ends early with `signal`, and goes
 * on at the next start.
 *
 * @returns whether nothing is left to do.
 */
export async function convertFiles(
  blobs: BlobStore,
  told: { onLeft(left: Left): void; onDefect: OnDefect },
  signal: AbortSignal,
): Promise<boolean> {
  for (;;) {
    const stuck = await convertedOnce(blobs, told, signal)
    if (signal.aborted) return false
    if (stuck === 0) return true
    // Ended by the signal: seen at the next turn.
    await wait(againMs, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

async function convertedOnce(
  blobs: BlobStore,
  { onLeft, onDefect }: Parameters<typeof convertFiles>[1],
  signal: AbortSignal,
): Promise<number> {
  const paths = blobs.misplaced()
  let stuck = 0
  for (const [at, path] of paths.entries()) {
    if (signal.aborted) return stuck
    onLeft({ left: paths.length - at + stuck, stuck })
    try {
      await blobs.putRight(path)
    } catch (error) {
      // Damaged, it opens with no key: there is nothing in it that could be put right.
      if (error instanceof BlobDamaged) continue
      // The same file was added again meanwhile, in the form it is to have: the old copy went.
      if (!existsSync(path)) continue
      if (stuck === 0) onDefect(error, 'lock')
      stuck++
    }
  }
  onLeft({ left: stuck, stuck })
  return stuck
}

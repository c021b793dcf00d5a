import { DoorRefusal } from '../door/refused.ts'
import { convertFiles, convertRecords } from '../lock/convert.ts'
import type { Keychain } from '../lock/key-copies.ts'
import { keptOtherwise, wasSealed } from '../lock/kept-files.ts'
import type { Lock } from '../lock/lock.ts'
import { lockIn } from '../lock/lock.ts'
import { removeLeftovers } from './leftovers.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Place, PlaceParts } from './place.ts'
import { openPlace } from './place.ts'
import type { RecordsFailure } from './records.ts'

/** Why a person's own folder can't be opened. `lock_unreadable`, `lock_missing`: of its lock file. */
export type OwnFailure = RecordsFailure | 'lock_unreadable' | 'lock_missing'

/** A person's own folder, behind its lock. */
export interface OwnPlace {
  readonly lock: Pick<Lock, 'isShut' | 'said' | 'begin'>
  /** Throws the door's refusal `locked` while it is shut, or while its lock is being set or taken away. */
  current(): Place
  /** Opens the lock for this run. */
  unlock(word: string): Promise<void>
  /** Locks the records; the evidence is sealed beside the person's work. Locked already: changes what opens the lock. */
  setLock(given: Parameters<Lock['set']>[0]): Promise<void>
  takeLock(): Promise<void>
  /** Closes and opens the folder: it goes on under another name and key. */
  reopen(): Promise<void>
  close(): Promise<void>
}

/** Opens the folder, or leaves it shut until a person opens its lock, or says why it can't be opened. */
export async function openOwnPlace(
  folder: string,
  parts: PlaceParts,
  keychain: Keychain | undefined,
): Promise<OwnPlace | { readonly failed: OwnFailure }> {
  const lock = await lockIn({ folder, ...(keychain === undefined ? {} : { keychain }) })
  if (lock === 'unreadable') return { failed: 'lock_unreadable' }
  if (lock.said().state === 'none' && wasSealed(folder)) return { failed: 'lock_missing' }
  // Also while it is shut: what a killed program left half written may be readable.
  removeLeftovers(folder)
  await lock.openByKeychain()
  let place: Place | undefined
  let converting: { readonly stop: AbortController; readonly done: Promise<void> } | undefined
  let isEnded = false
  let isChanging = false
  const turn = oneAtATime()

  const open = (): RecordsFailure | undefined => {
    const sealing = lock.sealing()
    if (sealing === undefined) return opened()
    if (keptOtherwise(folder, sealing).length > 0) lock.goOn()
    // What could not be brought into its form is opened as it is, and told; the next start tries again.
    const problem = convertRecords(folder, sealing, parts.onDefect)
    lock.setProblem(problem)
    const failed = opened()
    if (failed !== undefined || place === undefined) return failed
    if (place.blobs.misplaced().length > 0) lock.goOn()
    if (lock.said().state !== 'locked') converting = begunConverting(place)
    return undefined
  }
  const opened = (): RecordsFailure | undefined => {
    const made = openPlace(folder, parts, lock.sealing())
    if ('failed' in made) return made.failed
    place = made
    return undefined
  }
  const begunConverting = ({ blobs }: Place) => {
    const stop = new AbortController()
    const { onDefect } = parts
    const onLeft = ({ left, stuck }: { left: number; stuck: number }) =>
      lock.setFilesLeft(left, stuck)
    const done = convertFiles(blobs, { onLeft, onDefect }, stop.signal)
      .then(isWhole => {
        const sealing = lock.sealing()
        if (!isWhole || sealing === undefined) return
        // Neither called locked while something is readable, nor without its key while something is sealed.
        if (lock.said().problem === undefined && keptOtherwise(folder, sealing).length === 0)
          lock.finish()
      })
      .catch((error: unknown) => onDefect(error, 'lock'))
    return { stop, done }
  }
  const close = async () => {
    converting?.stop.abort()
    await converting?.done
    converting = undefined
    const open = place
    place = undefined
    await open?.close()
  }
  const openAgain = () => {
    if (isEnded || place !== undefined || lock.isShut()) return
    const failed = open()
    if (failed === undefined) return
    const isSaid = failed === 'disk_full' || failed === 'folder_read_only' || failed === 'newer'
    throw new DoorRefusal(isSaid ? failed : 'internal')
  }
  /** Closes, changes the lock, and opens again whatever comes of it. */
  const reopened = async (change: () => void) => {
    isChanging = true
    try {
      await close()
      change()
    } finally {
      isChanging = false
      openAgain()
    }
  }
  const refuseWhereOnlyShown = () => {
    // From a copy that is only shown nothing can be made anew.
    if (place?.readOnly !== undefined) throw new DoorRefusal('read_only')
  }
  if (!lock.isShut()) {
    const failed = open()
    if (failed !== undefined) return { failed }
  }
  return {
    lock,
    current() {
      // What could not be opened again after a change is tried at the next question.
      if (!isChanging) openAgain()
      if (place === undefined) throw new DoorRefusal('locked')
      return place
    },
    unlock: word =>
      turn(async () => {
        await lock.openByWord(word)
        openAgain()
      }),
    setLock: given =>
      turn(async () => {
        refuseWhereOnlyShown()
        const before = lock.said().state
        const mustSeal = before === 'none' || before === 'opening'
        await lock.set(given)
        // Another passphrase and code for a lock that stays: everything stays as it is kept.
        if (mustSeal) await reopened(() => undefined)
      }),
    takeLock: () =>
      turn(async () => {
        refuseWhereOnlyShown()
        if (!lock.mayTake()) throw new DoorRefusal('not_allowed')
        // What is still being sealed is stopped first; the way back covers both forms.
        await reopened(() => lock.take())
      }),
    reopen: () => turn(() => reopened(() => undefined)),
    close: () =>
      turn(async () => {
        isEnded = true
        await close()
      }),
  }
}

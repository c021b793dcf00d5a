import type { OpenFailure } from '../../db/open/failure.ts'
import { codeOf } from '../../db/open/failure.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { Sealing } from '../evidence/blob-store.ts'
import { convertFiles, convertRecords } from '../lock/convert.ts'
import type { Keychain } from '../lock/key-copies.ts'
import type { Lock } from '../lock/lock.ts'
import { lockIn } from '../lock/lock.ts'
import type { Place, PlaceParts } from './place.ts'
import { openPlace } from './place.ts'

/** A person's own folder, behind its lock. */
export interface OwnPlace {
  readonly lock: Pick<Lock, 'isShut' | 'said' | 'begin'>
  /** Throws the door's refusal `locked` while it is shut. */
  current(): Place
  /** Opens the lock for this run. */
  unlock(word: string): Promise<void>
  /** Locks the records; the evidence is sealed beside the person's work. */
  setLock(given: Parameters<Lock['set']>[0]): Promise<void>
  takeLock(): Promise<void>
  close(): Promise<void>
}

/** Opens the folder, or leaves it shut until a person opens its lock, or says why it can't be opened. */
export async function openOwnPlace(
  folder: string,
  parts: PlaceParts,
  keychain: Keychain | undefined,
): Promise<OwnPlace | { readonly failed: OpenFailure | 'lock_unreadable' }> {
  const lock = await lockIn({ folder, ...(keychain === undefined ? {} : { keychain }) })
  if (lock === 'unreadable') return { failed: 'lock_unreadable' }
  await lock.openByKeychain()
  let place: Place | undefined
  let converting: { readonly stop: AbortController; readonly done: Promise<void> } | undefined

  const open = (): OpenFailure | undefined => {
    const sealing = lock.sealing()
    const isDone = lock.said().state === 'locked' || sealing === undefined
    const isConverted = isDone || converted(sealing)
    const opened = openPlace(folder, parts, sealing)
    if ('failed' in opened) return opened.failed
    place = opened
    if (!isDone && isConverted) converting = begunConverting(opened)
    return undefined
  }
  /** A disk without room leaves them as they are, which they open as all the same, until the next start. */
  const converted = (sealing: Sealing): boolean => {
    try {
      convertRecords(folder, sealing)
      lock.setProblem(undefined)
      return true
    } catch (error) {
      const code = codeOf(error)
      if (code === undefined) throw error
      lock.setProblem(code)
      return false
    }
  }
  const begunConverting = ({ blobs }: Place) => {
    const stop = new AbortController()
    const done = convertFiles(blobs, count => lock.setFilesLeft(count), stop.signal).then(
      isWhole => {
        if (isWhole) lock.finish()
      },
      (error: unknown) => parts.onDefect(error, 'lock'),
    )
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
    const failed = open()
    if (failed === undefined) return
    throw new DoorRefusal(
      failed === 'disk_full' || failed === 'folder_read_only' ? failed : 'internal',
    )
  }
  if (!lock.isShut()) {
    const failed = open()
    if (failed !== undefined) return { failed }
  }
  return {
    lock,
    current() {
      if (place === undefined) throw new DoorRefusal('locked')
      return place
    },
    async unlock(word) {
      await lock.openByWord(word)
      if (place === undefined) openAgain()
    },
    async setLock(given) {
      // From a copy that is only shown nothing can be made anew.
      if (place?.readOnly !== undefined) throw new DoorRefusal('read_only')
      await lock.set(given)
      await close()
      openAgain()
    },
    async takeLock() {
      if (place?.readOnly !== undefined) throw new DoorRefusal('read_only')
      // What is still being sealed is stopped first; the way back covers both forms.
      await close()
      lock.take()
      openAgain()
    },
    close,
  }
}

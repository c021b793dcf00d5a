import { randomBytes } from 'node:crypto'
import type { LockSaid } from '../../contract/device/session.ts'
import type { OpenFailure } from '../../db/open/failure.ts'
import { codeOf } from '../../db/open/failure.ts'
import type { Sealing } from '../evidence/blob-store.ts'
import { DoorRefusal } from '../door/refused.ts'
import type { KeyCopy, Keychain } from './key-copies.ts'
import {
  copyByKeychain,
  copyByPassphrase,
  copyByRecovery,
  keyByKeychain,
  keyByWord,
} from './key-copies.ts'
import type { LockFile, WrittenLockFile } from './lock-file.ts'
import { isEasilyGuessed } from '../../core/person/easily-guessed.ts'
import { lockFileIn } from './lock-file.ts'
import { isKeyOf, isStateOf, proofOf } from './key-proof.ts'
import { opensRecords } from './opens-records.ts'
import { lastGroupOf, recoveryBytes, recoveryCodeOf } from './recovery-code.ts'

const dataKeyBytes = 32
/** Fewer signs are guessed too soon by somebody who has the folder (security.md §6). */
export const passphraseCharsMin = 12

export interface LockParts {
  readonly folder: string
  /** The system's, where the shell has one. */
  readonly keychain?: Keychain
}

/** The lock on the records of one folder (security.md §4, row 13). */
export interface Lock {
  /** Locked, and nobody has opened it since the program began. */
  isShut(): boolean
  /** What files are kept with; `undefined` without a lock. */
  sealing(): Sealing | undefined
  said(): LockSaid
  /** Tries this computer's own keychain. */
  openByKeychain(): Promise<void>
  /** With a passphrase or the recovery code. Throws the door's refusal `wrong_word`. */
  openByWord(word: string): Promise<void>
  /**
   * Makes a key and the recovery code to be written down; nothing is locked yet. Where a lock is open its key stays, and
   * only the code is new.
   */
  begin(): { readonly recoveryCode: string }
  /**
   * Sets the lock: only by somebody who has the code in hand (its last group), and with a passphrase where there is no
   * keychain. Where there is a lock, these open it from now on, and the old ones no longer do; one that is being taken
   * away stays, and has to be gone on with. Throws the door's refusals.
   */
  set(given: {
    readonly lastGroup: string
    readonly passphrase?: string | undefined
  }): Promise<void>
  /** Begins to take the lock away. Throws the door's refusal `not_allowed` where there is none, or it is shut. */
  take(): void
  /** Whether `take` would. */
  mayTake(): boolean
  /** Something is not kept as a finished lock says: it is not called locked before that is done. */
  goOn(): void
  /** Everything is kept as the lock says. */
  finish(): void
  /** Why the records could not be brought into the form that the lock says; they wait for the next start. */
  setProblem(code: OpenFailure | undefined): void
  /** How many files still wait to be sealed or opened, and how many of them could not be. */
  setFilesLeft(count: number, stuck: number): void
}

/** The lock of a folder, as its lock file says; `unreadable` where something else has written over that. */
export async function lockIn({ folder, keychain }: LockParts): Promise<Lock | 'unreadable'> {
  const place = lockFileIn(folder)
  const read = place.read()
  if (read === 'unreadable') return read
  let file: LockFile | undefined = read
  let key: Uint8Array | undefined
  let pending: { readonly key: Uint8Array; readonly recovery: Uint8Array } | undefined
  let files = { left: 0, stuck: 0 }
  let problem: LockSaid['problem']
  /** Why the lock file could not be written although the lock is open; what it should say is kept here meanwhile. */
  let unwritten: OpenFailure | undefined
  let isKeychainOffered = (await keychain?.isOffered()) === true

  const write = (state: LockFile['state'], copies: readonly KeyCopy[], by: Uint8Array) => {
    const next: WrittenLockFile = { state, proof: proofOf(by, state), copies }
    place.write(next)
    file = next
    unwritten = undefined
  }
  /** Goes on with a key that the lock file itself says is the one. */
  const openWith = (found: Uint8Array, { state, proof, copies }: LockFile) => {
    // Who has the folder may write into the file; only with the key is anything made readable.
    const isOwn = proof !== undefined && isStateOf(proof, found, state)
    key = found
    if (isOwn) return
    // Open before it is written: the right code opens also where there is no room for it to be written down.
    file = { state: 'sealing', proof: proofOf(found, 'sealing'), copies }
    try {
      write('sealing', copies, found)
    } catch (error) {
      unwritten = codeOf(error) ?? 'cannot_open'
    }
  }
  const ofThisLock = (found: Uint8Array | undefined, { proof }: LockFile) =>
    found?.byteLength === dataKeyBytes && (proof === undefined || isKeyOf(proof, found))
      ? found
      : undefined
  /** What the keychain gives for its first copy could be any bytes: they are the key where they open the records. */
  const byFirstCopy = async ({ firstKeychainCopy }: LockFile) => {
    if (firstKeychainCopy === undefined) return undefined
    const given = await keychain?.unwrap(Buffer.from(firstKeychainCopy, 'base64'))
    if (given?.byteLength !== dataKeyBytes || !opensRecords(folder, given)) return undefined
    return given
  }
  const keychainCopy = async (by: Uint8Array): Promise<KeyCopy | undefined> => {
    if (keychain === undefined || !isKeychainOffered) return undefined
    try {
      return await copyByKeychain(by, keychain)
    } catch {
      // It offers itself and takes nothing: from here on it counts as none.
      isKeychainOffered = false
      throw new DoorRefusal('keychain_refused')
    }
  }
  /** A lock without a passphrase opens by the keychain: after a reset, or on another computer, by the one that is here now. */
  const renewKeychainCopy = async (by: Uint8Array) => {
    try {
      const copy = await keychainCopy(by)
      if (file === undefined || copy === undefined) return
      const others = file.copies.filter(other => other.by !== 'keychain')
      if (others.every(other => other.by !== 'passphrase')) write(file.state, [...others, copy], by)
    } catch {
      // It is open; the code is asked again next time.
    }
  }
  return {
    isShut: () => file !== undefined && key === undefined,
    sealing: () =>
      key === undefined || file === undefined
        ? undefined
        : { key, writes: file.state !== 'opening' },
    said: () => ({
      state: file?.state ?? 'none',
      opensBy: file?.copies.map(copy => copy.by) ?? [],
      isKeychainOffered,
      filesLeft: files.left,
      ...(files.stuck === 0 ? {} : { filesStuck: files.stuck }),
      ...withProblem(problem ?? unwritten),
    }),
    async openByKeychain() {
      if (file === undefined || keychain === undefined || key !== undefined) return
      try {
        const asked = file
        const found = ofThisLock(await keyByKeychain(asked.copies, keychain), asked)
        if (found !== undefined) {
          openWith(found, asked)
          return
        }
        const first = await byFirstCopy(asked)
        if (first === undefined) return
        openWith(first, asked)
        await renewKeychainCopy(first)
      } catch {
        // Whatever is wrong with it: the person is asked.
      }
    },
    async openByWord(word) {
      if (file === undefined || key !== undefined) return
      const asked = file
      const found = ofThisLock(await keyByWord(asked.copies, word), asked)
      if (found === undefined) throw new DoorRefusal('wrong_word')
      openWith(found, asked)
      await renewKeychainCopy(found)
    },
    begin() {
      if (file !== undefined && key === undefined) throw new DoorRefusal('locked')
      pending = { key: key ?? randomBytes(dataKeyBytes), recovery: randomBytes(recoveryBytes) }
      return { recoveryCode: recoveryCodeOf(pending.recovery) }
    },
    async set({ lastGroup, passphrase }) {
      if (pending === undefined || pending.key !== (key ?? pending.key))
        throw new DoorRefusal('not_allowed')
      const begun = pending
      const expected = lastGroupOf(recoveryCodeOf(begun.recovery))
      if (lastGroup.trim().toUpperCase() !== expected) throw new DoorRefusal('wrong_group')
      const copy =
        (await keychainCopy(begun.key)) ??
        (await copyByPassphrase(begun.key, goodPassphrase(passphrase ?? '')))
      const copies = [copyByRecovery(begun.key, begun.recovery), copy]
      // One that is being taken away is set again: nobody who has just set a lock finds none.
      const state = file === undefined || file.state === 'opening' ? 'sealing' : file.state
      write(state, copies, begun.key)
      key = begun.key
      pending = undefined
    },
    take() {
      if (file === undefined || key === undefined) throw new DoorRefusal('not_allowed')
      if (file.state !== 'opening') write('opening', file.copies, key)
    },
    mayTake: () => file !== undefined && key !== undefined,
    goOn() {
      // Seen again at the next start, so it need not be written down, on a disk that may be full.
      if (file?.state === 'locked') file = { ...file, state: 'sealing' }
    },
    finish() {
      files = { left: 0, stuck: 0 }
      if (file?.state === 'sealing' && key !== undefined) write('locked', file.copies, key)
      if (file?.state !== 'opening') return
      place.remove()
      file = undefined
      key = undefined
      // Who has a code in hand may still set a lock with it; a new lock has a new key.
      if (pending !== undefined) pending = { ...pending, key: randomBytes(dataKeyBytes) }
    },
    setProblem(code) {
      problem = code
    },
    setFilesLeft(left, stuck) {
      files = { left, stuck }
    },
  }
}

const withProblem = (problem: LockSaid['problem']) => (problem === undefined ? {} : { problem })

function goodPassphrase(passphrase: string): string {
  if ([...passphrase].length < passphraseCharsMin)
    throw new DoorRefusal('passphrase_short', { charsMin: passphraseCharsMin })
  if (isEasilyGuessed(passphrase)) throw new DoorRefusal('passphrase_common')
  return passphrase
}

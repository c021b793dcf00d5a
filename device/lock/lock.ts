import { randomBytes } from 'node:crypto'
import type { LockSaid } from '../../contract/device/session.ts'
import type { OpenFailure } from '../../db/open/failure.ts'
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
import type { LockFile } from './lock-file.ts'
import { lockFileIn } from './lock-file.ts'
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
  /** Makes a key and the recovery code to be written down; nothing is locked yet. */
  begin(): { readonly recoveryCode: string }
  /**
   * Sets the lock: only by somebody who has the code in hand (its last group), and with a passphrase where there is no
   * keychain. Throws the door's refusals.
   */
  set(given: {
    readonly lastGroup: string
    readonly passphrase?: string | undefined
  }): Promise<void>
  /** Begins to take the lock away. */
  take(): void
  /** Everything is kept as the lock says. */
  finish(): void
  /** Why the records could not be brought into the form that the lock says; they wait for the next start. */
  setProblem(code: OpenFailure | undefined): void
  /** How many files still wait to be sealed or opened. */
  setFilesLeft(count: number): void
}

/** The lock of a folder, as its lock file says; `unreadable` where something else has written over that. */
export async function lockIn({ folder, keychain }: LockParts): Promise<Lock | 'unreadable'> {
  const place = lockFileIn(folder)
  const read = place.read()
  if (read === 'unreadable') return read
  let file: LockFile | undefined = read
  let key: Uint8Array | undefined
  let pending: { readonly key: Uint8Array; readonly recovery: Uint8Array } | undefined
  let filesLeft = 0
  let problem: LockSaid['problem']
  const isKeychainOffered = (await keychain?.isOffered()) === true

  const write = (next: LockFile) => {
    place.write(next)
    file = next
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
      filesLeft,
      ...(problem === undefined ? {} : { problem }),
    }),
    async openByKeychain() {
      if (file !== undefined && keychain !== undefined)
        key ??= await keyByKeychain(file.copies, keychain)
    },
    async openByWord(word) {
      if (file === undefined || key !== undefined) return
      key = await keyByWord(file.copies, word)
      if (key === undefined) throw new DoorRefusal('wrong_word')
    },
    begin() {
      if (file !== undefined) throw new DoorRefusal('not_allowed')
      pending = { key: randomBytes(dataKeyBytes), recovery: randomBytes(recoveryBytes) }
      return { recoveryCode: recoveryCodeOf(pending.recovery) }
    },
    async set({ lastGroup, passphrase }) {
      if (file !== undefined || pending === undefined) throw new DoorRefusal('not_allowed')
      const begun = pending
      const expected = lastGroupOf(recoveryCodeOf(begun.recovery))
      if (lastGroup.trim().toUpperCase() !== expected) throw new DoorRefusal('wrong_group')
      const copies: KeyCopy[] = [copyByRecovery(begun.key, begun.recovery)]
      if (keychain !== undefined && isKeychainOffered)
        copies.push(await copyByKeychain(begun.key, keychain))
      else if ([...(passphrase ?? '')].length < passphraseCharsMin)
        throw new DoorRefusal('passphrase_short', { charsMin: passphraseCharsMin })
      else copies.push(await copyByPassphrase(begun.key, passphrase ?? ''))
      write({ format: 'meritfolio-lock', version: 1, state: 'sealing', copies })
      key = begun.key
      pending = undefined
    },
    take() {
      if (file === undefined || key === undefined) throw new DoorRefusal('not_allowed')
      write({ ...file, state: 'opening' })
    },
    finish() {
      filesLeft = 0
      if (file?.state === 'sealing') write({ ...file, state: 'locked' })
      if (file?.state !== 'opening') return
      place.remove()
      file = undefined
      key = undefined
    },
    setProblem(code) {
      problem = code
    },
    setFilesLeft(count) {
      filesLeft = count
    },
  }
}

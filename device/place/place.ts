import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Timers } from '../../core/kit/timers.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import type { NewestLists } from '../badge/newest-lists.ts'
import { newestListsIn } from '../badge/newest-lists.ts'
import type { BlobStore, Sealing } from '../evidence/blob-store.ts'
import { deleteDue } from '../evidence/delete-due.ts'
import { blobStoreIn } from '../evidence/blob-store.ts'
import type { DeviceKey } from '../keys/device-key.ts'
import { deviceKeyIn } from '../keys/device-key.ts'
import type { KeyPlace } from '../keys/key-file.ts'
import { keyFile } from '../keys/key-file.ts'
import { sealedKeyFile, sealedKeyPath } from '../keys/sealed-key-file.ts'
import { finishRejoining } from '../person/rejoining.ts'
import type { SyncClient } from '../sync/client.ts'
import { startSync } from '../sync/client.ts'
import type { Connect } from '../sync/exchange.ts'
import { ownTimers } from '../timers.ts'
import { keptListsIn } from '../trust/kept-lists.ts'
import type { TrustLists } from '../trust/trust-lists.ts'
import { trustListsOf } from '../trust/trust-lists.ts'
import type { Verifying } from '../verifying/verifying.ts'
import { clearSpool, openVerifying, verifyingFileIn } from '../verifying/verifying.ts'
import type { SyncState } from '../../contract/device/session.ts'
import { readAbout, writeAbout } from './about.ts'
import { keyFileIn } from './key-file-in.ts'
import { removeLeftovers } from './leftovers.ts'
import { startLearning } from './learning.ts'
import { markOpen } from './marker.ts'
import type { Records, RecordsFailure } from './records.ts'
import { databaseIn, openRecords } from './records.ts'
import { shippedRecords } from './shipped.ts'

const backupEveryMs = 3_600_000

/** What every place of a program has in common. */
export interface PlaceParts {
  clock(): number
  /** Between 0 and 1, for the pauses of sync. */
  random(): number
  /** How time passes; as it does for this process where none is given. */
  readonly timers?: Timers | undefined
  /** The way to a district; that of the network where none is given. */
  readonly connect?: Connect | undefined
  /** How long a command that leaves the house waits here first (ms). */
  holdMs(command: string): number | undefined
  onChanged(keys: Iterable<string>): void
  onSync(state: SyncState): void
  onDefect(error: unknown, where: string): void
}

/** One person's folder, open: records, evidence, key and the way to the district. */
export interface Place {
  readonly folder: string
  readonly store: DeviceStore
  readonly blobs: BlobStore
  /** `undefined`: the key that the district knows is damaged or gone; nothing is signed with another. */
  readonly key: DeviceKey | undefined
  readonly readOnly: Records['readOnly']
  readonly closedUnexpectedlyAt: number | undefined
  readonly sync: SyncClient
  /** Which status lists this computer has gone by. */
  readonly newestLists: NewestLists
  /** Whose word counts here when a badge is verified. */
  readonly trust: TrustLists
  /** Verify, opened when it is first asked for. */
  verifying(): Verifying
  readonly parts: PlaceParts
  /** Brings what ships with the program up to date, with the person's name while they are alone. */
  seedShipped(): void
  /** Becomes the person that the district named, once `about` holds what it said. */
  finishJoining(): void
  /** The district answers at another address from now on; who it is that answers there was looked at. */
  moveTo(address: string): void
  close(): Promise<void>
}

/** Opens a folder, with the key of its lock where it has one, or says why it can't be opened. */
export function openPlace(
  folder: string,
  parts: PlaceParts,
  sealing?: Sealing,
): Place | { readonly failed: RecordsFailure } {
  removeLeftovers(folder)
  const records = openRecords(folder, parts, keyFor(databaseIn(folder), sealing))
  if ('failed' in records) return records
  try {
    return placeOn(folder, parts, records, sealing)
  } catch (error) {
    records.store.close()
    throw error
  }
}

/** A folder with its records open: everything else of a place. */
export function placeOn(
  folder: string,
  parts: PlaceParts,
  records: Records,
  sealing: Sealing | undefined,
): Place {
  const { store, readOnly } = records
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const marker = readOnly === undefined ? markOpen(folder, databaseIn(folder)) : undefined
  const keyPlace = keyPlaceIn(folder, sealing)
  if (readOnly === undefined) finishRejoining(store, keyPlace)
  // With the key that a district knows, or with none: another one would be nobody's.
  const isKnown = readOnly !== undefined || readAbout(store).district !== undefined
  const key = deviceKeyIn(keyPlace, isKnown)
  if (key === undefined) parts.onDefect(new Error('the device’s key does not open'), 'keys')
  const blobs = blobStoreIn(join(folder, 'blobs'), sealing)
  const seedShipped = () => {
    const { alone, district } = readAbout(store)
    const name = district === undefined ? alone?.name : undefined
    parts.onChanged(store.seed(shippedRecords(name)))
  }
  const joinKnown = () => {
    const { district } = readAbout(store)
    const { actor, joined } = store.standing()
    if (district === undefined || joined) return
    const { person, roles } = district
    parts.onChanged(store.join({ device: actor.device, person, roles }))
  }
  if (readOnly === undefined) joinKnown()
  seedShipped()
  clearSpool(folder)
  const newestLists = newestListsIn(store)
  const trust = trustListsOf({
    kept: keptListsIn(store),
    newestLists,
    seen: store.seen,
    pinnedKey: () => readAbout(store).district?.trustKey,
    pin(trustKey) {
      const { district } = readAbout(store)
      if (district !== undefined && readOnly === undefined)
        writeAbout(store, { district: { ...district, trustKey } })
    },
    clock: parts.clock,
    onDefect: parts.onDefect,
  })
  let verifying: Verifying | undefined
  const openedVerifying = () =>
    (verifying ??= openVerifying({
      folder,
      key: keyFor(verifyingFileIn(folder), sealing),
      clock: parts.clock,
      bundle: () => trust.known(),
      onLists(lists) {
        try {
          newestLists.note(lists)
        } catch (error) {
          // A full disk: the next verification learns it again.
          parts.onDefect(error, 'newest lists')
        }
      },
      onDefect: parts.onDefect,
    }))
  const { timers = ownTimers } = parts
  const learning = startLearning(store, parts.onDefect, timers)
  const onChanged = (keys: Iterable<string>) => {
    parts.onChanged(keys)
    if (readOnly === undefined) learning.nudge()
  }
  const copyAnew = () => {
    const made = records.backUp(parts.clock(), true)
    // Tried again with the next pull: until then an earlier copy still tells.
    if (made?.backup === 'failed') throw new Error(made.code)
  }
  const sync = startSync({ store, blobs, key, ...parts, timers, copyAnew, onChanged })
  // A program that ended before it had learnt all goes on.
  if (readOnly === undefined) learning.nudge()
  if (readOnly === undefined && store.standing().joined) sync.start()
  const backUp = () => {
    try {
      const made = records.backUp(parts.clock())
      if (made?.backup === 'failed') parts.onDefect(new Error(made.code), 'backup')
    } catch (error) {
      // Without a copy of now nothing is lost; who works, or ends the program, goes on.
      parts.onDefect(error, 'backup')
    }
  }
  const emptyTrash = async () => {
    try {
      await deleteDue({
        store,
        clock: parts.clock,
        deleted(input) {
          const done = store.perform('evidence.delete', input, parts.clock())
          if (done.did !== 'refused') onChanged(done.wrote)
        },
      })
      await sync.letGo()
      await sync.sweep()
    } catch (error) {
      // A full disk: looked at again within the hour.
      parts.onDefect(error, 'trash')
    }
  }
  let emptying = readOnly === undefined ? emptyTrash() : Promise.resolve()
  const hourly = () => {
    if (readOnly === undefined) emptying = emptying.then(emptyTrash)
    backUp()
  }
  const endBackups = timers.every(backupEveryMs, hourly)
  return {
    folder,
    store,
    blobs,
    key,
    readOnly,
    newestLists,
    trust,
    closedUnexpectedlyAt: marker?.closedUnexpectedlyAt,
    sync,
    verifying: openedVerifying,
    parts,
    seedShipped,
    finishJoining() {
      joinKnown()
      seedShipped()
      sync.start()
      sync.retell()
    },
    moveTo(address) {
      const { district } = readAbout(store)
      if (district === undefined) return
      if (district.address !== address) writeAbout(store, { district: { ...district, address } })
      sync.now()
    },
    async close() {
      endBackups()
      learning.close()
      try {
        await verifying?.close()
        await emptying
        await sync.close()
        backUp()
      } finally {
        store.close()
      }
      marker?.close()
    },
  }
}

/**
 * The key a file is opened with. One that is there takes it where it is sealed (`connect` looks), also while a lock is
 * being taken away; a new one is made as the lock says.
 */
const keyFor = (path: string, sealing: Sealing | undefined): Uint8Array | undefined =>
  sealing !== undefined && (sealing.writes || existsSync(path)) ? sealing.key : undefined

/** Where the device's key is: in the sealed file where there is one, whatever the lock is about to become. */
function keyPlaceIn(folder: string, sealing: Sealing | undefined): KeyPlace {
  const path = keyFileIn(folder)
  const isSealedOne =
    existsSync(sealedKeyPath(path)) || (sealing?.writes === true && !existsSync(path))
  return sealing !== undefined && isSealedOne ? sealedKeyFile(path, sealing.key) : keyFile(path)
}

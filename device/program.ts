import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { fileBytesMax } from '../core/evidence/record.ts'
import { holdMs } from '../core/undo/hold.ts'
import type { OpenFailure } from '../db/open/failure.ts'
import { codeOf } from '../db/open/failure.ts'
import { openHandedOn } from './aside/handed-on.ts'
import { startDemo } from './demo/demo.ts'
import type { DemoDistrict } from './demo/district-process.ts'
import { startDemoDistrict } from './demo/district-process.ts'
import { demoOnAndOff } from './demo/on-and-off.ts'
import { startEvents } from './door/events.ts'
import { pageFilesIn } from './door/page-files.ts'
import { DoorRefusal } from './door/refused.ts'
import { screenDoor } from './door/screen-door.ts'
import type { Secret } from './door/secret.ts'
import { secretIn } from './door/secret.ts'
import { viewerDoor } from './door/viewer-door.ts'
import { addressesUnder } from './evidence/address.ts'
import type { TakeInLimits } from './evidence/take-in.ts'
import type { House, Origins, SetUp } from './house.ts'
import type { Keychain } from './lock/key-copies.ts'
import type { Way } from './person/enter.ts'
import { joinDistrict } from './person/join.ts'
import { rejoinDistrict } from './person/rejoin.ts'
import { sessionOf, shutSession, shutSync } from './person/session.ts'
import { readAbout, writeAbout } from './place/about.ts'
import type { Place, PlaceParts } from './place/place.ts'
import type { OwnFailure, OwnPlace } from './place/own-place.ts'
import { keeping } from './place/act.ts'
import { recordsId } from './place/records-id.ts'
import type { Settings } from './place/settings.ts'
import { settingsIn } from './place/settings.ts'

export interface ProgramParts {
  /** Everything is kept in here and nowhere else. */
  readonly dataFolder: string
  /** The built page of the screens, and the built page of the viewer. */
  readonly rendererFolder: string
  readonly viewerFolder: string
  readonly origins: Origins
  /** A port wants its guard; a pipe's requests come from the shell alone. */
  readonly isGuarded: boolean
  clock(): number
  random(): number
  /** How this computer is called when it joins a district. */
  readonly deviceName: string
  /** Language of this computer (`es-MX`), for the first start. */
  readonly locale: string
  readonly timeZone: string
  /** The system's keychain, where the shell has one: it opens a lock without a passphrase. */
  readonly keychain?: Keychain
  readonly fileLimits?: TakeInLimits
  /** How long what leaves the house waits here, by command (ms); the rules' own (`core/undo/hold.ts`) where absent. */
  readonly holdMs?: Readonly<Partial<Record<string, number>>>
  /** How long the address of a file works (ms); ten minutes where absent. */
  readonly addressLastsMs?: number
  /** Told of a defect: where, and what kind of error; never content. */
  log(where: string, error: unknown): void
  /** Starts the demo's district where this program can't start one itself. */
  startDemoDistrict?(folder: string): Promise<DemoDistrict>
  /** Begins the demo at once. */
  readonly demo?: boolean
}

/** The program on a person's computer, behind its two doors. */
export interface Program {
  fetch(request: Request): Promise<Response>
  viewerFetch(request: Request): Promise<Response>
  /** A fresh link that opens the screens once. */
  startLink(): string
  /** The word the shell sends along on a pipe. */
  readonly secret: string
  close(): Promise<void>
}

/** Opens the data folder and begins, or says why it can't. */
export async function createProgram(
  parts: ProgramParts,
): Promise<Program | { readonly failed: OwnFailure }> {
  const { dataFolder, clock, origins } = parts
  const opened = openRoot(parts)
  if ('failed' in opened) return opened
  const { settings, secret } = opened
  const shown = (): Place => demo.shown()?.current() ?? own.current()
  const events = startEvents(randomUUID(), () => syncShown())
  const holds: Readonly<Partial<Record<string, number>>> = parts.holdMs ?? holdMs
  const partsFor = (isCurrent: () => boolean): PlaceParts => ({
    clock,
    random: parts.random,
    holdMs: command => holds[command],
    onChanged: keys => isCurrent() && events.changed(keys),
    onSync: state => isCurrent() && events.sync(state),
    onDefect: (error, where) => parts.log(where, error),
  })
  const demo = demoOnAndOff(
    () => {
      const folder = join(dataFolder, 'demo')
      const startDistrict = parts.startDemoDistrict ?? startDemoDistrict
      return startDemo({ folder, partsFor, startDistrict }, settings.get().demoPerson)
    },
    () => tellShown(),
  )
  const place = await openHandedOn(
    dataFolder,
    partsFor(() => demo.shown() === undefined),
    parts.keychain,
  )
  if ('failed' in place) return place
  const own = place

  const isShut = () => demo.shown() === undefined && own.lock.isShut()
  const syncShown = () => (isShut() ? shutSync : shown().sync.state())
  /** The demo's folders are fiction and stay as they are. */
  const inOwnPlace = async (work: () => Promise<void>) => {
    if (demo.shown() !== undefined) throw new DoorRefusal('not_allowed', { needs: 'no demo' })
    await work()
  }

  /** Someone else is shown from now on: remembered for the next start, and told to every window. */
  const tellShown = () => {
    settings.set({
      demoPerson: demo
        .shown()
        ?.people()
        .find(one => one.current)?.id,
    })
    events.shown(isShut() ? undefined : recordsId(shown().store))
    events.sync(syncShown())
  }
  const house: House = {
    secret,
    settings,
    events,
    origins,
    addresses: addressesUnder(randomBytes(32), parts.addressLastsMs),
    fileLimits: parts.fileLimits ?? limitsIn(dataFolder),
    fontsFolder: parts.rendererFolder,
    clock,
    place: shown,
    startLink: () => `${origins.screen}/#once=${secret.makeOnce()}`,
    session: () => {
      const told = {
        settings,
        viewerOrigin: origins.viewer,
        people: demo.shown()?.people(),
        timeZone: parts.timeZone,
        lock: own.lock.said(),
      }
      return isShut() ? Promise.resolve(shutSession(told)) : sessionOf({ ...told, place: shown() })
    },
    lock: {
      begin: () => own.lock.begin(),
      set: given => inOwnPlace(() => own.setLock(given)),
      take: () => inOwnPlace(() => own.takeLock()),
      unlock: word => own.unlock(word),
    },
    aside: {
      list: () => own.putAside(),
      async begin() {
        await inOwnPlace(() => own.beginAnew())
        tellShown()
      },
      async open(id) {
        await inOwnPlace(() => own.openAside(id))
        tellShown()
      },
    },
    async setUp(how: SetUp) {
      if ('demo' in how) return demo.open()
      if (demo.shown() !== undefined) throw new DoorRefusal('not_allowed', { needs: 'no demo' })
      if ('join' in how) return joinOrRejoin(own, how.join, parts.deviceName)
      if ('signIn' in how) return joinOrRejoin(own, how.signIn, parts.deviceName)
      beginAlone(own.current(), how.alone.name)
    },
    becomeInDemo: person => (person === '' ? demo.leave() : demo.become(person)),
    told(error, where) {
      if (error instanceof DoorRefusal) return error.error
      const code = codeOf(error)
      if (code === 'disk_full' || code === 'folder_read_only') return { code }
      parts.log(where, error)
      return { code: 'internal' }
    },
  }
  const screens = pageFilesIn(parts.rendererFolder)
  const viewer = pageFilesIn(parts.viewerFolder)
  try {
    if (parts.demo === true || settings.get().demoPerson !== undefined) await demo.open()
  } catch (error) {
    // The demo can be asked for again from the first screen.
    parts.log('demo', error)
  }
  return {
    fetch: request => screenDoor(house, screens, parts.isGuarded, request),
    viewerFetch: request => viewerDoor(house, viewer, parts.isGuarded, request),
    startLink: house.startLink,
    secret: secret.word,
    async close() {
      events.close()
      await demo.shown()?.close()
      await own.close()
    },
  }
}

type Root =
  | { readonly settings: Settings; readonly secret: Secret }
  | { readonly failed: OpenFailure }

function openRoot({ dataFolder, locale }: ProgramParts): Root {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    return { settings: settingsIn(dataFolder, locale), secret: secretIn(dataFolder) }
  } catch (error) {
    const failed = codeOf(error)
    if (failed === undefined) throw error
    return { failed }
  }
}

/** A computer that is in a district already was sent away from it, or lost its key: it goes on as another one. */
async function joinOrRejoin(own: OwnPlace, way: Way, deviceName: string): Promise<void> {
  const place = own.current()
  if (place.store.standing().joined) await rejoinDistrict(place, way, deviceName)
  else if ((await joinDistrict(place, way, deviceName)) === 'joined') return
  await own.reopen()
}

/** Begins without a district, or goes on without one under another name: the record and what it writes say the new one. */
function beginAlone(place: Place, name: string): void {
  if (name.trim() === '') throw new DoorRefusal('not_allowed', { needs: 'name' })
  if (place.readOnly !== undefined) throw new DoorRefusal('read_only')
  if (readAbout(place.store).district !== undefined) throw new DoorRefusal('not_allowed')
  keeping(() => {
    writeAbout(place.store, { alone: { name: name.trim() } })
    place.seedShipped()
  })
}

const limitsIn = (folder: string): TakeInLimits => ({
  bytesMax: fileBytesMax,
  async freeBytes() {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  },
})

import type { SyncState } from '../../contract/device/session.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'
import type { Sums } from '../../db/wire.ts'
import type { Timers } from '../../core/kit/timers.ts'
import type { BlobStore } from '../evidence/blob-store.ts'
import type { DeviceKey } from '../keys/device-key.ts'
import { readAbout } from '../place/about.ts'
import { auditSeen } from './audit-seen.ts'
import { Away } from './away.ts'
import type { AwayReason } from './away.ts'
import { askAbout } from './ask-about.ts'
import type { Connect } from './exchange.ts'
import { letGoDeleted } from '../evidence/let-go-deleted.ts'
import { sweepUnnamed } from '../evidence/sweep-unnamed.ts'
import { letGo } from './let-go.ts'
import type { Line } from './line.ts'
import { lineTo } from './line.ts'
import { claimsHeld, goingOf } from './going.ts'
import type { Bell } from './pace.ts'
import { bell, pauseMs } from './pace.ts'
import { waitOf } from '../person/wait.ts'
import { pullOnce } from './pull.ts'
import { pushAll } from './push.ts'
import { roomSaid } from './room.ts'
import { uploadsOf } from './uploads.ts'
import { syncStateOf } from './state.ts'
import { nothingStuck } from './stuck.ts'
import { isTimely } from './timely.ts'
import type { Turned } from './turn.ts'
import { turn } from './turn.ts'

/** How long the sending side sleeps when nothing rings (ms): what waits in the district is asked again. */
const sendEveryMs = 5_000
/** What is done within so long (ms) after a push goes together in the next; a district counts them. */
const gatherMs = 250
/** How long a pull waits for what is being sent (ms): news must not wait for a slow way out. */
const sendingMsMax = 2_000
const recordAtEveryMs = 60_000
/** How it stands is told at most so often (ms). */
const retellMs = 100
/** A clock that is put on meanwhile must not make the wait for what is held spin (ms). */
const dueMsLeast = 20
/** Between two pulls that brought nothing (ms), should a district not hold them. */
const restMs = 200
/** What is here is what the district says, where it was asked within so long (ms). */
const isNewsMs = 3_600_000
/** A district that sent this device away is asked again so rarely (ms). */
const revokedEveryMs = 600_000

interface Parts {
  readonly store: DeviceStore
  readonly blobs: BlobStore
  /** `undefined`: the key that the district knows is damaged; nothing goes to it or comes from it. */
  readonly key: DeviceKey | undefined
  clock(): number
  random(): number
  readonly timers: Timers
  /** The way to the district; that of the network where none is given. */
  readonly connect?: Connect | undefined
  /** Makes a copy of the records in place of all earlier ones. */
  copyAnew(): void
  onChanged(keys: Iterable<string>): void
  onSync(state: SyncState): void
  onDefect(error: unknown, where: string): void
}

/** The part of the program that talks to the district. It never stops anybody from working. */
export interface SyncClient {
  /** Begins, once a district is joined. */
  start(): void
  /** Something may be waiting: asks soon. `files`: also looks for files to send. */
  nudge(about?: { readonly files: boolean }): void
  /** Asks the district at once, whatever pause there was. */
  now(): void
  /** Files of pieces that were deleted for good may go. */
  letGo(): Promise<void>
  /** Files that nothing has named for long may go, where what is here is what the district says. */
  sweep(): Promise<void>
  /** The person agrees that what the district no longer has goes from here too. */
  agree(): void
  /** Something was told to the person or dismissed: says again how it stands. */
  retell(): void
  state(): SyncState
  line(): Line | undefined
  close(): Promise<void>
}

/** A client for a place; it sleeps until `start`. */
export function startSync(parts: Parts): SyncClient {
  const { store, clock, timers, connect } = parts
  const stop = new AbortController()
  const { signal } = stop
  const sendBell = bell(timers)
  const pullBell = bell(timers)
  const fileBell = bell(timers)
  const uploads = uploadsOf(parts, {
    onProgress: () => retell(),
    claimsHeld: () => claimsHeld(store, clock()),
  })
  const stuck = nothingStuck()
  const loops: Promise<void>[] = []
  let away: AwayReason | undefined = parts.key === undefined ? 'key' : undefined
  let recordAt = Number(store.meta('record-at') ?? Number.NaN)
  let skewMs = store.standing().skewMs
  let wasWaiting = true
  let heldCount = 0
  let arrivingAll: number | undefined
  let pulledAt = Number.NaN
  let gathered: Promise<unknown> = Promise.resolve()
  let sending: Promise<unknown> = Promise.resolve()

  const ringAll = () => {
    for (const one of [sendBell, pullBell, fileBell]) one.ring()
  }
  const line = (): Line | undefined => {
    const { district } = readAbout(store)
    if (district === undefined || parts.key === undefined) return undefined
    const { device } = store.standing().actor
    const districtNow = () => clock() + skewMs
    return lineTo({ address: district.address, device, key: parts.key, districtNow, connect })
  }
  const state = () => {
    const { joined } = store.standing()
    return syncStateOf({
      joined,
      // On a computer of its own everything ever done stands there, and waits for nobody.
      outbox: joined ? store.outboxStates() : [],
      going: goingOf(store, clock()),
      files: uploads.progress(),
      away,
      recordAt: Number.isNaN(recordAt) ? undefined : recordAt,
      skewMs,
      heldCount,
      stuckCount: stuck.count(),
      laterCount: stuck.laterCount(),
      aheadCount: joined ? store.waitingFor('upgrade') : 0,
      arriving: arriving(),
      copy: copyOf(store),
      room: joined ? roomOf() : undefined,
      audit: joined ? auditSeen(store) : undefined,
      waitsUntil: joined ? waitOf(store) : undefined,
    })
  }
  const roomOf = () => {
    const room = roomSaid(store)
    return room && { ...room, lackingCount: uploads.lackingRoom() }
  }
  const arriving = () => {
    const here = store.arriving()
    if (here === undefined) return undefined
    return { here, ...(arrivingAll === undefined ? {} : { all: arrivingAll }) }
  }
  let stopTelling: (() => void) | undefined
  const retell = () => {
    stopTelling ??= timers.after(retellMs, () => {
      stopTelling = undefined
      if (!signal.aborted) parts.onSync(state())
    })
  }

  let letting: Promise<void> = Promise.resolve()
  /** One after the other, and none once the program ends. */
  const inTurn = (where: string, work: () => Promise<void> | void) =>
    (letting = letting.then(async () => {
      if (signal.aborted) return
      try {
        await work()
      } catch (error) {
        // Tried again with the next pull that brings evidence, and within the hour.
        parts.onDefect(error, where)
      }
    }))
  const isSending = (sha256: string) => uploads.isSending(sha256)
  const lettingGo = () => inTurn('let go of deleted', () => letGoDeleted(parts, isSending))
  const sweeping = () =>
    inTurn('sweep', () => {
      const isTold = heldCount === 0 && Math.abs(clock() - pulledAt) < isNewsMs
      if (isTold || !store.standing().joined) sweepUnnamed(parts, isSending)
    })

  let forgetDue: (() => void) | undefined
  /** Rings when what is held has had its time, also while nothing else happens. */
  const ringWhenDue = () => {
    forgetDue?.()
    const now = clock()
    const held = store.going(now).filter(({ goesAt }) => goesAt > now)
    const [first] = held.toSorted((a, b) => a.goesAt - b.goesAt)
    if (first === undefined || signal.aborted) return
    forgetDue = timers.after(Math.max(dueMsLeast, first.goesAt - clock()), () => {
      uploads.look()
      for (const one of [sendBell, fileBell]) one.ring()
      retell()
      ringWhenDue()
    })
  }
  const wentWell = (where: string) => {
    const wasAway = away !== undefined
    // A program that is too old to send may still read: it is too old until something of it was taken.
    if (away !== 'upgrade' || where === 'send') away = undefined
    skewMs = store.standing().skewMs
    const waits = store.outboxStates().some(each => each !== 'refused' && each !== 'applied')
    const isWaiting = waits || uploads.isWaiting()
    const now = clock() + skewMs
    // Told to the minute: while nothing happens it need not be written down at every turn.
    const isNews = wasWaiting || wasAway || !(now - recordAt < recordAtEveryMs)
    wasWaiting = isWaiting
    if (!isWaiting && isNews) {
      recordAt = now
      store.setMeta('record-at', String(recordAt))
    }
    // One turn has found the district again: the others need not sit out their pauses.
    if (wasAway) ringAll()
    retell()
  }
  const learnTime = async (address: string): Promise<void> => {
    try {
      const askedAt = clock()
      const told = await askAbout(address, connect, signal)
      const now = clock()
      if (!isTimely(askedAt, now)) return
      store.noteTime(told.now, now)
      skewMs = store.standing().skewMs
    } catch {
      // It was there a moment ago: the next turn finds out what is the matter.
    }
  }
  const wentWrong = async (error: unknown, where: string) => {
    if (error instanceof Away) away = error.reason
    else {
      parts.onDefect(error, where)
      away = 'nonsense'
    }
    // A wrong clock makes every signature look old; the district's own time is told to anyone.
    const address = readAbout(store).district?.address
    if (away === 'clock' && address !== undefined) await learnTime(address)
    retell()
  }

  /** How long to pause after an error (ms): longer with each, not at all where a wrong clock was just put right. */
  const pauseAfter = async (error: unknown, failures: number, where: string): Promise<number> => {
    const wasClock = away === 'clock'
    await wentWrong(error, where)
    if (away === 'revoked') return revokedEveryMs
    const isRepaired = away === 'clock' && !wasClock
    return isRepaired ? 0 : pauseMs(failures, parts.random())
  }
  const turning = (
    where: string,
    wake: Bell,
    work: (line: Line) => Promise<Turned>,
  ): Promise<void> =>
    turn(wake, work, {
      ...{ signal, line },
      onTurned: answered => (answered ? wentWell(where) : retell()),
      pauseAfter: (error, failures) => pauseAfter(error, failures, where),
    })

  return {
    start() {
      if (loops.length > 0 || signal.aborted || parts.key === undefined) return
      skewMs = store.standing().skewMs
      uploads.look()
      ringWhenDue()
      loops.push(
        turning('pull', pullBell, async way => {
          // What goes in several pushes comes back in one pull, and is decided again once.
          let forget = (): void => undefined
          const long = new Promise<void>(resolve => {
            forget = timers.after(sendingMsMax, resolve)
          })
          await Promise.race([sending, long]).finally(() => forget())
          const onPage = (sums: Sums | undefined) => {
            if (sums !== undefined) arrivingAll = recordsIn(sums)
            retell()
          }
          const pulled = await pullOnce(parts, way, signal, onPage, () => uploads.look())
          heldCount = pulled.held
          pulledAt = clock()
          const wasErased = await letGo(parts).catch((error: unknown) => {
            // Tried again with the next pull.
            parts.onDefect(error, 'let go')
            return false
          })
          if (pulled.files) await lettingGo()
          if (wasErased) uploads.look()
          if (pulled.files) uploads.look()
          if (pulled.changed.length > 0) parts.onChanged(pulled.changed)
          // While nothing comes: a small part of what is here is read through.
          else store.scrub(clock())
          // What has a result is not stuck any more, however it came.
          if (stuck.count() > 0) stuck.keepOnly(new Set(store.outbox().map(row => row.key)))
          // What waited for an earlier command may go now.
          sendBell.ring()
          fileBell.ring()
          return { rest: pulled.changed.length > 0 ? 0 : restMs, answered: true }
        }),
        turning('send', sendBell, async way => {
          // Typing rings at every stroke: the first goes at once, those that follow go together.
          await gathered
          // The district takes nothing from a computer that waits; the pull tells when that is over.
          if (waitOf(store) !== undefined) return { rest: sendEveryMs, answered: false }
          const pushing = pushAll({ ...parts, stuck }, way, signal, away !== undefined, retell)
          sending = pushing.catch(() => undefined)
          const answered = await pushing
          // Where nothing got through there is nothing to gather for.
          // It may have been told that its pull begins anew.
          if (answered && store.standing().midPull) pullBell.ring()
          if (answered) gathered = new Promise<void>(resolve => timers.after(gatherMs, resolve))
          return { rest: sendEveryMs, answered }
        }),
        turning('upload', fileBell, async way => {
          if (waitOf(store) !== undefined) return { rest: sendEveryMs, answered: false }
          const answered = await uploads.run(way, signal)
          if (answered) {
            sendBell.ring()
            // One whose piece was deleted while it was being sent.
            await lettingGo()
          }
          return { rest: sendEveryMs, answered }
        }),
      )
    },
    nudge(about) {
      if (about?.files === true) {
        uploads.look()
        fileBell.ring()
      }
      sendBell.ring()
      ringWhenDue()
      retell()
    },
    letGo: lettingGo,
    sweep: sweeping,
    now() {
      stuck.wake()
      ringAll()
    },
    agree() {
      store.confirmResync()
      pullBell.ring()
    },
    retell,
    state,
    line,
    async close() {
      stop.abort()
      stopTelling?.()
      forgetDue?.()
      await Promise.allSettled([...loops, letting])
    },
  }
}

const recordsIn = (sums: Sums): number =>
  Object.values(sums).reduce((all, [records]) => all + records, 0)

/** What is worth saying of the copy. */
function copyOf(store: DeviceStore): SyncState['copy'] {
  const { mendedCount, mendedAt, differingCount } = store.copyChecked()
  if (mendedCount === 0 && differingCount === 0) return undefined
  return { mendedCount, differingCount, ...(mendedAt === undefined ? {} : { mendedAt }) }
}

import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react'
import type { Session, SyncState } from '../../contract/device/session.ts'
import { door } from '../door/door.ts'
import { listen } from '../door/events.ts'
import { beginAnew, shownDevice } from '../door/shown-records.ts'
import { atMostEvery } from './at-most-every.ts'
import { forgetAll, forgetKinds } from './rows.ts'

const quiet: SyncState = {
  state: 'here',
  files: { sent: 0, all: 0 },
  waitingCount: 0,
  refusedCount: 0,
  recordAt: undefined,
  away: undefined,
  skewMs: undefined,
}

const SyncContext = createContext<SyncState>(quiet)

const StoppedContext = createContext(false)

/** Whether the program on this computer has stopped answering: then nothing that is said about sync holds. */
export const useStopped = (): boolean => use(StoppedContext)

/** How sync stands right now. */
export const useSync = (): SyncState => use(SyncContext)

/** While a person types, what their strokes have changed is asked again at most so often (ms). */
const askAgainMs = 250

/** What the session itself is made of: who one is, and the district's days. */
const sessionKinds = ['person', 'district']

interface Living {
  readonly children: ReactNode
  onSession(session: Session): void
}

/** Listens to the program on this computer for the screens inside: what changed is asked again. */
export function Live({ children, onSession }: Living) {
  const tell = useRef(onSession)
  tell.current = onSession
  const [sync, setSync] = useState(quiet)
  const [isStopped, setIsStopped] = useState(false)
  useEffect(() => {
    let last: { epoch: string; seq: number } | undefined
    let refusedCount: number | undefined
    let lostCount = 0
    const changes = atMostEvery(askAgainMs, kinds => void forgetKinds(kinds))
    const stop = listen(event => {
      if (event.event === 'lost') {
        last = undefined
        lostCount += 1
        // Once is a stream that broke; twice in a row, and nobody is there.
        if (lostCount > 1) setIsStopped(true)
        return
      }
      lostCount = 0
      setIsStopped(false)
      // A gap, or another program: everything that is shown is old.
      const follows = last?.epoch === event.epoch && event.seq <= last.seq + 1
      last = { epoch: event.epoch, seq: event.seq }
      if (event.event === 'changed') changes.add(event.kinds)
      if (event.event === 'shown' && event.device !== shownDevice()) beginAnew()
      let isOld = !follows
      if (event.event === 'sync' || event.event === 'hello') {
        setSync(event.sync)
        // What was refused is no record of a kind: any answer may tell of it.
        isOld ||= event.sync.refusedCount !== refusedCount
        refusedCount = event.sync.refusedCount
      }
      if (isOld) void forgetAll()
      const isAbout =
        !follows ||
        (event.event === 'changed' && event.kinds.some(kind => sessionKinds.includes(kind)))
      // Gone for a moment: the next event asks again.
      if (isAbout) door.session().then(tell.current, () => 'asked again later')
    })
    return () => {
      stop()
      changes.stop()
    }
  }, [])
  return (
    <StoppedContext value={isStopped}>
      <SyncContext value={sync}>{children}</SyncContext>
    </StoppedContext>
  )
}

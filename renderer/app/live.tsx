import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react'
import type { Session, SyncState } from '../../contract/device/session.ts'
import { door } from '../door/door.ts'
import { listen } from '../door/events.ts'
import { forgetAll } from './rows.ts'

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

/** How sync stands right now. */
export const useSync = (): SyncState => use(SyncContext)

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
  useEffect(() => {
    let last: { epoch: string; seq: number } | undefined
    return listen(event => {
      if (event.event === 'lost') {
        last = undefined
        return
      }
      // A gap, or another program: everything that is shown is old.
      const follows = last?.epoch === event.epoch && event.seq <= last.seq + 1
      last = { epoch: event.epoch, seq: event.seq }
      if (event.event === 'sync' || event.event === 'hello') setSync(event.sync)
      if (event.event === 'changed' || !follows) void forgetAll()
      const isAbout =
        !follows ||
        (event.event === 'changed' && event.kinds.some(kind => sessionKinds.includes(kind)))
      // Gone for a moment: the next event asks again.
      if (isAbout) door.session().then(tell.current, () => 'asked again later')
    })
  }, [])
  return <SyncContext value={sync}>{children}</SyncContext>
}

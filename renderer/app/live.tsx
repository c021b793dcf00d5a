import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import type { SyncState } from '../../contract/device/session.ts'
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

/** Listens to the program on this computer for the screens inside: what changed is asked again. */
export function Live({ children }: { children: ReactNode }) {
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
    })
  }, [])
  return <SyncContext value={sync}>{children}</SyncContext>
}

import { createContext, use } from 'react'
import type { Session } from '../../contract/device/session.ts'

const SessionContext = createContext<Session | undefined>(undefined)

/** Gives the screens inside it the session. */
export const SessionProvider = SessionContext.Provider

/** Whose computer this is, in which language, with which roles. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (session === undefined) throw new Error('a screen stands outside the session')
  return session
}

const SessionChange = createContext<((session: Session) => void) | undefined>(undefined)

/** Gives the screens inside it the way to show a session that the door answered with. */
export const SessionChangeProvider = SessionChange.Provider

/** Shows another session: after a choice in Settings, after joining. */
export function useSessionChange(): (session: Session) => void {
  const change = use(SessionChange)
  if (change === undefined) throw new Error('a screen stands outside the session')
  return change
}

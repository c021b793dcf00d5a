import type { Session } from '../../contract/device/session.ts'

type Whose = Pick<Session, 'device' | 'person'>

/**
 * Whether a session is of someone else than the one who is shown, so that the window has to begin anew. Told by the
 * records, not by the name: who joins a district gets another id and stays who they are. A lock that is shut hides it.
 */
export const isSomeoneElse = (shown: Whose | undefined, next: Whose): boolean =>
  shown?.person !== undefined && next.device !== undefined && shown.device !== next.device

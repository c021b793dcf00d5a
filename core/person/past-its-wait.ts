import type { DeviceKey } from './device-key.ts'

/** Of a computer, what says whether it waits. */
type Waiting = Pick<DeviceKey, 'waitsUntil' | 'revokedAt'>

/**
 * Whether a computer is, or was when its right ended, one that its person is known to have: it never waited for a yes, or
 * had got it, or had waited to the end. Until then it may be anybody's (`now`: epoch ms).
 */
export const isPastItsWait = ({ waitsUntil, revokedAt }: Waiting, now: number): boolean =>
  waitsUntil === undefined || waitsUntil <= (revokedAt ?? now)

import type { Machine } from '../kit/machine.ts'

/**
 * Stored: never rename.
 * `counting` begun by one person, the district counts what there is · `counted` they see what goes and what stays ·
 * `asked` a second person was asked · `agreed` by them: it is done once its time has come · `erased` final ·
 * `called_off` nothing happened. That nobody agreed in time follows from the date and is never stored.
 */
export const erasureStates = [
  'counting',
  'counted',
  'asked',
  'agreed',
  'erased',
  'called_off',
] as const
export type ErasureState = (typeof erasureStates)[number]

export const erasureMachine: Machine<
  ErasureState,
  'begin' | 'count' | 'ask' | 'agree' | 'callOff' | 'finish'
> = {
  // Begun anew, it is counted anew: by then there may be more.
  counting: { count: 'counted', callOff: 'called_off' },
  counted: { begin: 'counting', ask: 'asked', callOff: 'called_off' },
  asked: { begin: 'counting', agree: 'agreed', callOff: 'called_off' },
  agreed: { finish: 'erased', callOff: 'called_off' },
  called_off: { begin: 'counting' },
  erased: {},
}

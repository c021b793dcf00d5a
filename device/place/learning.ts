import type { Timers } from '../../core/kit/timers.ts'
import type { DeviceStore } from '../../db/device-store/open.ts'

/** Between two turns (ms): whoever types or asks meanwhile comes first. */
const pauseMs = 10

/** Makes what sync has brought findable while nobody waits for it. */
export interface Learning {
  /** Something was pulled. */
  nudge(): void
  close(): void
}

/** Learns in small turns. What it can't (the disk is full) is learnt at a later turn, or by the next search. */
export function startLearning(
  store: Pick<DeviceStore, 'learnWords'>,
  onDefect: (error: unknown, where: string) => void,
  timers: Timers,
): Learning {
  let forget: (() => void) | undefined
  let isOpen = true
  const turn = () => {
    forget = undefined
    try {
      if (store.learnWords()) nudge()
    } catch (error) {
      onDefect(error, 'search')
    }
  }
  const nudge = () => {
    if (isOpen) forget ??= timers.after(pauseMs, turn)
  }
  return {
    nudge,
    close() {
      isOpen = false
      forget?.()
    },
  }
}

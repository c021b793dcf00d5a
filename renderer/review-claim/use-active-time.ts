import { useEffect, useMemo, useRef, useState } from 'react'

const stepMs = 5_000
/** Without a key, a movement or a playing film for so long, nobody is reading. */
const idleMs = 120_000

/** Whether a person is at it: the window is in sight and something moved lately. */
export const isActive = (nowMs: number, movedAtMs: number, isVisible: boolean): boolean =>
  isVisible && nowMs - movedAtMs < idleMs

export interface ActiveTime {
  /** What was counted since it was last taken (ms). */
  readonly pendingMs: number
  /** Takes what was counted, to be kept in the record. */
  take(): number
  /** Something moved that the window doesn't see: a film in the viewer. */
  touch(): void
}

/** Counts the time that a person is at a reading. */
export function useActiveTime(): ActiveTime {
  const [pendingMs, setPendingMs] = useState(0)
  const pending = useRef(0)
  const movedAt = useRef(Date.now())
  useEffect(() => {
    const moved = () => {
      movedAt.current = Date.now()
    }
    const count = () => {
      if (!isActive(Date.now(), movedAt.current, document.visibilityState === 'visible')) return
      pending.current += stepMs
      setPendingMs(pending.current)
    }
    const events = ['keydown', 'pointermove', 'pointerdown', 'wheel'] as const
    for (const name of events) document.addEventListener(name, moved, { passive: true })
    const timer = setInterval(count, stepMs)
    return () => {
      clearInterval(timer)
      for (const name of events) document.removeEventListener(name, moved)
    }
  }, [])
  return useMemo(
    () => ({
      pendingMs,
      take() {
        const taken = pending.current
        pending.current = 0
        setPendingMs(0)
        return taken
      },
      touch() {
        movedAt.current = Date.now()
      },
    }),
    [pendingMs],
  )
}

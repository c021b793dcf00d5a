import { use } from 'react'
import type { Screen, ScreenProps } from './route.ts'

/** A screen whose code comes when it is first shown, or is fetched ahead. */
export type LaterScreen = Screen & {
  /** Fetches its code; at once the second time. */
  fetchAhead(): Promise<void>
}

/** So long a screen whose code did not come is told as such before it is asked for anew (ms). */
const toldMs = 1_000

/**
 * Keeps a screen's code out of the first script. Unlike with React's own `lazy`, one that was fetched ahead is drawn
 * at once.
 */
export function later(load: () => Promise<Screen>): LaterScreen {
  let here: Screen | undefined
  let coming: Promise<void> | undefined
  let isWaitedFor = false
  const fetchAhead = (): Promise<void> => {
    coming ??= load().then(
      screen => {
        here = screen
      },
      (error: unknown) => {
        // The program was just being started again: the next visit asks anew. Whoever is there now has to be told by this
        // very answer: forgotten at once, it would be asked for again and again, and never told.
        if (isWaitedFor) setTimeout(forget, toldMs)
        else forget()
        throw error
      },
    )
    return coming
  }
  const forget = () => {
    coming = undefined
    isWaitedFor = false
  }
  function Later(props: ScreenProps) {
    if (here === undefined) {
      const asked = fetchAhead()
      isWaitedFor = true
      use(asked)
    }
    const Here = here
    return Here === undefined ? null : <Here {...props} />
  }
  return Object.assign(Later, { fetchAhead })
}
